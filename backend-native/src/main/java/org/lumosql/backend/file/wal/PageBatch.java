// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

/** Pages to append to the log, encoded as they shall be in the file. Each number occurs once. */
public interface PageBatch {
  int size();

  int pageNumber(int index);

  /**
   * The page's bytes, from offset 0, page size long; the array may be the same one for every index. Asked for in
   * ascending order.
   */
  byte[] data(int index);
}
