// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A few bytes of a file that both a worker and its parent have mapped: the worker notes which record it is at, and the parent knows it when the worker
 * says nothing more. Noting costs nothing that one could measure.
 */
final class RecordUnderWay {
  private static final int COUNT = 0;
  private static final int LINE = 8;
  private static final int DONE = 12;
  private static final int SIZE = 16;

  private final MappedByteBuffer bytes;
  private long count;

  RecordUnderWay(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
    }
  }

  /** Worker: a step begins. @param line of the record, 0 for what comes before and after the records */
  void begin(int line, int done) {
    bytes.putInt(LINE, line);
    bytes.putInt(DONE, done);
    bytes.putLong(COUNT, ++count);
  }

  /** Parent: how many steps began since the worker started. */
  long count() {
    return bytes.getLong(COUNT);
  }

  int line() {
    return bytes.getInt(LINE);
  }

  /** Records done before, passed or not. */
  int done() {
    return bytes.getInt(DONE);
  }
}
