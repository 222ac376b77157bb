// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.PageControl;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.ByteSource;
import org.lumosql.value.Register;

/**
 * A record with values that are not in memory: it is stored with zeros in their places, which are overwritten piece by piece then. It is read once, from its beginning to
 * its end.
 */
final class LargeRecord implements ByteSource {
  private static final int PIECE = 1 << 16;

  /** Where each part ends, and what it is. */
  private record Part(long end, ByteSource source) {}

  private final List<Part> parts = new ArrayList<>();
  private long length;

  private LargeRecord() {}

  /** @param front header, with place for nothing else; @param out gets the record */
  static void make(Register[] registers, int first, int count, int[] types, byte[] front, Register out) {
    LargeRecord record = new LargeRecord();
    record.add(front, front.length);
    for (int i = 0; i < count; i++) {
      Register value = registers[first + i];
      if (value.type() >= Register.TEXT && value.isDistant()) {
        record.parts.add(new Part(record.length + value.length(), value.source()));
        record.length += value.length();
      } else {
        value.expandZeroTail();
        byte[] body = new byte[RecordOps.bodyLength(value, types[i])];
        RecordOps.writeBody(value, types[i], body, 0);
        record.add(body, body.length);
      }
    }
    out.setDistant(Register.BLOB, (int) record.length, record);
  }

  private void add(byte[] bytes, int count) {
    parts.add(new Part(length + count, (offset, target, at, wanted) -> System.arraycopy(bytes, offset, target, at, wanted)));
    length += count;
  }

  @Override
  public void read(int offset, byte[] target, int targetOffset, int count) {
    int from = offset;
    int to = targetOffset;
    int left = count;
    long begin = 0;
    for (Part part : parts) {
      int taken = (int) Math.min(left, Math.max(0, part.end() - from));
      if (taken > 0) {
        part.source().read((int) (from - begin), target, to, taken);
        from += taken;
        to += taken;
        left -= taken;
      }
      begin = part.end();
    }
    if (left > 0) {
      throw new StoreException(ResultCode.INTERNAL, "a record of " + length + " bytes is read beyond its end");
    }
  }

  /** Stores a record that is distant; the cursor is on the row then. */
  static void insert(Machine machine, Cursor cursor, Register record, long rowid, int hints) {
    boolean hasPages = cursor.ephemeral == null && machine.host.btree(cursor.database).capability(PageControl.class).isPresent();
    if (!hasPages) {
      record.fetch();
      cursor.btree.insertRow(rowid, record.bytes(), record.offset(), record.length(), 0, hints);
      return;
    }
    ByteSource source = record.source();
    int length = record.length();
    byte[] piece = new byte[Math.min(PIECE, length)];
    source.read(0, piece, 0, piece.length);
    cursor.btree.insertRow(rowid, piece, 0, piece.length, length - piece.length, hints | BtreeCursor.KEEP_POSITION);
    cursor.btree.restore();
    for (int at = piece.length; at < length; at += PIECE) {
      int count = Math.min(PIECE, length - at);
      source.read(at, piece, 0, count);
      cursor.btree.writePayload(at, piece, 0, count);
    }
  }
}
