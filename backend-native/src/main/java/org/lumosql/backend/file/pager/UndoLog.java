// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.cipher.ScratchCipher;

/**
 * Copies of pages that savepoints may want back, in the order in which they were taken. The first ones stay in
 * memory, what is more goes to a temporary file.
 *
 * <p>One log serves all open savepoints. A record says for how many of them it is: it holds the page as it was when
 * each of the savepoints from {@code outermost} inward was opened.
 */
final class UndoLog implements AutoCloseable {
  private static final long MEMORY_LIMIT = 8L << 20;
  private static final int KEPT_ARRAYS = 32;

  private final Vfs vfs;
  private final PageCodec codec;
  private int pageSize;
  private int[] numbers = new int[16];
  private int[] outermosts = new int[16];
  private byte[][] copies = new byte[16][];
  private int count;
  private VfsFile file;
  /** Hides what goes to the file where any database is encrypted; null if none is. */
  private ScratchCipher scratch;

  private byte[] hidden;

  /**
   * @param vfs where a temporary file is made; null if everything must stay in memory
   */
  UndoLog(Vfs vfs, PageCodec codec, int pageSize) {
    this.vfs = vfs;
    this.codec = codec;
    this.pageSize = pageSize;
  }

  /** Requires: empty. */
  void setPageSize(int newPageSize) {
    assert count == 0 : "the undo log is in use";
    pageSize = newPageSize;
    Arrays.fill(copies, null);
  }

  int count() {
    return count;
  }

  int number(int record) {
    return numbers[record];
  }

  int outermost(int record) {
    return outermosts[record];
  }

  void append(int number, byte[] page, int outermost) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      outermosts = Arrays.copyOf(outermosts, count * 2);
    }
    if (count < memoryRecords()) {
      if (count >= copies.length) {
        copies = Arrays.copyOf(copies, Math.min(copies.length * 2, memoryRecords()));
      }
      if (copies[count] == null) {
        copies[count] = page.clone();
      } else {
        System.arraycopy(page, 0, copies[count], 0, pageSize);
      }
    } else {
      if (file == null) {
        scratch = ScratchCipher.ifInUse();
        file = vfs.open(vfs.temporaryPath(), Vfs.FileRole.TEMPORARY, Vfs.OpenMode.CREATE);
      }
      writeToFile(count, number, page);
    }
    numbers[count] = number;
    outermosts[count] = outermost;
    count++;
  }

  /** What a cipher hides in the database it must hide here too. */
  private void writeToFile(int record, int number, byte[] page) {
    int place = record - memoryRecords();
    byte[] bytes;
    if (scratch == null) {
      bytes = codec.encode(number, page);
    } else {
      bytes = hidden == null || hidden.length != pageSize ? new byte[pageSize] : hidden;
      hidden = bytes;
      scratch.encryptPage(place, page, 0, pageSize, bytes);
    }
    file.write((long) place * pageSize, bytes, 0, pageSize);
  }

  void read(int record, byte[] target) {
    if (record < memoryRecords()) {
      System.arraycopy(copies[record], 0, target, 0, pageSize);
    } else {
      int place = record - memoryRecords();
      file.read((long) place * pageSize, target, 0, pageSize);
      if (scratch == null) {
        codec.decode(numbers[record], target);
      } else {
        scratch.decryptPage(place, target, 0, pageSize);
      }
    }
  }

  /**
   * Drops, from a record on, those that are only for points that do not exist any more. Without this a long
   * transaction of many statements would keep a copy of each page for each statement.
   */
  void compact(int from, int points) {
    int kept = from;
    for (int record = from; record < count; record++) {
      if (outermosts[record] < points) {
        if (record != kept) {
          move(record, kept);
        }
        kept++;
      }
    }
    count = kept;
  }

  private void move(int from, int to) {
    if (from < memoryRecords()) {
      byte[] spare = copies[to];
      copies[to] = copies[from];
      copies[from] = spare;
    } else {
      byte[] page = new byte[pageSize];
      read(from, page);
      if (to < memoryRecords()) {
        copies[to] = page;
      } else {
        writeToFile(to, numbers[from], page);
      }
    }
    numbers[to] = numbers[from];
    outermosts[to] = outermosts[from];
  }

  /** Forgets all records; keeps a few arrays for the next savepoint. */
  void clear() {
    if (count > KEPT_ARRAYS) {
      copies = Arrays.copyOf(copies, KEPT_ARRAYS);
      numbers = new int[KEPT_ARRAYS];
      outermosts = new int[KEPT_ARRAYS];
    }
    count = 0;
    close();
  }

  @Override
  public void close() {
    if (file != null) {
      VfsFile closing = file;
      file = null;
      closing.close();
    }
  }

  private int memoryRecords() {
    return vfs == null ? Integer.MAX_VALUE : (int) (MEMORY_LIMIT / pageSize);
  }
}
