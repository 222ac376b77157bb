// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Authority;
import org.lumosql.schema.ParameterValues;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.change.ChangeCompiler;
import org.lumosql.sql.compile.ddl.DefinitionCompiler;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.TokenScan;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** From SQL text to a program: chooses the compiler for each kind of statement. */
final class StatementCompiler {
  private static final List<String> EXPLAIN_COLUMNS =
      List.of("addr", "opcode", "p1", "p2", "p3", "p4", "p5", "comment");
  private static final List<String> QUERY_PLAN_COLUMNS = List.of("id", "parent", "notused", "detail");

  private StatementCompiler() {}

  /** Parses the statement at an offset of a script. */
  static ParsedStatement parse(Session session, String script, int from) {
    if (isTooLong(session, script)) {
      throw new SqlException(ResultCode.TOOBIG, "statement too long", -1);
    }
    return Parser.parse(script, from, session.limits().ofLanguage());
  }

  /** Limits count bytes of UTF-8. */
  static boolean isTooLong(Session session, String text) {
    int limit = session.limit(Limits.SQL_LENGTH);
    return text.length() > limit / 3 && (text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit);
  }

  /** Parses the statement that was scanned. */
  static ParsedStatement parse(Session session, TokenScan scan) {
    return Parser.parse(scan, session.limits().ofLanguage());
  }

  /** @param sql the statement's own text, which programs and the schema table keep */
  static Program compile(Session session, ParsedStatement parsed, String sql) {
    return compile(session, parsed, sql, null);
  }

  /** @param scan where the statement was parsed from; if its program can serve other texts, it is added to the session's shapes; or null */
  static Program compile(Session session, ParsedStatement parsed, String sql, TokenScan scan) {
    Statement statement = parsed.statement();
    int explain = 0;
    if (statement instanceof Statement.Explain explained) {
      explain = explained.queryPlan() ? Program.EXPLAIN_QUERY_PLAN : Program.EXPLAIN;
      statement = explained.statement();
    }
    ProgramBuilder builder = session.takeProgramBuilder();
    CompileContext context =
        new CompileContext(session.catalog(), parsed.parameters(), explain == Program.EXPLAIN_QUERY_PLAN, builder);
    Authority outer = session.catalog().beginStatement();
    ParameterValues outerValues = session.catalog().beginParameters(!parsed.parameters().isEmpty());
    ParameterValues values = session.catalog().parameterValues();
    try {
      compile(session, context, statement, sql);
    } finally {
      session.catalog().endParameters(outerValues);
      session.catalog().endStatement(outer);
    }
    if (explain != 0) {
      context.addFlag(explain | Program.READ_ONLY);
      context.setColumns(columns(explain == Program.EXPLAIN ? EXPLAIN_COLUMNS : QUERY_PLAN_COLUMNS));
    }
    Program program = context.finish(sql);
    if (values != null && !values.asked().isEmpty()) {
      program = program.plannedFor(values.asked());
    }
    if (sql.length() > session.limit(Limits.LENGTH) / 3) {
      checkLengths(program, session.limit(Limits.LENGTH));
    }
    session.giveProgramBuilder(builder);
    if (scan != null && scan.isShareable()) {
      session.shapes().add(new StatementShape(scan, program, session, context));
    }
    return program;
  }

  /** Literals and names of columns are values too. */
  private static void checkLengths(Program program, int limit) {
    boolean isTooBig = false;
    for (Object operand : program.p4()) {
      isTooBig |= operand instanceof byte[] bytes && bytes.length > limit;
    }
    for (Program.ResultColumn column : program.columns()) {
      isTooBig |= column.name() != null && column.name().getBytes(StandardCharsets.UTF_8).length > limit;
    }
    if (isTooBig) {
      throw new SqlException(ResultCode.TOOBIG, "string or blob too big", -1);
    }
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
    List<QueryBlock.Result> results = query.first().results();
    Program.ResultColumn[] columns = new Program.ResultColumn[results.size()];
    for (int i = 0; i < columns.length; i++) {
      QueryBlock.Result result = results.get(i);
      columns[i] = labelled(result.origin(), result.label());
    }
    return List.of(columns);
  }

  private static Program.ResultColumn labelled(Program.ResultColumn origin, String label) {
    if (origin == null) {
      return new Program.ResultColumn(label, null, null, null, null);
    }
    // the same text as another object would do no harm
    return origin.name() == label
        ? origin
        : new Program.ResultColumn(
            label, origin.declaredType(), origin.database(), origin.table(), origin.column());
  }

  /** Result columns that are nobody's table columns. */
  static List<Program.ResultColumn> columns(List<String> names) {
    List<Program.ResultColumn> columns = new ArrayList<>();
    names.forEach(name -> columns.add(new Program.ResultColumn(name, null, null, null, null)));
    return columns;
  }
}
