// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Upsert;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.ReferenceListener;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;

/**
 * Binds the definitions of a schema and tells what their names mean. Names that are no expressions (lists of columns)
 * are found by their tokens.
 */
final class SchemaReferences {
  private final Databases databases;
  private final Listener listener;

  /** Told of references in one text. */
  interface Listener extends ReferenceListener {
    /** A token of the text names a column of a table. */
    void columnToken(int token, Table table, String name);
  }

  SchemaReferences(Databases databases, Listener listener) {
    this.databases = databases;
    this.listener = listener;
  }

  private Resolver resolver(int database) {
    String home = database == SchemaWriter.TEMP ? null : databases.name(database);
    return new Resolver(databases).listening(home, listener);
  }

  // ---- tables, indexes, views -------------------------------------------------------------------------------------

  /** CHECK constraints and generated columns. */
  void tableExpressions(Table table) {
    Resolver resolver = resolver(table.database());
    Source source = resolver.tableSource(table, null);
    for (Column column : table.columns()) {
      if (column.isGenerated()) {
        resolver.bindExpression(column.generated(), scope(source, null, Scope.Use.GENERATED));
      }
    }
    for (Table.CheckConstraint check : table.definition().checks()) {
      resolver.bindExpression(check.expression(), scope(source, null, Scope.Use.CHECK));
    }
  }

  private static Scope scope(Source source, Scope outer, Scope.Use use) {
    Scope scope = new Scope(outer, use);
    scope.add(source);
    return scope;
  }

  void index(Table table, Statement.CreateIndex definition) {
    Resolver resolver = resolver(table.database());
    Source source = resolver.tableSource(table, null);
    for (IndexedColumn column : definition.columns()) {
      resolver.bindExpression(asColumn(column.expression()), scope(source, null, Scope.Use.INDEX));
    }
    if (definition.where() != null) {
      resolver.bindExpression(definition.where(), scope(source, null, Scope.Use.PARTIAL_INDEX));
    }
  }

  /** In an index a string is a name, but behind two collations. */
  static Expression asColumn(Expression expression) {
    if (expression instanceof Expression.Collate collate) {
      boolean isText = collate.operand().unwrapped() instanceof Expression.Collate inner && inner.operand().unwrapped() instanceof Expression.StringLiteral;
      return isText ? expression : asColumn(collate.operand());
    }
    if (expression instanceof Expression.Parenthesised parenthesised) {
      return asColumn(parenthesised.inner());
    }
    if (expression instanceof Expression.StringLiteral literal) {
      return new Expression.ColumnReference(literal.position(), null, null, literal.value());
    }
    return expression;
  }

  void view(Table view) {
    resolver(view.database()).bindQuery(view.definition().view(), null);
  }

  // ---- triggers ---------------------------------------------------------------------------------------------------

  void trigger(Trigger trigger, SqlText text) {
    Statement.CreateTrigger definition = trigger.definition();
    int home = trigger.database();
    Resolver resolver =
        new Resolver(databases)
            .forTrigger(home == SchemaWriter.TEMP ? null : databases.name(home))
            .listening(home == SchemaWriter.TEMP ? null : databases.name(home), listener);
    Table table = databases.findTable(databases.name(trigger.tableDatabase()), trigger.table());
    if (table == null) { // its database was detached
      String schema = definition.table().schema();
      throw new SqlException("no such table: " + (schema == null ? "" : schema + ".") + trigger.table());
    }
    Scope names = new Scope(null);
    QualifiedName on = definition.table();
    listener.table(on.position(), on.schema(), table);
    Source source = table.isView() ? resolver.viewSource(table, null) : resolver.tableSource(table, null);
    if (definition.event() != Statement.TriggerEvent.INSERT) {
      names.add(new Row("old", source));
    }
    if (definition.event() != Statement.TriggerEvent.DELETE) {
      names.add(new Row("new", source));
    }
    updateOf(definition, table, text);
    if (definition.when() != null) {
      resolver.bindExpression(definition.when(), names);
    }
    for (Statement statement : definition.body()) {
      statement(statement, resolver, names, home, text);
    }
  }

  private void updateOf(Statement.CreateTrigger definition, Table table, SqlText text) {
    if (!definition.updateOf().isEmpty()) {
      int token = 0;
      while (token < text.count() && !(text.is(token, "UPDATE") && text.is(token + 1, "OF"))) {
        token++;
      }
      names(text, token + 2, table, definition.updateOf());
    }
  }

