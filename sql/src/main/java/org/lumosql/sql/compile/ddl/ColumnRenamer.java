// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.TableConstraint;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;

/**
 * ALTER TABLE … RENAME COLUMN: in the table's definition, its indexes, and all triggers, views and foreign keys that
 * name the column.
 */
final class ColumnRenamer {
  private final Environment environment;
  private final Table table;

  ColumnRenamer(Environment environment, Table table) {
    this.environment = environment;
    this.table = table;
  }

  void compile(Statement.RenameColumn statement) {
    TableAlterer.requireAlterable(table);
    if (table.isView() || table.isVirtual()) {
      throw new SqlException(
          "cannot rename columns of " + (table.isView() ? "view" : "virtual table") + " \"" + table.name() + "\"");
    }
    int column = table.columnNumber(statement.column());
    if (column < 0) {
      throw new SqlException("no such column: \"" + statement.column() + "\"", statement.columnPosition());
    }
    TableAlterer.requireNoRowidName(table, "rename from", statement.column());
    TableAlterer.requireNoRowidName(table, "rename to", statement.newName());
    Definitions definitions = new Definitions(environment.databases(), table.database());
    ChangedSchema.checkPresent(environment, definitions);
    QuotedStrings.rewrite(environment.databases(), definitions);
    definitions.forEach("", entry -> rename(entry.getKey(), entry.getValue(), column, statement));
    ChangedSchema.check(environment, definitions, table, " after rename");
    SchemaRewriter.write(environment, definitions);
  }

  private void rename(Definitions.Key key, SqlText text, int column, Statement.RenameColumn statement) {
    Edits edits = new Edits(text, column, statement);
    SchemaReferences references = new SchemaReferences(environment.databases(), edits);
    if (key.object() instanceof Index index) {
      if (index.table() == table) {
        references.index(table, (Statement.CreateIndex) Parser.parse(index.definition().sql()).statement());
      }
    } else if (key.object() instanceof Trigger trigger) {
      references.trigger(trigger, text);
    } else if (key.object() instanceof Table other) {
      if (other.isView()) {
        references.view(other);
      } else if (!other.isVirtual()) {
        if (other == table) {
          definition(edits, references);
        }
        if (other.database() == table.database()) {
          SchemaReferences.foreignKeys(text, table.name(), (token, columns) -> edits.tokens(columns[0], columns[1]));
        }
      }
    }
  }

  /** The table's own text: the column, keys, foreign keys, expressions. */
  private void definition(Edits edits, SchemaReferences references) {
    references.tableExpressions(table);
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(table.definition().sql()).statement();
    for (ColumnDefinition definition : create.columns()) {
      edits.position(definition.position());
    }
    for (TableConstraint constraint : create.constraints()) {
      if (constraint instanceof TableConstraint.PrimaryKey primaryKey) {
        primaryKey.columns().forEach(edits::indexed);
      } else if (constraint instanceof TableConstraint.Unique unique) {
        unique.columns().forEach(edits::indexed);
      }
    }
    SqlText text = edits.text;
    for (int token = 0; token < text.count(); token++) {
      if (text.is(token, "FOREIGN") && text.is(token + 1, "KEY") && text.is(token + 2, "(")) {
        edits.tokens(token + 3, text.closing(token + 2) - 1);
      }
    }
  }

  /** Renames tokens of one text that mean the column. */
  private final class Edits implements SchemaReferences.Listener {
    private final SqlText text;
    private final int column;
    private final Statement.RenameColumn statement;

    Edits(SqlText text, int column, Statement.RenameColumn statement) {
      this.text = text;
      this.column = column;
      this.statement = statement;
    }

    private void token(int token) {
      if (text.isName(token, table.columnName(column))) {
        text.rename(token, statement.newName(), statement.quoted());
      }
    }

    void tokens(int first, int last) {
      for (int token = first; token <= last; token++) {
        token(token);
      }
    }

    void position(int position) {
      token(text.tokenAt(position));
    }

    void indexed(IndexedColumn term) {
      Expression expression = term.expression();
      while (expression instanceof Expression.Collate collate) {
        expression = collate.operand();
      }
      position(expression.position());
    }

    @Override
    public void column(Expression.ColumnReference name, BoundExpression value) {
      if (value instanceof BoundExpression.ColumnValue found
          && (found.column() < 0 ? table.rowidAlias() : found.column()) == column
          && found.source() instanceof Source.TableSource source
          && source.table() == table) {
        int first = text.tokenAt(name.position());
        int token = first < 0 ? first : first + (name.schema() != null ? 4 : name.table() != null ? 2 : 0);
        if (found.column() < 0 && token >= 0) {
          // whichever of its names the rowid is called by, SQLite writes the new one of the column
          text.rename(token, statement.newName(), statement.quoted());
        } else {
          token(token);
        }
      }
    }

    @Override
    public void table(int position, String schema, Table found) {
      // tables keep their names
    }

    @Override
    public void columnToken(int token, Table of, String name) {
      if (of == table) {
        token(token);
      }
    }
  }
}
