// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.io.InputStream;
import java.io.OutputStream;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;
import org.lumosql.schema.Column;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/**
 * A blob or text in a row of a table, read and overwritten piece by piece without ever being in memory as a whole
 * (https://sqlite.org/c3ref/blob_open.html). Its length cannot change; {@code zeroblob(N)} makes room.
 *
 * <pre>{@code
 * try (BlobHandle blob = connection.openBlob("main", "picture", "content", rowid, true)) {
 *   blob.write(0, header, 0, header.length);
 *   blob.inputStream().transferTo(out);
 * }
 * }</pre>
 *
 * <p>Texts are bytes in the database's encoding. The handle keeps a transaction as a running statement does: in autocommit mode, what was
 * written is committed when the handle is closed. When something else changes the row, the handle is expired and every use fails with
 * ABORT. Used by the connection's thread.
 */
public final class BlobHandle implements AutoCloseable {
  private final Session session;
  private final Table table;
  private final Column column;
  private final boolean writable;
  private final Btree btree;
  private final Statement row;
  private final UpdateListener watch = this::rowChanged;
  private BtreeCursor cursor;
  private long rowid;
  private int start;
  private int length;
  private boolean expired;
  private boolean closed;

  private BlobHandle(Session session, Table table, Column column, boolean writable) {
    this.session = session;
    this.table = table;
    this.column = column;
    this.writable = writable;
    this.btree = session.btree(table.database());
    if (writable) {
      if (session.isQueryOnly()) {
        throw StoreException.withMessage(ResultCode.READONLY, "attempt to write a readonly database");
      }
      btree.beginWrite(false);
    }
    // the statement's read transaction is the handle's
    this.row = InternalSql.prepare(session, "SELECT 1");
    session.hooks().addUpdateListener(watch);
  }