  /** A list of column names, separated by commas, that begins at a token. */
  private void names(SqlText text, int first, Table table, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      listener.columnToken(first + 2 * i, table, names.get(i));
    }
  }

  private void statement(Statement statement, Resolver resolver, Scope names, int database, SqlText text) {
    if (statement instanceof Statement.Query query) {
      resolver.bindQuery(query.select(), names);
    } else if (statement instanceof Statement.Insert insert) {
      insert(insert, resolver, names, database, text);
    } else if (statement instanceof Statement.Update update) {
      Table table = target(update.table().schema(), update.table().name(), update.table().position(), database);
      Scope scope = new Scope(names);
      if (update.from() != null) {
        resolver.bindFrom(update.from(), scope, new ArrayList<>());
      }
      scope.add(source(resolver, table));
      assignments(update.assignments(), table, resolver, scope, text);
      bind(update.where(), resolver, scope);
    } else if (statement instanceof Statement.Delete delete) {
      Table table = target(delete.table().schema(), delete.table().name(), delete.table().position(), database);
      Scope scope = new Scope(names);
      scope.add(source(resolver, table));
      bind(delete.where(), resolver, scope);
    }
  }

  /** @param schema or null */
  private Table target(String schema, String name, int position, int database) {
    String home = schema != null ? schema : database == SchemaWriter.TEMP ? null : databases.name(database);
    Table table = databases.findTable(home, name);
    if (table == null) {
      throw new org.lumosql.sql.SqlException("no such table: " + (home == null ? "" : home + ".") + name);
    }
    listener.table(position, schema, table);
    return table;
  }

  private static Source source(Resolver resolver, Table table) {
    return table.isView() ? resolver.viewSource(table, null) : resolver.tableSource(table, null);
  }

  private static void bind(Expression expression, Resolver resolver, Scope scope) {
    if (expression != null) {
      resolver.bindExpression(expression, scope);
    }
  }

  private void assignments(List<Assignment> list, Table table, Resolver resolver, Scope scope, SqlText text) {
    for (Assignment assignment : list) {
      int token = text.tokenAt(assignment.position());
      names(text, text.is(token, "(") ? token + 1 : token, table, assignment.columns());
      resolver.bindRow(assignment.value(), scope);
    }
  }

  private void insert(Statement.Insert insert, Resolver resolver, Scope names, int database, SqlText text) {
    Table table = target(insert.table().schema(), insert.table().name(), insert.table().position(), database);
    if (insert.columns() != null) {
      int open = text.find(text.tokenAt(insert.table().position()), "(");
      names(text, open + 1, table, insert.columns());
    }
    if (insert.source() != null) {
      resolver.bindQuery(insert.source(), names);
    }
    for (Upsert upsert : insert.upserts()) {
      Source source = source(resolver, table);
      Scope excluded = new Scope(names);
      excluded.add(new Row("excluded", source));
      Scope scope = scope(source, excluded, Scope.Use.QUERY);
      for (IndexedColumn column : upsert.target()) {
        bind(column.expression(), resolver, scope);
      }
      bind(upsert.targetWhere(), resolver, scope);
      if (upsert.assignments() != null) {
        assignments(upsert.assignments(), table, resolver, scope, text);
      }
      bind(upsert.where(), resolver, scope);
    }
  }

  /** OLD, NEW or excluded: another name for a row of a table. */
  private record Row(String name, Source source) implements Scope.Visible {
    @Override
    public String schemaName() {
      return null;
    }

    @Override
    public int columnCount() {
      return source.columnCount();
    }

    @Override
    public String columnName(int column) {
      return source.columnName(column);
    }

    @Override
    public boolean hasRowid() {
      return true;
    }

    @Override
    public boolean isHidden(int column) {
      return false;
    }

    @Override
    public boolean needsQualifier() {
      return true;
    }

    @Override
    public BoundExpression value(int column) {
      return new BoundExpression.ColumnValue(source, column);
    }
  }

  // ---- foreign keys -----------------------------------------------------------------------------------------------

  /**
   * Finds REFERENCES of a parent in the text of a CREATE TABLE.
   *
   * @param found told the token of the parent's name, and the first and last tokens of names of its columns (or −1)
   */
  static void foreignKeys(SqlText text, String parent, BiConsumer<Integer, int[]> found) {
    for (int token = 0; token < text.count(); token++) {
      if (text.is(token, "REFERENCES") && text.isName(token + 1, parent)) {
        boolean hasColumns = text.is(token + 2, "(");
        int[] columns = hasColumns ? new int[] {token + 3, text.closing(token + 2) - 1} : new int[] {-1, -2};
        found.accept(token + 1, columns);
      }
    }
  }
}
