// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.DurabilityControl;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.Interruption;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Index;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.value.RecordBuilder;

/**
 * Copies the trees of a database into an empty one, record by record as they are, and writes the schema table with the new tree numbers.
 *
 * <p>Where a transaction's changes are kept in the heap until it ends, there are several; the schema table, without which the copy is an empty
 * database, comes with the last one.
 */
final class TreeCopier {
  /** The listener is told after so many entries. */
  static final int REPORTED = 10_000;
  private static final int BETWEEN_CHECKS = 64;
  /** Bytes after which a copy is committed that would otherwise be kept in the heap. */
  private static final long BATCH = 32 << 20;

  private final Session session;
  private final Btree source;
  private final Btree copy;
  private final Schema schema;
  private byte[] buffer = new byte[4096];
  private long uncommitted;

  TreeCopier(Session session, Btree source, Btree copy, Schema schema) {
    this.session = session;
    this.source = source;
    this.copy = copy;
    this.schema = schema;
  }

  void copyAll() {
    List<Vacuum.SchemaRow> rows = new ArrayList<>();
    for (Vacuum.SchemaRow row : Vacuum.ordered(readRows(), this::hasAutoincrement)) {
      long root = row.root() > 0 ? copyTree(row) : row.root();
      rows.add(new Vacuum.SchemaRow(row.type(), row.name(), row.table(), root, row.sql()));
    }
    writeRows(rows);
    if (rows.stream().anyMatch(row -> row.type().equals("view") || row.type().equals("trigger") || row.root() == 0)) {
      session.setLastInsertRowid(rows.size()); // SQLite inserts these, which come last, by a statement
    }
  }

  private boolean hasAutoincrement(Vacuum.SchemaRow row) {
    Table table = schema.table(row.name());
    return table != null && table.isAutoincrement();
  }

  /** Reads the schema table without a statement, which would end in the middle of this one's transaction. */
  List<Vacuum.SchemaRow> readRows() {
    List<Vacuum.SchemaRow> rows = new ArrayList<>();
    try (BtreeCursor cursor = source.openTable(1, false)) {
      SchemaRecord record = new SchemaRecord(session.encoding());
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        record.read(cursor);
        rows.add(
            new Vacuum.SchemaRow(record.text(0), record.text(1), record.text(2), record.root(), record.text(4)));
      }
    }
    return rows;
  }

  private int copyTree(Vacuum.SchemaRow row) {
    KeyOrder order = order(row);
    int from = (int) row.root();
    int to = copy.createTree(order == null ? TreeKind.TABLE : TreeKind.INDEX);
    CopyListener listener = session.hooks().copyListener();
    boolean isBatched = copy.capability(PageControl.class).isEmpty();
    long entries = 0;
    try (BtreeCursor input = order == null ? source.openTable(from, false) : source.openIndex(from, false, order)) {
      boolean more = input.first();
      while (more) {
        try (BtreeCursor output = order == null ? copy.openTable(to, true) : copy.openIndex(to, true, order)) {
          while (more && !(isBatched && uncommitted >= BATCH)) {
            copyEntry(input, output, order == null);
            if (++entries % REPORTED == 0) {
              listener.copied(row.name(), entries, false);
            }
            if (entries % BETWEEN_CHECKS == 0) {
              Interruption.check();
            }
            more = input.next();
          }
        }
        if (more) {
          commitBatch();
        }
      }
    }
    listener.copied(row.name(), entries, true);
    return to;
  }

  private void commitBatch() {
    uncommitted = 0;
    DurabilityControl durability = copy.capability(DurabilityControl.class).orElse(null);
    Synchronous level = durability == null ? null : durability.synchronous();
    if (durability != null) {
      durability.setSynchronous(Synchronous.OFF); // the last commit makes all durable
    }
    copy.commitPhaseOne(null);
    copy.commitPhaseTwo();
    if (durability != null) {
      durability.setSynchronous(level);
    }
    copy.beginWrite(false);
  }

  private void copyEntry(BtreeCursor input, BtreeCursor output, boolean isTable) {
    int length = input.payloadLength();
    uncommitted += length;
    byte[] record = input.payloadArray();
    int offset = input.payloadOffset();
    if (input.localLength() < length) {
      buffer = buffer.length < length ? new byte[Math.max(length, buffer.length * 2)] : buffer;
      input.readPayload(0, buffer, 0, length);
      record = buffer;
      offset = 0;
    }
    if (isTable) {
      output.insertRow(input.rowid(), record, offset, length, 0, BtreeCursor.APPEND);
    } else {
      output.insertKey(record, offset, length, BtreeCursor.APPEND);
    }
  }

  /** The order of an index tree; null for the tree of a rowid table. */
  KeyOrder order(Vacuum.SchemaRow row) {
    if (row.type().equals("index")) {
      Index index = schema.index(row.name());
      if (index == null) {
        throw StoreException.corrupt("the schema has no index " + row.name());
      }
      return index.keyOrder(session.catalog());
    }
    Table table = schema.table(row.name());
    if (table == null) {
      throw StoreException.corrupt("the schema has no table " + row.name());
    }
    return table.treeOrder(session.catalog());
  }

  private void writeRows(List<Vacuum.SchemaRow> rows) {
    RecordBuilder record = new RecordBuilder(session.encoding());
    try (BtreeCursor output = copy.openTable(1, true)) {
      long rowid = 1;
      for (Vacuum.SchemaRow row : rows) {
        record.clear();
        record.addText(row.type());
        record.addText(row.name());
        record.addText(row.table());
        record.addInteger(row.root());
        record.addText(row.sql());
        byte[] bytes = record.toBytes();
        output.insertRow(rowid++, bytes, 0, bytes.length, 0, BtreeCursor.APPEND);
      }
    }
  }
}