  static BlobHandle open(Session session, String database, String tableName, String columnName, long rowid, boolean writable) {
    int number = session.catalog().number(database);
    Table table = number < 0 ? null : session.catalog().findTable(database, tableName);
    if (table == null) {
      throw new EngineException(ResultCode.ERROR, "no such table: " + database + "." + tableName);
    }
    requireUsable(table);
    int column = table.columnNumber(columnName);
    if (column < 0) {
      throw new EngineException(ResultCode.ERROR, "no such column: \"" + columnName + "\"");
    }
    if (writable) {
      requireWritable(session, table, column);
    }
    try {
      BlobHandle handle = new BlobHandle(session, table, table.column(column), writable);
      try {
        handle.seek(rowid);
        return handle;
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  private static void requireUsable(Table table) {
    String kind =
        table.isVirtual()
            ? "virtual table"
            : table.isView()
                ? "view"
                : !table.hasRowid()
                    ? "table without rowid"
                    : table.columns().stream().anyMatch(Column::isGenerated) ? "table with generated columns" : null;
    if (kind != null) {
      throw new EngineException(ResultCode.ERROR, "cannot open " + kind + ": " + table.name());
    }
  }

  private static void requireWritable(Session session, Table table, int column) {
    if (session.catalog().isOn(org.lumosql.schema.Databases.Setting.FOREIGN_KEYS)) {
      for (ForeignKey key : table.definition().foreignKeys()) {
        if (key.columns().contains(column)) {
          throw new EngineException(ResultCode.ERROR, "cannot open foreign key column for writing");
        }
      }
    }
    for (Index index : table.indexes()) {
      for (Index.Part part : index.parts()) {
        if (part.column() == column || part.column() == Index.EXPRESSION) {
          throw new EngineException(ResultCode.ERROR, "cannot open indexed column for writing");
        }
      }
    }
  }

  // ---- position ------------------------------------------------------------------------------------------------------------------

  /** Goes to the same column of another row. If that is impossible, the handle is of no more use. */
  public void reopen(long newRowid) {
    requireOpen();
    try {
      seek(newRowid);
    } catch (StoreException e) {
      expired = true;
      throw EngineException.of(e, null);
    }
  }

  private void seek(long wanted) {
    expired = true;
    if (cursor != null) {
      cursor.close();
    }
    btree.beginRead();
    if (writable && btree.transactionState() != TransactionState.WRITE) {
      btree.beginWrite(false);
    }
    if (!row.isRunning()) {
      row.step();
    }
    cursor = btree.openTable(table.rootPage(), writable);
    if (cursor.seekRowid(wanted) != 0) {
      throw StoreException.withMessage(ResultCode.ERROR, "no such rowid: " + wanted);
    }
    rowid = wanted;
    findValue();
    expired = false;
  }

  /** Reads the record's header up to the column: where its value starts and how long it is. */
  private void findValue() {
    byte[] head = new byte[Varint.MAX_LENGTH];
    int recordLength = cursor.payloadLength();
    cursor.readPayload(0, head, 0, Math.min(head.length, recordLength));
    int headerLength = (int) Math.min(recordLength, Varint.read(head, 0));
    byte[] header = new byte[headerLength + Varint.MAX_LENGTH];
    cursor.readPayload(0, header, 0, headerLength);
    int at = Varint.lengthAt(header, 0);
    long offset = headerLength;
    int field = table.storedField(columnNumber());
    long type = SerialType.NULL;
    for (int i = 0; i <= field; i++) {
      if (at >= headerLength) {
        type = SerialType.NULL;
        break; // a column that was added later
      }
      offset += i == 0 ? 0 : SerialType.length(type);
      type = Varint.read(header, at);
      at += Varint.lengthAt(header, at);
    }
    if (type < SerialType.BLOB) {
      String name = type == SerialType.NULL ? "null" : type == SerialType.REAL ? "real" : "integer";
      throw StoreException.withMessage(ResultCode.ERROR, "cannot open value of type " + name);
    }
    if (offset + SerialType.length(type) > recordLength) {
      throw StoreException.corrupt("a value reaches beyond its record");
    }
    start = (int) offset;
    length = (int) SerialType.length(type);
  }

  private int columnNumber() {
    return table.columnNumber(column.name());
  }

  private void rowChanged(UpdateListener.Operation operation, String database, String name, long changed) {
    if (changed == rowid && Ascii.equal(name, table.name()) && session.catalog().number(database) == table.database()) {
      expired = true;
    }
  }

  // ---- bytes -----------------------------------------------------------------------------------------------------------------------

  /** Bytes of the value. */
  public int length() {
    requireOpen();
    return length;
  }

  /** Copies part of the value. */
  public void read(int offset, byte[] target, int targetOffset, int count) {
    access(offset, target, targetOffset, count);
    try {
      cursor.readPayload(start + offset, target, targetOffset, count);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** Overwrites part of the value. */
  public void write(int offset, byte[] source, int sourceOffset, int count) {
    access(offset, source, sourceOffset, count);
    session.active().keepLargeValues(null);
    if (!writable) {
      throw new EngineException(ResultCode.READONLY, "the blob was opened for reading only");
    }
    if (session.hooks().hasPreUpdateListener()) {
      tellPreUpdateListener();
      access(offset, source, sourceOffset, count); // reading the row for it may have ended the transaction
    }
    try {
      cursor.writePayload(start + offset, source, sourceOffset, count);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** The hook is shown the row as it is, which is read for it alone. */
  private void tellPreUpdateListener() {
    String database = session.catalog().name(table.database());
    try (Statement query = InternalSql.prepare(session, "SELECT * FROM " + quoted(database) + '.' + quoted(table.name()) + " WHERE rowid = " + rowid)) {
      query.step();
      int count = table.columnCount();
      Register[] registers = new Register[count + 2];
      int[] places = new int[count];
      registers[1] = new Register();
      registers[1].setInteger(rowid);
      for (int i = 0; i < count; i++) {
        registers[i + 2] = query.columnValue(i);
        places[i] = i + 1;
      }
      P4.RowChange change = new P4.RowChange(table.name(), UpdateListener.Operation.DELETE.number(), places);
      session.hooks().preUpdateListener().beforeChange(new PreUpdate(session, database, change, registers, 1, 0, 0, columnNumber()));
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private void access(int offset, byte[] array, int arrayOffset, int count) {
    requireOpen();
    java.util.Objects.checkFromIndexSize(arrayOffset, count, array.length);
    if (offset < 0 || count < 0 || offset > length - count) {
      throw new EngineException(
          ResultCode.ERROR, "bytes " + offset + " to " + ((long) offset + count) + " of a value of " + length + " bytes");
    }
    try {
      restore();
    } catch (StoreException e) {
      expired = true;
      throw EngineException.of(e, null);
    }
    if (expired) {
      throw new EngineException(ResultCode.ABORT, "the row was changed or deleted: reopen the blob");
    }
  }

  /** Finds the row again after something else was written, or a transaction was committed. */
  private void restore() {
    if (expired) {
      return;
    }
    if (writable && btree.transactionState() != TransactionState.WRITE) {
      seek(rowid);
    } else if (cursor.isDisplaced()) {
      if (cursor.restore()) {
        findValue();
      } else {
        expired = true;
      }
    }
  }

  /** The value from its beginning, as a stream that reads piece by piece. */
  public InputStream inputStream() {
    return BlobStreams.input(this::read, this::length);
  }

  /** A stream that overwrites the value from its beginning; writing beyond its end is an IOException. */
  public OutputStream outputStream() {
    return BlobStreams.output(this);
  }

  // ---- the end ---------------------------------------------------------------------------------------------------------------------

  private void requireOpen() {
    if (closed || session.isClosed()) {
      throw new EngineException(ResultCode.MISUSE, closed ? "the blob is closed" : "the connection is closed");
    }
  }

  /** Ends the handle's transaction if no other statement and no BEGIN keeps it. Closing twice is harmless. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    session.hooks().removeUpdateListener(watch);
    if (session.isClosed()) {
      return;
    }
    try {
      if (cursor != null) {
        cursor.close();
      }
      // while the handle still counts as running, so that the snapshots of others are kept
      if (session.isAutocommit() && session.activeWriters() == 0 && btree.transactionState() == TransactionState.WRITE) {
        session.commitAll();
      }
      row.close();
      if (session.isAutocommit() && session.activeStatements() == 0) {
        session.commitAll(); // ends the read transaction
      }
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }
}
