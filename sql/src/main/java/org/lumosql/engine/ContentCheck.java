// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyOrder;
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
 * Checks the rows of one table: NOT NULL and CHECK constraints, and that each index has an entry for each row. One query reads the table
 * and computes everything that is compared.
 */
final class ContentCheck {
  private final Session session;
  private final Table table;
  private final boolean quick;
  private final CheckMessages messages;
  private final List<Select.ResultItem> results = new ArrayList<>();
  private final List<IndexCheck> indexes = new ArrayList<>();
  /** Of a table WITHOUT ROWID: its own tree, where the rows must be in order. */
  private IndexCheck own;

  /** An index under check: which results of the query are its fields, and whether the row is in it. */
  private static final class IndexCheck {
    Index index;
    int condition = -1;
    int[] fields;
    BtreeCursor cursor;
    KeyProbe probe;
  }

  ContentCheck(Session session, Table table, boolean quick, CheckMessages messages) {
    this.session = session;
    this.table = table;
    this.quick = quick;
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
    Index ownIndex = table.hasRowid() ? null : table.indexes().stream().filter(Index::isTable).findFirst().orElse(null);
    if (ownIndex != null) {
      own = fields(ownIndex, ownIndex.keyCount());
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
      if (own != null) {
        open(own, btree);
        own.cursor.first();
      }
      for (IndexCheck check : indexes) {
        open(check, btree);
      }
      checkRowsInOrder(values, checks);
    } finally {
      close(own);
      indexes.forEach(ContentCheck::close);
    }
  }

  private void open(IndexCheck check, Btree btree) {
    KeyOrder order = check.index.keyOrder(session.catalog());
    int root = check.index.isTable() ? table.rootPage() : check.index.rootPage();
    check.cursor = btree.openIndex(root, false, order);
    check.probe = new KeyProbe(order);
  }

  private static void close(IndexCheck check) {
    if (check != null && check.cursor != null) {
      check.cursor.close();
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
      while (!messages.isFull() && rows.step()) {
        number++;
        if (own != null) {
          checkOrder(rows, number);
        }
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

  /** Whether the present row stands behind the one before, whose key is in the probe. */
  private void checkOrder(Statement rows, long number) {
    if (number > 1 && !quick) {
      int length = own.cursor.payloadLength();
      byte[] entry = new byte[length];
      own.cursor.readPayload(0, entry, 0, length);
      if (own.probe.compareEntry(entry, 0, length) <= 0) {
        messages.add("row not in PRIMARY KEY order for " + table.name());
      }
    }
    own.probe.clear();
    for (int i = 0; i < own.fields.length; i++) {
      Register value = new Register(); // the probe shows bytes that the next row would take away
      value.copyFrom(rows.columnValue(own.fields[i]));
      add(own.probe, value);
    }
    own.cursor.next();
  }

  private void checkEntry(IndexCheck check, Statement rows, long number) {
    if (check.condition >= 0 && (rows.isNull(check.condition) || rows.columnDouble(check.condition) == 0)) {
      return;
    }
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
      add(check.probe, rows.columnValue(check.fields[i]));
    }
  }

  private static void add(KeyProbe probe, Register value) {
    switch (value.type()) {
      case Register.INTEGER -> probe.addInteger(value.integer());
      case Register.REAL -> probe.addReal(value.real());
      case Register.TEXT -> probe.addText(value.bytes(), value.offset(), value.length());
      case Register.BLOB -> probe.addBlob(value.bytes(), value.offset(), value.length());
      default -> probe.addNull();
    }
  }

  // ---- the query -----------------------------------------------------------------------------------------------------------------

  private void prepare(Index index) {
    IndexCheck check = fields(index, index.parts().size());
    if (index.isPartial()) {
      check.condition = add(index.definition().where());
    }
    indexes.add(check);
  }

  private IndexCheck fields(Index index, int count) {
    IndexCheck check = new IndexCheck();
    check.index = index;
    check.fields = new int[count];
    for (int i = 0; i < count; i++) {
      Index.Part part = index.parts().get(i);
      check.fields[i] =
          add(
              part.column() == Index.EXPRESSION
                  ? inIndex(part.expression(), index.definition().where())
                  : part.column() == Index.ROWID ? rowid() : column(part.column()));
    }
    return check;
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
    return new Expression.ColumnReference(-1, null, null, table.columnName(number), false);
  }

  private Expression rowid() {
    String name = rowidName();
    return name == null ? column(table.rowidAlias()) : new Expression.ColumnReference(-1, null, null, name, false);
  }

  private String rowidName() {
    return Stream.of("rowid", "oid", "_rowid_").filter(name -> table.columnNumber(name) < 0).findFirst().orElse(null);
  }

  private Query query() {
    // NOT INDEXED alone would let a covering index stand for a table WITHOUT ROWID
    String tree = own == null ? null : own.index.name();
    FromItem from =
        new FromItem.Table(-1, session.database(table.database()).name(), table.name(), null, tree, tree == null);
    Select.Simple core = new Select.Simple(-1, false, results, from, null, List.of(), null, List.of());
    return new Query(
        new Select(-1, null, List.of(new Select.Arm(null, core)), List.of(), null, null));
  }
}
