// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * RETURNING (https://sqlite.org/lang_returning.html): rows are kept aside while the statement runs, and come out when
 * all changes are done. What is wrong with it is told where the first row is kept: SQLite looks at it when it has compiled what comes before, triggers among others.
 */
final class Returning {
  private final Environment environment;
  private final Source source;
  private final List<QueryBlock.Result> results;
  /** Null if there is none. */
  private final SqlException mistake;
  private final int cursor;

  private Returning(Environment environment, Source source, List<QueryBlock.Result> results, SqlException mistake) {
    this.environment = environment;
    this.source = source;
    this.results = results;
    this.mistake = mistake;
    this.cursor = environment.program().newCursor();
  }

  /** The clause of a change of a table; null if there is none. */
  static Returning of(Target target, List<Select.ResultItem> items) {
    return of(target.environment(), target.source(), target.table().name(), items);
  }

  /** Null if there is no such clause. @param table its name, since aliases are not known here */
  static Returning of(Environment environment, Source source, String table, List<Select.ResultItem> items) {
    if (items.isEmpty()) {
      return null;
    }
    requireOwnColumns(items);
    Scope scope = new Scope(environment.outer(), Scope.Use.RETURNING);
    scope.add(source, table);
    List<QueryBlock.Result> results;
    try {
      results = environment.resolver().bindResults(items, scope);
    } catch (SqlException e) {
      return new Returning(environment, source, List.of(), e);
    }
    Returning returning = new Returning(environment, source, results, null);
    returning.results.forEach(result -> BoundTree.walk(result.expression(), returning::keepFresh));
    returning.declare();
    return returning;
  }

  /** A wildcard with a table's name is told before whatever else is wrong with the change. */
  static void requireOwnColumns(List<Select.ResultItem> items) {
    for (Select.ResultItem item : items) {
      if (item instanceof Select.TableColumns) {
        throw new SqlException("RETURNING may not use \"TABLE.*\" wildcards");
      }
    }
  }

  /** A query of the changed table gives something else for each row. As in SQLite, other queries that read it run once, as those of a view. */
  private void keepFresh(BoundExpression expression) {
    BoundQuery query = BoundTree.queryOf(expression);
    if (query != null && query.lastArmReads(source)) {
      query.setCorrelated(true);
    }
  }

  private void declare() {
    List<Program.ResultColumn> columns = new ArrayList<>();
    for (QueryBlock.Result result : results) {
      Program.ResultColumn origin = result.origin();
      String type = origin == null ? null : origin.declaredType();
      columns.add(new Program.ResultColumn(result.label(), type, null, null, null));
    }
    environment.context().setColumns(columns);
  }

  /** Emits opening the place where rows are kept. */
  void open() {
    environment.program().emit(Opcode.OpenEphemeral, cursor, results.size());
  }

  /** Emits keeping a row. */
  void row(SourceAccess row) {
    if (mistake != null) {
      throw mistake;
    }
    ProgramBuilder program = environment.program();
    int first = program.newRegisters(results.size() + 2);
    SourceAccess before = environment.context().setAccess(source, row);
    boolean factoring = environment.context().setFactoring(false);
    List<BoundExpression> expressions = results.stream().map(QueryBlock.Result::expression).toList();
    environment.context().expressions().codeList(expressions, first);
    for (int i = 0; i < expressions.size(); i++) {
      if (Typing.affinity(expressions.get(i)) == Affinity.REAL) {
        program.emit(Opcode.RealAffinity, first + i);
      }
    }
    environment.context().setFactoring(factoring);
    environment.context().setAccess(source, before);
    int record = first + results.size();
    program.emit(Opcode.MakeRecord, first, results.size(), record);
    program.emit(Opcode.NewRowid, cursor, record + 1);
    program.emit(Opcode.Insert, cursor, record, record + 1);
  }

  /** Emits the statement's rows. */
  void emit() {
    ProgramBuilder program = environment.program();
    environment.checkForeignKeys();
    int done = program.newLabel();
    int first = program.newRegisters(results.size());
    program.emit(Opcode.Rewind, cursor, done);
    int loop = program.address();
    for (int i = 0; i < results.size(); i++) {
      program.emit(Opcode.Column, cursor, i, first + i);
    }
    program.emit(Opcode.ResultRow, first, results.size());
    program.emit(Opcode.Next, cursor, loop);
    program.place(done);
  }
}
