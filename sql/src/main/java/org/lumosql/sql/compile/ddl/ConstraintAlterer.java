// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.Locale;
import java.util.Set;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;

/** ALTER TABLE … ADD CHECK, DROP CONSTRAINT, ALTER column SET NOT NULL and DROP NOT NULL. */
final class ConstraintAlterer {
  private final Environment environment;
  private final Table table;
  private final SqlText text;

  /** What begins a constraint, or stands behind the last. */
  private static final Set<String> BEGINNINGS =
      Set.of("CONSTRAINT", "PRIMARY", "NOT", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "FOREIGN", "AS", "GENERATED", ",", ")");

  /** What DROP CONSTRAINT removes. */
  private static final Set<String> DROPPED = Set.of("CHECK", "NOT", "REFERENCES", "FOREIGN");

  /** What DROP CONSTRAINT takes only the name from. */
  private static final Set<String> DROPPED_BY_NAME = Set.of("CONSTRAINT", "DEFAULT", "COLLATE", "AS", "GENERATED", ",", ")");

  ConstraintAlterer(Environment environment, Table table) {
    this.environment = environment;
    this.table = table;
    if (table.isView() || table.isVirtual()) {
      throw new SqlException(
          "cannot edit constraints of " + (table.isView() ? "view" : "virtual table") + " \"" + table.name() + "\"");
    }
    TableAlterer.requireAlterable(table);
    this.text = new SqlText(table.definition().sql());
  }

  private void write() {
    String sql = text.result();
    new TableCreator(environment, null).validate(new TableText(environment, table.database()).build(sql));
    SchemaRewriter.update(environment, new Definitions.Key(table.database(), "table", table.name(), table), sql);
    SchemaRewriter.reload(environment, table.database());
  }

  // ---- CHECK ------------------------------------------------------------------------------------------------------

  void add(Statement.AddConstraint statement) {
    String name = statement.check().name();
    if (name != null && find(name) >= 0) {
      throw new SqlException("constraint " + name + " already exists");
    }
    new RowChecks(environment, table)
        .failIf(RowChecks.negated(statement.check().expression()), ResultCode.CONSTRAINT, "constraint failed");
    int close = text.start(text.closing(text.find(0, "(")));
    text.replace(close, close, ", " + statement.text());
    write();
  }

  /** The token CONSTRAINT before a name, −1 if there is none. */
  private int find(String name) {
    for (int token = 0; token < text.count(); token++) {
      if (text.is(token, "CONSTRAINT") && text.isName(token + 1, name)) {
        return token;
      }
    }
    return -1;
  }

  void drop(String name) {
    int token = find(name);
    if (token < 0) {
      throw new SqlException("no such constraint: " + name);
    }
    String kind = text.text(token + 2).toUpperCase(Locale.ROOT);
    if (DROPPED.contains(kind)) {
      removeTokens(token, last(token + 2));
    } else if (DROPPED_BY_NAME.contains(kind)) {
      removeTokens(token, token + 1);
    } else {
      throw new SqlException("constraint may not be dropped: " + name);
    }
    requireReadable();
    write();
  }

  private void requireReadable() {
    try {
      Parser.parse(text.result());
    } catch (SqlException e) {
      throw new SqlException("error in table " + table.name() + " after drop constraint: " + e.getMessage());
    }
  }

  /** The last token of the constraint that begins with a token: it goes as far as no other begins, wherever the words of one stand, as in ON DELETE SET DEFAULT. */
  private int last(int first) {
    int token = first + 1;
    if (text.is(first, "FOREIGN")) {
      token = text.find(token, "REFERENCES") + 1;
    }
    if (text.is(token - 1, "REFERENCES")) {
      token++; // the table may be called "generated"
    }
    while (token < text.count() && !BEGINNINGS.contains(text.text(token).toUpperCase(Locale.ROOT))) {
      token = text.is(token, "(") ? text.closing(token) + 1 : token + 1;
    }
    return token - 1;
  }

  /**
   * Removes tokens with the space and comments around them, and with the comma before them if they were a whole constraint of the table. A space is left before
   * what follows.
   */
  private void removeTokens(int first, int last) {
    boolean isLast = text.is(last + 1, ",") || text.is(last + 1, ")");
    boolean isWhole = isLast && text.is(first - 1, ",");
    text.replace(isWhole ? text.start(first - 1) : text.end(first - 1), text.start(last + 1), isLast ? "" : " ");
  }

  // ---- NOT NULL ---------------------------------------------------------------------------------------------------

  private int column(String name) {
    int column = table.columnNumber(name);
    if (column < 0) {
      throw new SqlException("no such column: " + name);
    }
    return column;
  }

  void setNotNull(Statement.SetNotNull statement) {
    int column = column(statement.column());
    new RowChecks(environment, table)
        .failIf(RowChecks.isNull(table.columnName(column)), ResultCode.CONSTRAINT, "constraint failed");
    removeNotNull(column);
    int end = end(column);
    int behind = text.start(end + 1);
    text.replace(behind, behind, " " + statement.text());
    write();
  }

  void dropNotNull(String name) {
    removeNotNull(column(name));
    if (text.isChanged()) {
      write();
    }
  }

  private int first(int column) {
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(table.definition().sql()).statement();
    return text.tokenAt(create.columns().get(column).position());
  }

  /** The last token of a column's definition. */
  private int end(int column) {
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(table.definition().sql()).statement();
    boolean isLast = column + 1 == create.columns().size();
    // the token before the comma that stands before the next column
    return isLast ? text.columnsEnd() - 1 : text.tokenAt(create.columns().get(column + 1).position()) - 2;
  }

  private void removeNotNull(int column) {
    int end = end(column);
    int depth = 0;
    for (int token = first(column) + 1; token < end; token++) {
      if (text.is(token, "(")) {
        depth++;
      } else if (text.is(token, ")")) {
        depth--;
      } else if (depth == 0 && text.is(token, "NOT") && text.is(token + 1, "NULL")) {
        int last = last(token);
        boolean isNamed = text.is(token - 2, "CONSTRAINT");
        removeTokens(isNamed ? token - 2 : token, last);
      }
    }
  }
}
