// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** A statement as written (https://sqlite.org/lang.html). */
public sealed interface Statement {
  /** EXPLAIN [QUERY PLAN]. */
  record Explain(boolean queryPlan, Statement statement) implements Statement {}

  record Query(Select select) implements Statement {}

  /**
   * INSERT and REPLACE.
   *
   * @param with or null
   * @param columns null if not given
   * @param source null for DEFAULT VALUES; VALUES is a select too
   * @param returning empty if none
   */
  record Insert(
      With with,
      ConflictAction onConflict,
      QualifiedName table,
      String alias,
      List<String> columns,
      Select source,
      List<Upsert> upserts,
      List<Select.ResultItem> returning)
      implements Statement {}

  record Update(
      With with,
      ConflictAction onConflict,
      FromItem.Table table,
      List<Assignment> assignments,
      FromItem from,
      Expression where,
      List<Select.ResultItem> returning,
      List<OrderingTerm> orderBy,
      Expression limit,
      Expression offset)
      implements Statement {}

  record Delete(
      With with,
      FromItem.Table table,
      Expression where,
      List<Select.ResultItem> returning,
      List<OrderingTerm> orderBy,
      Expression limit,
      Expression offset)
      implements Statement {}

  /**
   * CREATE TABLE.
   *
   * @param select for AS SELECT, else null
   * @param sql the text for the schema table: {@code CREATE TABLE}, then what was written from the name (without its schema) on
   */
  record CreateTable(
      boolean temporary,
      boolean ifNotExists,
      QualifiedName name,
      List<ColumnDefinition> columns,
      List<TableConstraint> constraints,
      boolean withoutRowid,
      boolean strict,
      Select select,
      String sql)
      implements Statement {}

  /** @param sql as for {@link CreateTable}; so with all that is created */
  record CreateIndex(
      boolean unique,
      boolean ifNotExists,
      QualifiedName name,
      String table,
      List<IndexedColumn> columns,
      Expression where,
      String sql)
      implements Statement {
    /** The same index of its first columns only, of all rows. */
    public CreateIndex ofFirstColumns(int count) {
      return new CreateIndex(unique, ifNotExists, name, table, columns.subList(0, count), null, sql);
    }
  }

  /** @param columns null if not given */
  record CreateView(
      boolean temporary, boolean ifNotExists, QualifiedName name, List<String> columns, Select select, String sql)
      implements Statement {}

  /**
   * @param time BEFORE, AFTER, INSTEAD_OF
   * @param updateOf columns of UPDATE OF, empty if none
   * @param when or null
   * @param qualifiesTargets whether a step names the database of the table that it changes
   */
  record CreateTrigger(
      boolean temporary,
      boolean ifNotExists,
      QualifiedName name,
      TriggerTime time,
      TriggerEvent event,
      List<String> updateOf,
      QualifiedName table,
      Expression when,
      List<Statement> body,
      boolean qualifiesTargets,
      String sql)
      implements Statement {
    /** What is wrong with such a step, unless the trigger is temporary. */
    public static final String QUALIFIED_TARGET = "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers";
  }

  /** @param arguments as written between the commas, trimmed */
  record CreateVirtualTable(
      boolean ifNotExists, QualifiedName name, String module, List<String> arguments, String sql)
      implements Statement {}

  record Drop(ObjectKind kind, boolean ifExists, QualifiedName name) implements Statement {}

  record RenameTable(QualifiedName table, String newName) implements Statement {}

  /** @param quoted the new name was written in quotes */
  record RenameColumn(QualifiedName table, int columnPosition, String column, String newName, boolean quoted) implements Statement {}

  record AddColumn(QualifiedName table, ColumnDefinition column) implements Statement {}

  record DropColumn(QualifiedName table, int columnPosition, String column) implements Statement {}

  /** ALTER TABLE … ADD [CONSTRAINT name] CHECK. @param text from CONSTRAINT or CHECK on, as written */
  record AddConstraint(QualifiedName table, TableConstraint.Check check, String text) implements Statement {}

  record DropConstraint(QualifiedName table, String name) implements Statement {}

  /** ALTER TABLE … ALTER column SET NOT NULL. @param text NOT NULL and what follows, as written */
  record SetNotNull(QualifiedName table, String column, ConflictAction onConflict, String text) implements Statement {}

  record DropNotNull(QualifiedName table, String column) implements Statement {}

  record Begin(TransactionKind kind) implements Statement {}

  record Commit() implements Statement {}

  /** @param savepoint ROLLBACK TO name, or null for the whole transaction */
  record Rollback(String savepoint) implements Statement {}

  record Savepoint(String name) implements Statement {}

  record Release(String name) implements Statement {}

  /**
   * PRAGMA.
   *
   * @param schema or null
   * @param value null if there is none; numbers with their sign, names and strings without quotes
   * @param isNumber the value was written as a number
   * @param call the value stood in parentheses
   */
  record Pragma(int position, String schema, String name, String value, boolean isNumber, boolean call) implements Statement {}

  /** @param schema or null; @param into or null */
  record Vacuum(int schemaPosition, String schema, Expression into) implements Statement {}

  /** @param key or null */
  record Attach(Expression file, Expression schema, Expression key) implements Statement {}

  record Detach(Expression schema) implements Statement {}

  /** @param name null for all */
  record Analyze(QualifiedName name) implements Statement {}

  /** @param name table, index or collation; null for all */
  record Reindex(QualifiedName name) implements Statement {}

  /** Trigger times. */
  enum TriggerTime {
    BEFORE,
    AFTER,
    INSTEAD_OF
  }

  /** Trigger events. */
  enum TriggerEvent {
    DELETE,
    INSERT,
    UPDATE
  }

  /** Kinds of schema object. */
  enum ObjectKind {
    TABLE,
    INDEX,
    VIEW,
    TRIGGER
  }

  /** BEGIN …. */
  enum TransactionKind {
    DEFERRED,
    IMMEDIATE,
    EXCLUSIVE
  }
}
