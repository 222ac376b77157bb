// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.nio.charset.StandardCharsets;
import org.lumosql.backend.file.pager.JournalFormat.Header;
import org.lumosql.backend.file.vfs.VfsFile;

/**
 * Reads a journal that a crash has left. Nothing in it is trusted: what does not look as it should ends the reading,
 * quietly, because that is how the end of what reached the disk looks.
 */
final class JournalReader {
  private final VfsFile file;
  private final long size;

  JournalReader(VfsFile file) {
    this.file = file;
    this.size = file.size();
  }

  /** Whether the first byte is there and not 0, as it is from the journal's first sync until its transaction ends. */
  boolean isAlive() {
    byte[] first = new byte[1];
    return size > 0 && file.read(0, first, 0, 1) == 1 && first[0] != 0;
  }

  /** The super-journal named at the end, or null. */
  String superJournal() {
    int tailSize = JournalFormat.POINTER_OVERHEAD - 4;
    if (size < JournalFormat.POINTER_OVERHEAD) {
      return null;
    }
    byte[] tail = new byte[tailSize];
    file.read(size - tailSize, tail, 0, tailSize);
    int length = Bytes.int32(tail, 0);
    if (Bytes.int64(tail, 8) != JournalFormat.MAGIC
        || length <= 0
        || length > JournalFormat.LONGEST_PATH
        || length > size - tailSize) {
      return null;
    }
    byte[] name = new byte[length];
    file.read(size - tailSize - length, name, 0, length);
    if (JournalFormat.pathChecksum(name) != Bytes.int32(tail, 4)) {
      return null;
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  /** The first header, or null if there is none that can be used. */
  Header firstHeader() {
    return headerAt(0);
  }

  private Header headerAt(long position) {
    if (position + JournalFormat.HEADER_SIZE > size) {
      return null;
    }
    byte[] bytes = new byte[JournalFormat.HEADER_SIZE];
    file.read(position, bytes, 0, bytes.length);
    return Header.parse(bytes);
  }

  /** Shows all good records, up to the first bad one. Sector and page size are those of the first header throughout. */
  void replay(RollbackJournal.RecordVisitor visitor) {
    Header first = firstHeader();
    if (first == null) {
      return;
    }
    int length = first.pageSize() + JournalFormat.RECORD_OVERHEAD;
    byte[] record = new byte[length];
    long position = 0;
    for (Header header = first; header != null; header = headerAt(position)) {
      position += first.sectorSize();
      long records = Integer.toUnsignedLong(header.recordCount());
      if (header.recordCount() == JournalFormat.UNCOUNTED) {
        records = Math.max(0, size - position) / length;
      }
      for (long i = 0; i < records; i++, position += length) {
        if (position + length > size
            || file.read(position, record, 0, length) < length
            || !isGood(record, header.nonce(), first.pageSize())) {
          return;
        }
        int number = Bytes.int32(record, 0);
        if (number <= first.pageCount()) {
          visitor.visit(number, record, 4);
        }
      }
      position = JournalFormat.roundUp(position, first.sectorSize());
    }
  }

  private static boolean isGood(byte[] record, int nonce, int pageSize) {
    int number = Bytes.int32(record, 0);
    return number > 0
        && number != JournalFormat.lockBytePage(pageSize)
        && Bytes.int32(record, 4 + pageSize) == JournalFormat.checksum(nonce, record, 4, pageSize);
  }
}
