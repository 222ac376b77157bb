// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.KeyOrder;
import org.lumosql.vdbe.Host;

/**
 * Sorts records, stably: in memory as long as they fit, else in sorted runs in a temporary file that are merged while reading.
 *
 * <p>Use: {@link #add} any number of times, {@link #rewind}, then read and {@link #next} in turn; {@link #clear} to start again.
 */
final class Sorter {
  private static final int SMALLEST_BUFFER = 4 * 1024;
  private static final int LARGEST_BUFFER = 256 * 1024;

  private final RecordOrder order;
  private final Host host;
  private final TemporaryMemory.Share memory;
  private final RecordHeap heap;
  private RunFile file;
  private int position;
  /** The runs in heap order by their present records, the smallest first; null while everything is in memory. */
  private RunFile.Reader[] readers;
  private int[] runNumbers;
  private int readerCount;

  Sorter(KeyOrder order, Host host, TemporaryMemory memory) {
    this.order = new RecordOrder(order);
    this.host = host;
    this.memory = memory.share();
    this.heap = new RecordHeap(this.order, order.columnCount());
  }

  RecordOrder order() {
    return order;
  }

  void add(byte[] record, int offset, int length) {
    long needed = heap.bytes() + length;
    if (needed > memory.granted() && !memory.reserve(needed) && heap.count() > 0) {
      spill();
    }
    heap.add(record, offset, length);
  }

  private void spill() {
    if (file == null) {
      file = new RunFile(host.newTemporaryFile());
    }
    heap.sort();
    file.write(heap);
    heap.clear();
  }

  /** Sorts and goes to the first record; false if there is none. */
  boolean rewind() {
    if (file == null) {
      heap.sort();
      position = 0;
      return heap.count() > 0;
    }
    if (heap.count() > 0) {
      spill();
    }
    startMerge();
    return readerCount > 0;
  }

  boolean next() {
    if (readers == null) {
      return ++position < heap.count();
    }
    RunFile.Reader first = readers[0];
    if (first.next()) {
      first.prefix = order.prefix(first.array(), first.offset());
    } else {
      readerCount--;
      readers[0] = readers[readerCount];
      runNumbers[0] = runNumbers[readerCount];
    }
    if (readerCount > 0) {
      sink(0);
    }
    return readerCount > 0;
  }

  /** Whether the present record is in a buffer that the next one may take. */
  boolean isMerging() {
    return readers != null;
  }

  byte[] array() {
    return readers == null ? heap.array(position) : readers[0].array();
  }

  int offset() {
    return readers == null ? heap.offset(position) : readers[0].offset();
  }

  int length() {
    return readers == null ? heap.length(position) : readers[0].length();
  }

  // ---- merging -------------------------------------------------------------------------------------------------------------

  private void startMerge() {
    int runs = file.runCount();
    readers = new RunFile.Reader[runs];
    runNumbers = new int[runs];
    readerCount = 0;
    int buffer = (int) Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, memory.granted() / runs));
    for (int run = 0; run < runs; run++) {
      RunFile.Reader reader = file.read(run, buffer);
      if (reader.next()) {
        reader.prefix = order.prefix(reader.array(), reader.offset());
        runNumbers[readerCount] = run;
        readers[readerCount++] = reader;
      }
    }
    for (int i = readerCount / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  private void sink(int from) {
    int at = from;
    for (;;) {
      int child = 2 * at + 1;
      if (child >= readerCount) {
        return;
      }
      if (child + 1 < readerCount && comesBefore(child + 1, child)) {
        child++;
      }
      if (!comesBefore(child, at)) {
        return;
      }
      RunFile.Reader reader = readers[at];
      readers[at] = readers[child];
      readers[child] = reader;
      int number = runNumbers[at];
      runNumbers[at] = runNumbers[child];
      runNumbers[child] = number;
      at = child;
    }
  }

  private boolean comesBefore(int a, int b) {
    RunFile.Reader left = readers[a];
    RunFile.Reader right = readers[b];
    int difference = Long.compareUnsigned(left.prefix, right.prefix);
    if (difference == 0) {
      difference = order.compare(left.array(), left.offset(), right.array(), right.offset());
    }
    return difference < 0 || difference == 0 && runNumbers[a] < runNumbers[b];
  }

  void clear() {
    heap.clear();
    memory.release();
    readers = null;
    readerCount = 0;
    position = 0;
    if (file != null) {
      RunFile old = file;
      file = null;
      old.close();
    }
  }

  void close() {
    clear();
  }
}
