// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement.Query;
import org.lumosql.value.Register;

/**
 * Checks the rows of one table: NOT NULL and CHECK constraints, and that each index has exactly one entry for each row. One query reads the table
 * and computes everything that is compared.
 */
final class ContentCheck {
  private final Session session;
  private final Table table;
  private final boolean quick;
  private final int maximum;
  private final List<String> messages;
  private final List<Select.ResultItem> results = new ArrayList<>();
  private final List<IndexCheck> indexes = new ArrayList<>();

  /** An index under check: which results of the query are its fields, and whether the row is in it. */
  private static final class IndexCheck {
    Index index;
    int condition = -1;
    int[] fields;
    BtreeCursor cursor;
    KeyProbe probe;
    long rows;
  }

  ContentCheck(Session session, Table table, boolean quick, int maximum, List<String> messages) {
    this.session = session;
    this.table = table;
    this.quick = quick;
    this.maximum = maximum;
    this.messages = messages;
  }

  void run() {
    int[] values = new int[table.columnCount()];
    for (int i = 0; i < values.length; i++) {
      boolean isChecked = table.column(i).notNull() != null || ValueCheck.isNeeded(table, i);
      values[i] = isChecked && i != table.rowidAlias() ? add(column(i)) : -1;
    }
    List<Integer> checks = new ArrayList<>();
    if (!session.catalog().isOn(Setting.IGNORE_CHECK_CONSTRAINTS)) {
      table.definition().checks().forEach(check -> checks.add(add(check.expression())));
    }
    if (!quick) {
      boolean isRowKnown = !table.hasRowid() || table.rowidAlias() >= 0 || rowidName() != null; // else columns have all names that the rowid goes by
      table.indexes().stream().filter(index -> isRowKnown && !index.isTable()).forEach(this::prepare);
    }
    if (results.isEmpty()) {
      results.add(new Select.ResultExpression(new Expression.IntegerLiteral(-1, 1), null, "1"));
    }
    Btree btree = session.btree(table.database());
    try {
      for (IndexCheck check : indexes) {
        check.cursor = btree.openIndex(check.index.rootPage(), false, check.index.keyOrder(session.catalog()));
        check.probe = new KeyProbe(check.index.keyOrder(session.catalog()));
      }
      checkRowsInOrder(values, checks);
      if (messages.size() < maximum) {
        checkCounts();
      }
    } finally {
      indexes.forEach(
          check -> {
            if (check.cursor != null) {
              check.cursor.close();
            }
          });
    }
  }

  /** Rows are numbered as they are stored, whatever way queries go. */
  private void checkRowsInOrder(int[] values, List<Integer> checks) {
    boolean isReversed = session.catalog().isOn(Setting.REVERSE_UNORDERED_SELECTS);
    session.catalog().set(Setting.REVERSE_UNORDERED_SELECTS, false);
    try {
      checkRows(values, checks);
    } finally {
      session.catalog().set(Setting.REVERSE_UNORDERED_SELECTS, isReversed);
    }
  }

  private void checkRows(int[] values, List<Integer> checks) {
    try (Statement rows = Statement.ofQuery(session, query(), "integrity check of " + table.name())) {
      long number = 0;
      while (messages.size() < maximum && rows.step()) {
        number++;
        for (int i = 0; i < values.length; i++) {
          String wrong = values[i] < 0 ? null : ValueCheck.problem(table, i, rows, values[i]);
          if (wrong != null) {
            messages.add(wrong + " value in " + table.name() + "." + table.columnName(i));
          }
        }
        for (int check : checks) {
          if (!rows.isNull(check) && rows.columnDouble(check) == 0) {
            messages.add("CHECK constraint failed in " + table.name());
            break;
          }
        }
        for (IndexCheck check : indexes) {
          checkEntry(check, rows, number);
        }
      }
    }
  }

  private void checkEntry(IndexCheck check, Statement rows, long number) {
    if (check.condition >= 0 && (rows.isNull(check.condition) || rows.columnDouble(check.condition) == 0)) {
      return;
    }
    check.rows++;
    fill(check, rows, check.fields.length);
    if (check.cursor.seekKey(check.probe) != 0) {
      messages.add("row " + number + " missing from index " + check.index.name());
      return;
    }
    if (check.index.isUnique() && isRepeated(check, rows)) {
      messages.add("non-unique entry in index " + check.index.name());
    }
  }

  /** Whether the entry behind the present one has the same key, none of it NULL. */
  private static boolean isRepeated(IndexCheck check, Statement rows) {
    for (int i = 0; i < check.index.keyCount(); i++) {
      if (rows.isNull(check.fields[i])) {
        return false;
      }
    }
    if (!check.cursor.next()) {
      return false;
    }
    fill(check, rows, check.index.keyCount());
    int length = check.cursor.payloadLength();
    byte[] entry = new byte[length];
    check.cursor.readPayload(0, entry, 0, length);
    return check.probe.compareEntry(entry, 0, length) == 0;
  }

  private static void fill(IndexCheck check, Statement rows, int count) {
    check.probe.clear();
    for (int i = 0; i < count; i++) {
      Register value = rows.columnValue(check.fields[i]);
      switch (value.type()) {
        case Register.INTEGER -> check.probe.addInteger(value.integer());
        case Register.REAL -> check.probe.addReal(value.real());
        case Register.TEXT -> check.probe.addText(value.bytes(), value.offset(), value.length());
        case Register.BLOB -> check.probe.addBlob(value.bytes(), value.offset(), value.length());
        default -> check.probe.addNull();
      }
    }
  }

  private void checkCounts() {
    for (IndexCheck check : indexes) {
      if (check.cursor.count() != check.rows) {
        messages.add("wrong # of entries in index " + check.index.name());
      }
    }
  }

  // ---- the query -----------------------------------------------------------------------------------------------------------------

  private void prepare(Index index) {
    IndexCheck check = new IndexCheck();
    check.index = index;
    if (index.isPartial()) {
      check.condition = add(index.definition().where());
    }
    check.fields = new int[index.parts().size()];
    for (int i = 0; i < check.fields.length; i++) {
      Index.Part part = index.parts().get(i);
      check.fields[i] =
          add(
              part.column() == Index.EXPRESSION
                  ? inIndex(part.expression(), index.definition().where())
                  : part.column() == Index.ROWID ? rowid() : column(part.column()));
    }
    indexes.add(check);
  }

  /** Rows that a partial index leaves out may be such that its expression fails. */
  private static Expression inIndex(Expression expression, Expression condition) {
    return condition == null ? expression : new Expression.Case(-1, null, List.of(new Expression.When(condition, expression)), null);
  }

  private int add(Expression expression) {
    results.add(new Select.ResultExpression(expression, null, "c"));
    return results.size() - 1;
  }

  private Expression column(int number) {
    return new Expression.ColumnReference(-1, null, null, table.columnName(number));
  }

  private Expression rowid() {
    String name = rowidName();
    return name == null ? column(table.rowidAlias()) : new Expression.ColumnReference(-1, null, null, name);
  }

  private String rowidName() {
    return Stream.of("rowid", "oid", "_rowid_").filter(name -> table.columnNumber(name) < 0).findFirst().orElse(null);
  }

  private Query query() {
    FromItem from =
        new FromItem.Table(-1, session.database(table.database()).name(), table.name(), null, null, true);
    Select.Simple core = new Select.Simple(-1, false, results, from, null, List.of(), null, List.of());
    return new Query(
        new Select(-1, null, List.of(new Select.Arm(null, core)), List.of(), null, null));
  }
}
