// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.ByteSource;

/** A large value of the row that a cursor stands on, up to the machine's next step. Before the row is changed somebody must have copied it. */
record DistantBytes(BtreeCursor cursor, int start) implements ByteSource {
  @Override
  public void read(int offset, byte[] target, int targetOffset, int count) {
    if (cursor.isDisplaced() && !cursor.restore()) {
      throw new StoreException(ResultCode.ABORT, "the row of a large value is gone");
    }
    cursor.readPayload(start + offset, target, targetOffset, count);
  }
}
