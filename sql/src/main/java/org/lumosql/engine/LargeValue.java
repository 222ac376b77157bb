// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.ByteSource;
import org.lumosql.value.Register;

/**
 * A large text or blob of a row that a statement shows, read piece by piece without being in memory as a whole: see {@link Statement#columnLarge}. It is there up to the
 * statement's next step, reset or close; {@link #keep} makes it last longer. When another statement of the connection is about to write, it is kept of itself. Used by
 * the connection's thread.
 */
public final class LargeValue {
  private static final int PIECE = 1 << 16;

  private final Session session;
  private final boolean isText;
  private final int length;
  private ByteSource source;
  private boolean kept;

  /** @param value is distant */
  LargeValue(Session session, Register value) {
    this.session = session;
    this.isText = value.type() == Register.TEXT;
    this.length = value.length();
    this.source = value.source();
  }

  /** Whether it is a text, in {@link Connection#encoding()}; else it is a blob. */
  public boolean isText() {
    return isText;
  }

  /** Bytes. */
  public int length() {
    return length;
  }

  /** Copies part of the value. @throws EngineException MISUSE if the statement has gone on */
  public void read(int offset, byte[] target, int targetOffset, int count) {
    Objects.checkFromIndexSize(offset, count, length);
    Objects.checkFromIndexSize(targetOffset, count, target.length);
    if (source == null) {
      throw new EngineException(ResultCode.MISUSE, "the statement has gone on: a large value is read before that, or kept");
    }
    try {
      source.read(offset, target, targetOffset, count);
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** The value from its beginning; reading fails with an IOException once it is gone. */
  public InputStream inputStream() {
    return BlobStreams.input(this::read, this::length);
  }

  /** Makes a copy, in a temporary file if it would take much of the memory, so that the value is there as long as this object. */
  public void keep() {
    if (kept || source == null) {
      return;
    }
    try {
      source = length <= session.temporaryMemoryLimit() / 4 ? inMemory() : inFile();
      kept = true;
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  private ByteSource inMemory() {
    byte[] copy = new byte[length];
    source.read(0, copy, 0, length);
    return (offset, target, targetOffset, count) -> System.arraycopy(copy, offset, target, targetOffset, count);
  }

  private ByteSource inFile() {
    try {
      FileChannel file =
          FileChannel.open(
              session.newTemporaryFile(), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
      byte[] piece = new byte[PIECE];
      for (int at = 0; at < length; at += PIECE) {
        int count = Math.min(PIECE, length - at);
        source.read(at, piece, 0, count);
        ByteBuffer buffer = ByteBuffer.wrap(piece, 0, count);
        while (buffer.hasRemaining()) {
          file.write(buffer);
        }
      }
      return (offset, target, targetOffset, count) -> read(file, offset, ByteBuffer.wrap(target, targetOffset, count));
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_WRITE, "cannot copy a large value: " + e.getMessage(), e);
    }
  }

  private static void read(FileChannel file, int from, ByteBuffer target) {
    try {
      int at = from;
      while (target.hasRemaining()) {
        int count = file.read(target, at);
        if (count < 0) {
          throw new StoreException(ResultCode.IOERR_SHORT_READ, "the copy of a large value is too short");
        }
        at += count;
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_READ, "cannot read the copy of a large value: " + e.getMessage(), e);
    }
  }

  /** Where the bytes are now. */
  ByteSource source() {
    return source;
  }

  /** The row is not shown any more. */
  void rowIsGone() {
    if (!kept) {
      source = null;
    }
  }
}
