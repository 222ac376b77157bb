// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.Statement.CreateIndex;

/** Makes an {@link Index} from a CREATE INDEX, and knows which fields an index's records have behind the key. */
public final class IndexBuilder {
  private IndexBuilder() {}

  /**
   * @param sql the text for the schema table
   * @throws SqlException if a column is missing
   */
  public static Index build(CreateIndex statement, Table table, String sql) {
    List<Index.Part> parts = new ArrayList<>();
    for (IndexedColumn term : statement.columns()) {
      parts.add(part(term, table));
    }
    return new Index(
        new Index.Definition(
            table.database(),
            statement.name().name(),
            withRowIdentity(table, parts, false),
            parts.size(),
            statement.unique(),
            Index.Origin.CREATED,
            statement.unique() ? ConflictAction.ABORT : ConflictAction.DEFAULT,
            statement.where(),
            false,
            sql),
        table,
        0);
  }

  private static Index.Part part(IndexedColumn term, Table table) {
    Expression expression = term.expression().unwrapped();
    String collation = null;
    int collations = 0;
    while (expression instanceof Expression.Collate collate) {
      collation = collation == null ? collate.collation() : collation;
      expression = collate.operand().unwrapped();
      collations++;
    }
    String name = null;
    if (expression instanceof Expression.ColumnReference reference && reference.table() == null) {
      name = reference.column();
    } else if (expression instanceof Expression.StringLiteral literal && collations < 2) { // behind two it is a text, in SQLite
      name = literal.value();
    }
    int number = name == null ? Index.EXPRESSION : table.columnNumber(name);
    if (name != null && number < 0) {
      if (isUnknownName(expression)) {
        throw new SqlException("no such column: " + name, expression.position());
      }
      number = Index.EXPRESSION;
    }
    if (number == Index.EXPRESSION) {
      return new Index.Part(number, expression, collation == null ? "BINARY" : collation, term.descending());
    }
    String declared = table.column(number).collation();
    return new Index.Part(number, null, collation == null ? declared : collation, term.descending());
  }

  /** A text in single quotes is a name here; one in double quotes may be a text. */
  private static boolean isUnknownName(Expression expression) {
    if (expression instanceof Expression.StringLiteral) {
      return true;
    }
    return expression instanceof Expression.ColumnReference reference
        && !reference.isDoubleQuoted()
        && (reference.quotes() != Expression.Quotes.NONE
            || !Ascii.equal(reference.column(), "true") && !Ascii.equal(reference.column(), "false"));
  }

  /** The key's parts and behind them what identifies the row; of a WITHOUT ROWID table's own tree, all other stored columns. */
  static List<Index.Part> withRowIdentity(Table table, List<Index.Part> key, boolean isTable) {
    List<Index.Part> parts = new ArrayList<>(key);
    if (table.hasRowid()) {
      parts.add(new Index.Part(Index.ROWID, null, "BINARY", false));
    } else if (isTable) {
      for (int column = 0; column < table.columnCount(); column++) {
        int number = column;
        boolean inKey = key.stream().anyMatch(part -> part.column() == number);
        if (!inKey && !table.column(column).isVirtual()) {
          parts.add(new Index.Part(column, null, "BINARY", false));
        }
      }
    } else if (table.primaryKeyIndex() != null) {
      addPrimaryKey(table.primaryKeyIndex(), parts, true);
    }
    return parts;
  }

  /** @param keepsDirection whether DESC of the key counts: it does not in the indexes of a table's constraints, which is how files have them */
  private static void addPrimaryKey(Index primaryKey, List<Index.Part> parts, boolean keepsDirection) {
    for (Index.Part part : primaryKey.parts().subList(0, primaryKey.keyCount())) {
      boolean present =
          parts.stream()
              .anyMatch(
                  other -> other.column() == part.column() && Ascii.equal(other.collation(), part.collation()));
      if (!present) {
        parts.add(new Index.Part(part.column(), part.expression(), part.collation(), keepsDirection && part.descending()));
      }
    }
  }

  /** The indexes of a table's constraints; those of a WITHOUT ROWID table that came before its key get their row identity now. */
  static List<Index> completed(Table table, List<Index> indexes) {
    if (table.hasRowid()) {
      return indexes;
    }
    Index primaryKey = indexes.stream().filter(Index::isTable).findFirst().orElseThrow();
    List<Index> completed = new ArrayList<>();
    for (Index index : indexes) {
      if (index.isTable()) {
        completed.add(index);
        continue;
      }
      Index.Definition old = index.definition();
      List<Index.Part> parts = new ArrayList<>(old.parts().subList(0, old.keyCount()));
      addPrimaryKey(primaryKey, parts, false);
      completed.add(
          new Index(
              new Index.Definition(
                  old.database(),
                  old.name(),
                  parts,
                  old.keyCount(),
                  old.unique(),
                  old.origin(),
                  old.onConflict(),
                  old.where(),
                  false,
                  null),
              table,
              0));
    }
    return completed;
  }
}
