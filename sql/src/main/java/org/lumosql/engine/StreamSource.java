// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.io.IOException;
import java.io.InputStream;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.ByteSource;

/** The bytes of a stream, which can be read once, one behind the other. */
final class StreamSource implements ByteSource {
  private final InputStream stream;
  private long position;

  StreamSource(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public void read(int offset, byte[] target, int targetOffset, int count) {
    if (offset != position) {
      throw StoreException.withMessage(ResultCode.MISUSE, "a stream can be stored once: bind it anew");
    }
    try {
      int taken = stream.readNBytes(target, targetOffset, count);
      position += taken;
      if (taken < count) {
        throw StoreException.withMessage(ResultCode.IOERR_SHORT_READ, "the stream of a parameter ends after " + position + " bytes");
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_READ, "cannot read the stream of a parameter: " + e.getMessage(), e);
    }
  }
}
