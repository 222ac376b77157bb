// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.cipher.ScratchCipher;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Sorted runs of records in one temporary file, written one after the other: four bytes of length, then the record. */
final class RunFile {
  private static final int BUFFER = 64 * 1024;
  private static final long LARGE = 1 << 24;

  private final Path path;
  private final FileChannel channel;
  private final List<Long> starts = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long size;
  /** What the buffer's bytes begin at in the file. */
  private long written;
  /** Hides what goes to the file where any database is encrypted; null if none is. */
  private final ScratchCipher scratch = ScratchCipher.ifInUse();

  RunFile(Path path) {
    this.path = path;
    try {
      channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "temporary file " + path, e);
    }
  }

  /** Appends a sorted heap as a run. */
  void write(RecordHeap heap) {
    starts.add(size);
    for (int i = 0; i < heap.count(); i++) {
      int length = heap.length(i) + 4;
      put(heap.array(i), heap.offset(i) - 4, length);
      size += length;
    }
    flush();
  }

  private void put(byte[] bytes, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int part = Math.min(buffer.remaining(), length - done);
      buffer.put(bytes, offset + done, part);
      done += part;
    }
  }

  private void flush() {
    Interruption.check();
    buffer.flip();
    if (scratch != null) {
      scratch.applyToStream(written, buffer.array(), 0, buffer.limit());
    }
    written += buffer.limit();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.FULL, "writing to temporary file " + path, e);
    }
    buffer.clear();
  }

  int runCount() {
    return starts.size();
  }

  /** Reads a run from its beginning. */
  Reader read(int run, int bufferSize) {
    long end = run + 1 < starts.size() ? starts.get(run + 1) : size;
    return new Reader(starts.get(run), end, bufferSize);
  }

  void close() {
    try {
      if (size < LARGE || !isDeletedWhileOpen()) {
        channel.close();
        Files.deleteIfExists(path);
        return;
      }
      Thread thread = new Thread(this::closeQuietly, "lumosql-close"); // gives its blocks back, which takes long
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_CLOSE, "temporary file " + path, e);
    }
  }

  private boolean isDeletedWhileOpen() {
    try {
      Files.deleteIfExists(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void closeQuietly() {
    try {
      channel.close();
    } catch (IOException e) {
      // the file has no name any more: nothing is left
    }
  }

  /** A position in a run. The record's bytes stay until {@link #next}. */
  final class Reader {
    private final long end;
    private long filePosition;
    private byte[] bytes;
    private int filled;
    private int at;
    private int length;
    long prefix;

    Reader(long start, long end, int bufferSize) {
      this.filePosition = start;
      this.end = end;
      this.bytes = new byte[bufferSize];
    }

    byte[] array() {
      return bytes;
    }

    int offset() {
      return at;
    }

    int length() {
      return length;
    }

    /** Moves to the next record, at first to the first one; false at the end. */
    boolean next() {
      at += length;
      length = 0;
      if (!require(4)) {
        return false;
      }
      int size = bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
      at += 4;
      if (!require(size)) {
        throw new StoreException(ResultCode.IOERR_SHORT_READ, "temporary file " + path + " ends within a record");
      }
      length = size;
      return true;
    }

    /** Makes sure that so many bytes follow in the array; false if the run has no more. */
    private boolean require(int count) {
      if (filled - at >= count) {
        return true;
      }
      byte[] target = count > bytes.length ? new byte[Math.max(count, bytes.length * 2)] : bytes;
      System.arraycopy(bytes, at, target, 0, filled - at);
      bytes = target;
      filled -= at;
      at = 0;
      fill();
      return filled >= count;
    }

    private void fill() {
      long start = filePosition;
      Interruption.check();
      ByteBuffer room = ByteBuffer.wrap(bytes);
      room.position(filled);
      room.limit((int) Math.min(bytes.length, filled + end - filePosition));
      try {
        while (room.hasRemaining()) {
          int read = channel.read(room, filePosition);
          if (read < 0) {
            break;
          }
          filePosition += read;
        }
      } catch (IOException e) {
        throw new StoreException(ResultCode.IOERR_READ, "temporary file " + path, e);
      }
      if (scratch != null) {
        scratch.applyToStream(start, bytes, filled, room.position() - filled);
      }
      filled = room.position();
    }
  }
}
