// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

/**
 * The rollback journal as bytes (https://sqlite.org/fileformat2.html#the_rollback_journal).
 *
 * <pre>
 *   header, padded to a sector          record                    super-journal pointer, at the very end
 *    0  8  magic                         0  4  page number          0  4  number of the lock-byte page
 *    8  4  records that follow           4  P  page                 4  n  path, UTF-8
 *   12  4  nonce                       4+P  4  checksum           4+n  4  n
 *   16  4  pages before                                           8+n  4  sum of the path's bytes
 *   20  4  sector size                                           12+n  8  magic
 *   24  4  page size
 * </pre>
 *
 * <p>A journal is a sequence of segments, each a header on a sector boundary and its records. A record count of −1
 * means all that the file holds. Until a segment is synced its magic and count are zero.
 */
final class JournalFormat {
  static final long MAGIC = 0xd9d505f920a163d7L;
  static final int HEADER_SIZE = 28;
  static final int RECORD_COUNT = 8;
  static final int NONCE = 12;
  static final int PAGE_COUNT = 16;
  static final int SECTOR_SIZE = 20;
  static final int PAGE_SIZE = 24;
  static final int RECORD_OVERHEAD = 8;
  static final int UNCOUNTED = -1;

  /** Bytes of a super-journal pointer besides the path. */
  static final int POINTER_OVERHEAD = 20;

  static final int LONGEST_PATH = 4096;

  private JournalFormat() {}

  /** A sparse sum: enough to tell a record that reached the disk from one that did not. */
  static int checksum(int nonce, byte[] page, int offset, int pageSize) {
    int sum = nonce;
    for (int i = pageSize - 200; i > 0; i -= 200) {
      sum += page[offset + i] & 0xff;
    }
    return sum;
  }

  static int pathChecksum(byte[] path) {
    int sum = 0;
    for (byte b : path) {
      // as SQLite does it: bytes are signed
      sum += b;
    }
    return sum;
  }

  static long roundUp(long position, int sectorSize) {
    return (position + sectorSize - 1) / sectorSize * sectorSize;
  }

  static int lockBytePage(int pageSize) {
    return 0x40000000 / pageSize + 1;
  }

  /**
   * A segment's header as read.
   *
   * @param recordCount how many records follow, or {@link #UNCOUNTED}
   * @param pageCount size of the database before the transaction
   */
  record Header(int recordCount, int nonce, int pageCount, int sectorSize, int pageSize) {
    /** Null if the bytes are no header that SQLite would take. */
    static Header parse(byte[] bytes) {
      if (Bytes.int64(bytes, 0) != MAGIC) {
        return null;
      }
      Header header =
          new Header(
              Bytes.int32(bytes, JournalFormat.RECORD_COUNT),
              Bytes.int32(bytes, JournalFormat.NONCE),
              Bytes.int32(bytes, JournalFormat.PAGE_COUNT),
              Bytes.int32(bytes, JournalFormat.SECTOR_SIZE),
              Bytes.int32(bytes, JournalFormat.PAGE_SIZE));
      return header.isPlausible() ? header : null;
    }

    private boolean isPlausible() {
      return DatabaseHeader.isPageSize(pageSize)
          && sectorSize >= 32
          && sectorSize <= 65_536
          && Integer.bitCount(sectorSize) == 1
          && pageCount >= 0;
    }
  }
}
