// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.Arrays;
import java.util.List;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;

/** Which value of a source's row goes to which column. */
final class InsertColumns {
  private final Statement.Insert statement;
  private final int[] sources;
  private final int rowidSource;
  private final int expected;

  private InsertColumns(Statement.Insert statement, int[] sources, int rowidSource, int expected) {
    this.statement = statement;
    this.sources = sources;
    this.rowidSource = rowidSource;
    this.expected = expected;
  }

  static InsertColumns of(Statement.Insert statement, Table table) {
    int[] sources = new int[table.columnCount()];
    Arrays.fill(sources, -1);
    int rowid = -1;
    int expected = 0;
    if (statement.columns() != null) {
      expected = statement.columns().size();
      for (int i = 0; i < expected; i++) {
        String name = statement.columns().get(i);
        int column = table.columnNumber(name);
        if (column < 0 && table.hasRowid() && ConstraintChecks.isRowidName(name)) {
          rowid = i;
        } else {
          assign(statement, table, sources, column, name, i);
          if (table.hasRowid() && column == table.rowidAlias()) {
            rowid = i;
          }
        }
      }
    } else if (statement.source() != null) {
      for (int column = 0; column < sources.length; column++) {
        if (!table.column(column).isGenerated() && !table.column(column).hidden()) {
          sources[column] = expected++;
        }
      }
    }
    boolean isImplicit = statement.columns() == null && table.hasRowid() && table.rowidAlias() >= 0;
    if (isImplicit && sources[table.rowidAlias()] >= 0) {
      rowid = sources[table.rowidAlias()];
    }
    return new InsertColumns(statement, sources, rowid, expected);
  }

  private static void assign(
      Statement.Insert statement, Table table, int[] sources, int column, String name, int source) {
    if (column < 0) {
      throw new SqlException(
          "table " + InsertCompiler.qualified(statement) + " has no column named " + name);
    }
    Column definition = table.column(column);
    if (definition.isGenerated()) {
      throw new SqlException("cannot INSERT into generated column \"" + definition.name() + "\"");
    }
    if (sources[column] < 0) {
      sources[column] = source;
    }
  }

  /** The number of a column's value, −1 if the column gets its default. */
  int sourceOf(int column) {
    return sources[column];
  }

  /** The number of the rowid's value, −1 if it is not given. */
  int rowidSource() {
    return rowidSource;
  }

  /** @throws SqlException if the source has another number of values than there are columns */
  void requireWidth(int width, boolean isDefaultValues) {
    if (width == expected || isDefaultValues && statement.columns() == null) {
      return;
    }
    List<String> named = statement.columns();
    if (named != null) {
      throw new SqlException(width + " values for " + named.size() + " columns");
    }
    throw new SqlException(
        "table " + InsertCompiler.qualified(statement) + " has " + expected + " columns but " + width
            + " values were supplied");
  }
}
