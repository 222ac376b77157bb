// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;
import static org.lumosql.backend.file.tree.PageBytes.putU16;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.MetaValue;

/**
 * The database header, the first 100 bytes of page 1 (https://sqlite.org/fileformat2.html#the_database_header), as
 * far as trees and meta values are concerned. The pager reads and writes page count, change counter and versions.
 */
final class FileHeader {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_META = 36;

  private FileHeader() {}

  static boolean hasMagic(byte[] bytes) {
    return Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** Writes the header of a new database into a zeroed page. */
  static void create(byte[] page, int pageSize, int reservedBytes, AutoVacuum autoVacuum) {
    System.arraycopy(MAGIC, 0, page, 0, MAGIC.length);
    putU16(page, 16, pageSize == 65536 ? 1 : pageSize);
    page[18] = 1;
    page[19] = 1;
    page[20] = (byte) reservedBytes;
    page[21] = 64;
    page[22] = 32;
    page[23] = 32;
    putI32(page, 28, 1);
    setMeta(page, MetaValue.LARGEST_ROOT_PAGE, autoVacuum == AutoVacuum.NONE ? 0 : 1);
    setMeta(page, MetaValue.INCREMENTAL_VACUUM, autoVacuum == AutoVacuum.INCREMENTAL ? 1 : 0);
  }

  static int meta(byte[] page, MetaValue value) {
    return i32(page, FIRST_META + 4 * value.index());
  }

  static void setMeta(byte[] page, MetaValue value, int newValue) {
    putI32(page, FIRST_META + 4 * value.index(), newValue);
  }

  static AutoVacuum autoVacuum(byte[] page) {
    if (meta(page, MetaValue.LARGEST_ROOT_PAGE) == 0) {
      return AutoVacuum.NONE;
    }
    return meta(page, MetaValue.INCREMENTAL_VACUUM) == 0 ? AutoVacuum.FULL : AutoVacuum.INCREMENTAL;
  }

  static int pageSize(byte[] page) {
    int size = (page[16] & 0xff) << 8 | page[17] & 0xff;
    return size == 1 ? 65536 : size;
  }
}
