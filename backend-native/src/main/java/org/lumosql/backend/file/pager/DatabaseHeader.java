// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The fields of the database header (https://sqlite.org/fileformat2.html#the_database_header) that the pager reads
 * and writes.
 */
final class DatabaseHeader {
  static final int SIZE = 100;

  /** Change counter, page count, first freelist trunk, freelist length: what tells one state of a file from another. */
  private static final int STAMP_OFFSET = 24;

  private static final int STAMP_END = STAMP_OFFSET + 16;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE_SIZE = 16;
  private static final int WRITE_VERSION = 18;
  private static final int READ_VERSION = 19;
  private static final int RESERVED_BYTES = 20;
  private static final int FRACTIONS = 21;
  private static final int CHANGE_COUNTER = 24;
  private static final int PAGE_COUNT = 28;
  private static final int VALID_FOR = 92;
  private static final int LIBRARY_VERSION = 96;

  /** The SQLite release whose format is written. */
  private static final int LIBRARY_VERSION_NUMBER = 3_054_001;

  private static final int SMALLEST_USABLE_SIZE = 480;

  private DatabaseHeader() {}

  /** NOTADB unless the page can be the first one of a database that we can read. */
  static void check(byte[] page) {
    if (!Arrays.equals(page, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw notADatabase("the file does not begin with \"SQLite format 3\"");
    }
    if (page[READ_VERSION] < 1 && page[READ_VERSION] != 0 || page[READ_VERSION] > 2) {
      throw notADatabase("read version is " + (page[READ_VERSION] & 0xff) + ", at most 2 can be read");
    }
    if (page[FRACTIONS] != 64 || page[FRACTIONS + 1] != 32 || page[FRACTIONS + 2] != 32) {
      throw notADatabase("payload fractions are not 64, 32, 32");
    }
    int size = pageSize(page);
    if (size == 0) {
      throw notADatabase("page size is not a power of two from 512 to 65536");
    }
    if (size - reservedBytes(page) < SMALLEST_USABLE_SIZE) {
      throw notADatabase("a page of " + size + " bytes has " + reservedBytes(page) + " reserved bytes");
    }
  }

  private static StoreException notADatabase(String why) {
    return new StoreException(ResultCode.NOTADB, why);
  }

  /** Whether both headers belong to the same state of a file, as far as its writers keep to the rules. */
  static boolean haveSameStamp(byte[] one, byte[] other) {
    return Arrays.equals(one, STAMP_OFFSET, STAMP_END, other, STAMP_OFFSET, STAMP_END);
  }

  /** Whether the header as it lies in the file, encrypted or not, is one whose page size and versions can be read. */
  static boolean hasMagic(byte[] header) {
    return Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || SealedPages.hasMagic(header);
  }

  /** The page size in the header, 0 if it is not a valid one. */
  static int pageSize(byte[] header) {
    int stored = (header[PAGE_SIZE] & 0xff) << 8 | header[PAGE_SIZE + 1] & 0xff;
    int size = stored == 1 ? 65_536 : stored;
    return isPageSize(size) ? size : 0;
  }

  static boolean isPageSize(int size) {
    return size >= 512 && size <= 65_536 && Integer.bitCount(size) == 1;
  }

  static int reservedBytes(byte[] header) {
    return header[RESERVED_BYTES] & 0xff;
  }

  static boolean isWal(byte[] header) {
    return header[READ_VERSION] == 2;
  }

  /** Whether the file was written by something that keeps us from writing. */
  static boolean isWriteProtected(byte[] header) {
    return (header[WRITE_VERSION] & 0xff) > 2;
  }

  static void setWal(byte[] page, boolean isWal) {
    page[WRITE_VERSION] = (byte) (isWal ? 2 : 1);
    page[READ_VERSION] = page[WRITE_VERSION];
  }

  static int changeCounter(byte[] header) {
    return Bytes.int32(header, CHANGE_COUNTER);
  }

  /** The page count in the header, 0 if it is not valid. Negative numbers are beyond what is supported here. */
  static int pageCount(byte[] header) {
    return changeCounter(header) == Bytes.int32(header, VALID_FOR) ? Bytes.int32(header, PAGE_COUNT) : 0;
  }

  /** The page count as stored, valid or not. */
  static int storedPageCount(byte[] header) {
    return Bytes.int32(header, PAGE_COUNT);
  }

  static void setPageCount(byte[] page, int pageCount) {
    Bytes.setInt32(page, PAGE_COUNT, pageCount);
  }

  static void setChangeCounter(byte[] page, int changeCounter) {
    Bytes.setInt32(page, CHANGE_COUNTER, changeCounter);
    Bytes.setInt32(page, VALID_FOR, changeCounter);
    Bytes.setInt32(page, LIBRARY_VERSION, LIBRARY_VERSION_NUMBER);
  }
}
