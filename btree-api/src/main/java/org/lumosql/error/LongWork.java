// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.error;

import java.util.Arrays;

/**
 * Work on byte arrays of any size that can be interrupted: it is done in stretches of some milliseconds at most, with a look at {@link Interruption#check()}
 * between them. What is no longer than a stretch is done at once and looks at nothing.
 *
 * <p>Loops do the same with {@link #stretch}: {@code for (int stop; at < end; ) { stop = stretch(at, end); while (at < stop) … }}.
 */
public final class LongWork {
  /** Bytes that are copied, filled or compared at once. */
  private static final int COPIED_AT_ONCE = 1 << 22;

  /** Bytes that are looked at one by one at once. */
  private static final int READ_AT_ONCE = 1 << 19;

  private LongWork() {}

  /** Where a loop from {@code at} to {@code end} is to pause next: at the end if that is near. */
  public static int stretch(int at, int end) {
    if (end - at <= READ_AT_ONCE) {
      return end;
    }
    Interruption.check();
    return at + READ_AT_ONCE;
  }

  /** {@link System#arraycopy}, also within one array. */
  public static void copy(byte[] source, int sourceAt, byte[] target, int targetAt, int count) {
    if (count <= COPIED_AT_ONCE) {
      System.arraycopy(source, sourceAt, target, targetAt, count);
    } else if (source == target && sourceAt < targetAt) {
      copyFromTheEnd(source, sourceAt, targetAt, count);
    } else {
      for (int done = 0; done < count; done += COPIED_AT_ONCE) {
        Interruption.check();
        System.arraycopy(source, sourceAt + done, target, targetAt + done, Math.min(COPIED_AT_ONCE, count - done));
      }
    }
  }

  private static void copyFromTheEnd(byte[] bytes, int from, int to, int count) {
    for (int left = count; left > 0; ) {
      Interruption.check();
      int size = Math.min(COPIED_AT_ONCE, left);
      left -= size;
      System.arraycopy(bytes, from + left, bytes, to + left, size);
    }
  }

  /** {@link Arrays#copyOf} for arrays that grow: a new array whose first {@code used} bytes are those of the old one. */
  public static byte[] grown(byte[] bytes, int used, int capacity) {
    byte[] larger = new byte[capacity];
    copy(bytes, 0, larger, 0, used);
    return larger;
  }

  public static void fill(byte[] bytes, int from, int to, byte value) {
    int at = from;
    for (; to - at > COPIED_AT_ONCE; at += COPIED_AT_ONCE) {
      Interruption.check();
      Arrays.fill(bytes, at, at + COPIED_AT_ONCE, value);
    }
    Arrays.fill(bytes, at, to, value);
  }

  /** As {@link Arrays#compareUnsigned(byte[], int, int, byte[], int, int)}. */
  public static int compareUnsigned(byte[] left, int leftAt, int leftEnd, byte[] right, int rightAt, int rightEnd) {
    int common = Math.min(leftEnd - leftAt, rightEnd - rightAt);
    int done = 0;
    for (; common - done > COPIED_AT_ONCE; done += COPIED_AT_ONCE) {
      Interruption.check();
      int i = leftAt + done;
      int j = rightAt + done;
      int difference = Arrays.mismatch(left, i, i + COPIED_AT_ONCE, right, j, j + COPIED_AT_ONCE);
      if (difference >= 0) {
        return Byte.compareUnsigned(left[i + difference], right[j + difference]);
      }
    }
    return Arrays.compareUnsigned(left, leftAt + done, leftEnd, right, rightAt + done, rightEnd);
  }
}
