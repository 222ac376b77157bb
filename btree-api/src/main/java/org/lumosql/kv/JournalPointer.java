// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The pointer to a super-journal at the end of a file, in the form of SQLite's rollback journals. Integers are
 * big-endian.
 *
 * <table>
 *   <caption>Layout</caption>
 *   <tr><th>bytes</th><th>meaning</th></tr>
 *   <tr><td>4</td><td>a page number, here 0</td></tr>
 *   <tr><td>n</td><td>path of the super-journal, UTF-8</td></tr>
 *   <tr><td>4</td><td>n</td></tr>
 *   <tr><td>4</td><td>sum of the path's bytes, which are signed</td></tr>
 *   <tr><td>8</td><td>{@code d9d505f920a163d7}</td></tr>
 * </table>
 */
final class JournalPointer {
  private static final long MAGIC = 0xd9d505f920a163d7L;
  private static final int TAIL = 16;
  private static final int LONGEST_PATH = 1 << 16;

  private JournalPointer() {}

  static byte[] bytes(String superJournal) {
    byte[] name = superJournal.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + name.length + TAIL)
        .putInt(0)
        .put(name)
        .putInt(name.length)
        .putInt(checksum(name))
        .putLong(MAGIC)
        .array();
  }

  private static int checksum(byte[] name) {
    int sum = 0;
    for (byte b : name) {
      sum += b;
    }
    return sum;
  }

  /** The super-journal that a file points to; null if there is no file, or no pointer in it. */
  static String read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return null;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < TAIL) {
        return null;
      }
      ByteBuffer tail = read(channel, size - TAIL, TAIL);
      int length = tail.getInt();
      int sum = tail.getInt();
      if (tail.getLong() != MAGIC || length <= 0 || length > LONGEST_PATH || length > size - TAIL) {
        return null;
      }
      byte[] name = read(channel, size - TAIL - length, length).array();
      return checksum(name) == sum ? new String(name, StandardCharsets.UTF_8) : null;
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
      // go on
    }
    return bytes.rewind();
  }
}
