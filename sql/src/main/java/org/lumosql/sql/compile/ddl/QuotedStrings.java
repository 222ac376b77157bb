// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.sql.resolve.BoundExpression;

/**
 * Gives strings in double quotes single ones, in all definitions of a schema: when a column gets another name or goes away, such a string must not turn into a
 * column, nor a column into a string (https://sqlite.org/quirks.html#dblquote).
 */
final class QuotedStrings implements SchemaReferences.Listener {
  private final SqlText text;

  private QuotedStrings(SqlText text) {
    this.text = text;
  }

  /** @throws SqlException without a word of what is wrong if a view or trigger makes no sense */
  static void rewrite(Databases databases, Definitions definitions) {
    boolean isTolerant = databases.isOn(Databases.Setting.WRITABLE_SCHEMA);
    definitions.texts().forEach(
        (key, text) -> {
          try {
            rewrite(key.object(), text, new SchemaReferences(databases, new QuotedStrings(text)));
          } catch (SqlException e) {
            if (!isTolerant) {
              throw new SqlException("SQL logic error");
            }
          }
        });
  }

  private static void rewrite(Object definition, SqlText text, SchemaReferences references) {
    if (definition instanceof Index index) {
      references.index(index.table(), (Statement.CreateIndex) Parser.parse(index.definition().sql()).statement());
    } else if (definition instanceof Trigger trigger) {
      references.trigger(trigger, text);
    } else if (definition instanceof Table table) {
      if (table.isView()) {
        references.view(table);
      } else if (!table.isVirtual()) {
        references.tableExpressions(table);
      }
    }
  }

  @Override
  public void column(Expression.ColumnReference name, BoundExpression value) {
    int token = text.tokenAt(name.position());
    if (token >= 0 && name.table() == null && name.isDoubleQuoted() && value instanceof BoundExpression.TextConstant string
        && string.value().equals(name.column())) { // not what an alias stands for
      text.replace(text.start(token), text.end(token), SchemaWriter.quote(string.value()));
    }
  }

  @Override
  public void table(int position, String schema, Table found) {
    // only strings matter
  }

  @Override
  public void columnToken(int token, Table table, String name) {
    // only strings matter
  }
}
