// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/**
 * The table that a statement changes: its source, the cursors on its tree and its indexes, and its bound expressions.
 * The tree of a WITHOUT ROWID
 * table is its primary key index, and has one cursor.
 */
public final class Target {
  private final Environment environment;
  private final Table table;
  private final Source.TableSource source;
  private final int dataCursor;
  private final List<Index> indexes;
  private final int[] indexCursors;
  /** Null while no expression of the definition was bound. */
  private Map<Expression, BoundExpression> bound;
  private Map<BoundExpression, Scope.Use> uses;

  /** @param alias or null */
  public Target(Environment environment, Table table, String alias) {
    this(environment, table, environment.resolver().tableSource(table, alias));
  }

  /** The target of an UPDATE or DELETE, which may say which index is to be used. */
  /** @throws SqlException if the statement names an index that the table, or view, does not have */
  static void requireIndex(Table table, FromItem.Table named) {
    if (named.indexedBy() != null && table.indexes().stream().noneMatch(index -> Ascii.equal(index.name(), named.indexedBy()))) {
      throw new SqlException("no such index: " + named.indexedBy());
    }
  }

  static Target of(Environment environment, Table table, FromItem.Table named) {
    if (named.indexedBy() == null && !named.notIndexed()) {
      Target target = new Target(environment, table, named.alias());
      target.source.setWritten(named.schema(), named.name(), named.alias());
      return target;
    }
    String schema = environment.databases().name(table.database());
    FromItem.Table qualified =
        new FromItem.Table(
            named.position(), schema, named.name(), named.alias(), named.indexedBy(), named.notIndexed());
    List<Source> sources = environment.resolver().bindFrom(qualified, new Scope(null), new ArrayList<>());
    sources.get(0).setWritten(named.schema(), named.name(), named.alias());
    return new Target(environment, table, (Source.TableSource) sources.get(0));
  }

  private Target(Environment environment, Table table, Source.TableSource source) {
    this.environment = environment;
    this.table = table;
    this.source = source;
    source.setChanged();
    this.dataCursor = environment.program().newCursor();
    this.indexes = table.indexes();
    this.indexCursors = new int[indexes.size()];
    for (int i = 0; i < indexCursors.length; i++) {
      indexCursors[i] = indexes.get(i).isTable() ? dataCursor : environment.program().newCursor();
    }
  }

  Environment environment() {
    return environment;
  }

  Table table() {
    return table;
  }

  Source.TableSource source() {
    return source;
  }

  public int dataCursor() {
    return dataCursor;
  }

  List<Index> indexes() {
    return indexes;
  }

  int indexCursor(int number) {
    return indexCursors[number];
  }

  /** Columns that identify a row: the key of a WITHOUT ROWID table; empty for others. */
  List<Integer> keyColumns() {
    return table.definition().primaryKey();
  }

  /** What identifies a row: the rowid, or the columns of the key. A new list. */
  List<BoundExpression> identity() {
    List<BoundExpression> identity = new ArrayList<>();
    if (table.hasRowid()) {
      identity.add(new BoundExpression.ColumnValue(source, -1));
    } else {
      keyColumns().forEach(column -> identity.add(new BoundExpression.ColumnValue(source, column)));
    }
    return identity;
  }

  /** How many registers a row's identity takes. */
  public int keySize() {
    return table.hasRowid() ? 1 : keyColumns().size();
  }

  // ---- cursors ----------------------------------------------------------------------------------------------------

  /** Opens the table for writing, and those indexes that are wanted. @param wanted null for all */
  void open(boolean[] wanted) {
    environment.context().writeDatabase(table.database());
    environment.context().openTable(table, dataCursor, Opcode.OpenWrite);
    for (int i = 0; i < indexCursors.length; i++) {
      if (!indexes.get(i).isTable() && (wanted == null || wanted[i])) {
        openIndex(i);
      }
    }
  }

  private void openIndex(int number) {
    Index index = indexes.get(number);
    environment
        .program()
        .emit(
            Opcode.OpenWrite,
            indexCursors[number],
            index.rootPage(),
            table.database(),
            index.keyOrder(environment.databases()));
  }

  /**
   * Emits a jump to {@code missing} unless the table has the row whose identity is in registers; the cursor then
   * stands on it.
   */
  void seek(int key, int missing) {
    if (table.hasRowid()) {
      environment.program().emit(Opcode.NotExists, dataCursor, missing, key);
    } else {
      environment.program().emit(Opcode.NotFound, dataCursor, missing, key, (long) keySize());
    }
  }

  /** How the row that the data cursor stands on is read. */
  public SourceAccess cursorAccess() {
    return new CursorAccess(this);
  }

  // ---- expressions ------------------------------------------------------------------------------------------------

  /** An expression of the table's definition, bound once. */
  public BoundExpression bind(Expression expression, Scope.Use use) {
    if (bound == null) {
      bound = new IdentityHashMap<>();
      uses = new IdentityHashMap<>();
    }
    BoundExpression known = bound.get(expression);
    if (known == null) {
      Scope scope = new Scope(null, use);
      scope.add(source);
      known = environment.resolver().bindExpression(expression, scope);
      uses.put(known, use);
      bound.put(expression, known);
    }
    return known;
  }

  private Scope.Use useOf(BoundExpression expression) {
    Scope.Use use = uses == null ? null : uses.get(expression);
    return use == null ? Scope.Use.QUERY : use;
  }

  /** Emits code for one of the table's expressions over a row. */
  void code(BoundExpression expression, SourceAccess row, int register) {
    SourceAccess before = environment.context().setAccess(source, row);
    Scope.Use use = environment.context().setUse(useOf(expression));
    boolean factoring = environment.context().setFactoring(false);
    environment.context().expressions().codeTo(expression, register);
    environment.context().setFactoring(factoring);
    environment.context().setUse(use);
    environment.context().setAccess(source, before);
  }

  /** Emits a jump if a condition over a row is false or NULL. */
  void jumpIfNot(BoundExpression condition, SourceAccess row, int label) {
    SourceAccess before = environment.context().setAccess(source, row);
    Scope.Use use = environment.context().setUse(useOf(condition));
    environment.context().expressions().jumpIfFalse(condition, label, true);
    environment.context().setUse(use);
    environment.context().setAccess(source, before);
  }

  /** Emits a jump if a condition over a row is true or NULL. */
  void jumpUnlessFalse(BoundExpression condition, SourceAccess row, int label) {
    SourceAccess before = environment.context().setAccess(source, row);
    Scope.Use use = environment.context().setUse(useOf(condition));
    environment.context().expressions().jumpIfTrue(condition, label, true);
    environment.context().setUse(use);
    environment.context().setAccess(source, before);
  }

  /** What Insert, Delete and TypeCheck know of the table. */
  P4.TableInfo info() {
    return table;
  }
}
