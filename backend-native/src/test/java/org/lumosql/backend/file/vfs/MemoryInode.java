// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The contents of a file of {@link FaultyVfs}: as seen now, as synced, and what happened in between; with its locks.
 */
final class MemoryInode {
  private byte[] bytes;
  private int size;
  private byte[] durable;
  private final List<Change> changes = new ArrayList<>();
  final List<MemoryHandle> holders = new ArrayList<>();
  final List<ByteBuffer> regions = new ArrayList<>();
  final int[] sharedSlots = new int[SharedMemory.LOCK_COUNT];
  final Object[] exclusiveSlots = new Object[SharedMemory.LOCK_COUNT];

  /** A write, or with null bytes a truncation to the position. */
  private record Change(int position, byte[] bytes) {}

  MemoryInode(byte[] contents) {
    bytes = contents.clone();
    size = contents.length;
    durable = contents.clone();
  }

  synchronized byte[] contents() {
    return Arrays.copyOf(bytes, size);
  }

  synchronized int size() {
    return size;
  }

  synchronized int read(long position, byte[] target, int offset, int length) {
    int available = (int) Math.max(0, Math.min(length, size - position));
    if (available > 0) {
      System.arraycopy(bytes, (int) position, target, offset, available);
    }
    Arrays.fill(target, offset + available, offset + length, (byte) 0);
    return available;
  }

  synchronized void write(long position, byte[] source, int offset, int length) {
    byte[] copy = Arrays.copyOfRange(source, offset, offset + length);
    changes.add(new Change((int) position, copy));
    bytes = apply(bytes, size, (int) position, copy);
    size = Math.max(size, (int) position + length);
  }

  synchronized void truncate(long newSize) {
    changes.add(new Change((int) newSize, null));
    if (newSize < size) {
      Arrays.fill(bytes, (int) newSize, size, (byte) 0);
    } else {
      bytes = apply(bytes, size, (int) newSize, new byte[0]);
    }
    size = (int) newSize;
  }

  synchronized void sync() {
    durable = contents();
    changes.clear();
  }

  private static byte[] apply(byte[] target, int size, int position, byte[] source) {
    byte[] result = target;
    int end = position + source.length;
    if (end > result.length) {
      result = Arrays.copyOf(result, Math.max(end, result.length * 2));
    }
    System.arraycopy(source, 0, result, position, source.length);
    return result;
  }

  /** What a crash leaves. */
  synchronized byte[] afterCrash(FaultyVfs.Loss loss, Random dice) {
    return switch (loss) {
      case EVERYTHING -> durable.clone();
      case NOTHING -> contents();
      case SUFFIX -> replay(dice.nextInt(changes.size() + 1), false, dice);
      case RANDOM_SECTORS -> replay(changes.size(), true, dice);
    };
  }

  private byte[] replay(int count, boolean losesSectors, Random dice) {
    byte[] result = durable.clone();
    for (Change change : changes.subList(0, count)) {
      if (change.bytes == null) {
        if (!losesSectors || dice.nextBoolean()) {
          result = Arrays.copyOf(result, change.position);
        }
      } else if (losesSectors) {
        result = writeSomeSectors(result, change, dice);
      } else {
        result = grown(result, change.position + change.bytes.length);
        System.arraycopy(change.bytes, 0, result, change.position, change.bytes.length);
      }
    }
    return result;
  }

  private static byte[] writeSomeSectors(byte[] target, Change change, Random dice) {
    byte[] result = target;
    int end = change.position + change.bytes.length;
    int at = change.position;
    while (at < end) {
      int next = Math.min(end, (at / FaultyVfs.sectorBytes() + 1) * FaultyVfs.sectorBytes());
      if (dice.nextBoolean()) {
        result = grown(result, next);
        System.arraycopy(change.bytes, at - change.position, result, at, next - at);
      }
      at = next;
    }
    return result;
  }

  private static byte[] grown(byte[] bytes, int size) {
    return bytes.length >= size ? bytes : Arrays.copyOf(bytes, size);
  }

  synchronized ByteBuffer region(int index, boolean extend) {
    while (extend && regions.size() <= index) {
      regions.add(ByteBuffer.allocateDirect(SharedMemory.REGION_SIZE).order(ByteOrder.nativeOrder()));
    }
    return index < regions.size() ? regions.get(index).duplicate().order(ByteOrder.nativeOrder()) : null;
  }
}
