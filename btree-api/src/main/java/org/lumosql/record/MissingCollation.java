// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The collation of a name that the connection does not know, such as those of other programs that made the database. Columns may have it and be read; it is an error to order or
 * compare by it: {@link #refuse} when the order is made.
 *
 * @param name as the schema or the statement writes it
 */
public record MissingCollation(String name) implements Collation {
  /** Returns a collation that texts can be compared by. @throws StoreException ERROR_MISSING_COLLSEQ if it is missing */
  public static Collation refuse(Collation collation) {
    if (collation instanceof MissingCollation missing) {
      throw missing.failure();
    }
    return collation;
  }

  private StoreException failure() {
    return StoreException.withMessage(ResultCode.ERROR_MISSING_COLLSEQ, "no such collation sequence: " + name);
  }

  @Override
  public int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
    throw failure();
  }
}
