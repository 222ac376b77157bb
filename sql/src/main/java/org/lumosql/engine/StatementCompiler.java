// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.change.ChangeCompiler;
import org.lumosql.sql.compile.ddl.DefinitionCompiler;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.vdbe.Program;

/** From SQL text to a program: chooses the compiler for each kind of statement. */
final class StatementCompiler {
  private static final List<String> EXPLAIN_COLUMNS =
      List.of("addr", "opcode", "p1", "p2", "p3", "p4", "p5", "comment");
  private static final List<String> QUERY_PLAN_COLUMNS = List.of("id", "parent", "notused", "detail");

  private StatementCompiler() {}

  /** Parses the statement at an offset of a script. */
  static ParsedStatement parse(Session session, String script, int from) {
    if (script.length() > session.limit(Limits.SQL_LENGTH)) {
      throw new SqlException(ResultCode.TOOBIG, "statement too long", -1);
    }
    Limits limits = session.limits();
    return Parser.parse(
        script,
        from,
        new org.lumosql.sql.parse.Limits(
            limits.get(Limits.EXPRESSION_DEPTH),
            limits.get(Limits.PARSER_DEPTH),
            limits.get(Limits.VARIABLE_NUMBER),
            limits.get(Limits.COMPOUND_SELECT),
            limits.get(Limits.FUNCTION_ARGUMENTS)));
  }

  /** @param sql the statement's own text, which programs and the schema table keep */
  static Program compile(Session session, ParsedStatement parsed, String sql) {
    Statement statement = parsed.statement();
    int explain = 0;
    if (statement instanceof Statement.Explain explained) {
      explain = explained.queryPlan() ? Program.EXPLAIN_QUERY_PLAN : Program.EXPLAIN;
      statement = explained.statement();
    }
    CompileContext context =
        new CompileContext(session.catalog(), parsed.parameters(), explain == Program.EXPLAIN_QUERY_PLAN);
    compile(session, context, statement, sql);
    if (explain != 0) {
      context.addFlag(explain | Program.READ_ONLY);
      context.setColumns(columns(explain == Program.EXPLAIN ? EXPLAIN_COLUMNS : QUERY_PLAN_COLUMNS));
    }
    return context.finish(sql);
  }

  private static void compile(Session session, CompileContext context, Statement statement, String sql) {
    if (statement instanceof Statement.Query query) {
      compileQuery(session, context, query);
    } else if (statement instanceof Statement.Insert
        || statement instanceof Statement.Update
        || statement instanceof Statement.Delete) {
      ChangeCompiler.compile(context, statement);
    } else if (statement instanceof Statement.Pragma pragma) {
      PragmaCompiler.compile(session, context, pragma);
    } else if (!ConnectionStatements.compile(session, context, statement)) {
      DefinitionCompiler.compile(context, statement);
    }
  }

  private static void compileQuery(Session session, CompileContext context, Statement.Query query) {
    BoundQuery bound = new Resolver(session.catalog()).bindQuery(query.select(), null);
    context.setColumns(resultColumns(bound));
    context.compile(bound, Destination.output());
  }

  private static List<Program.ResultColumn> resultColumns(BoundQuery query) {
    List<Program.ResultColumn> columns = new ArrayList<>();
    for (QueryBlock.Result result : query.first().results()) {
      Program.ResultColumn origin = result.origin();
      columns.add(
          origin == null
              ? new Program.ResultColumn(result.label(), null, null, null, null)
              : new Program.ResultColumn(
                  result.label(), origin.declaredType(), origin.database(), origin.table(), origin.column()));
    }
    return columns;
  }

  /** Result columns that are nobody's table columns. */
  static List<Program.ResultColumn> columns(List<String> names) {
    List<Program.ResultColumn> columns = new ArrayList<>();
    names.forEach(name -> columns.add(new Program.ResultColumn(name, null, null, null, null)));
    return columns;
  }
}
