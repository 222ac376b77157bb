// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

/**
 * The numbers of {@code generate_series(start, stop, step)} (https://sqlite.org/series.html): an iterator that a
 * virtual table wraps. Before the first step it can be narrowed. Never overflows: the series ends where the next number would not fit, and
 * distances are unsigned, for they may exceed the range of signed numbers.
 */
public final class GeneratedSeries {
  private final long width;
  private boolean isDescending;
  private long value;
  private long last;
  private boolean atEnd;

  /** @param step the distance between numbers; 0 counts as 1 */
  public GeneratedSeries(long start, long stop, long step) {
    isDescending = step < 0;
    width = step == 0 ? 1 : Math.abs(step); // of the smallest number the unsigned amount is itself
    value = start;
    last = stop;
    atEnd = isDescending ? start < stop : start > stop;
    alignLast();
  }

  /** The last number is the one that the steps reach. */
  private void alignLast() {
    if (!atEnd) {
      long beyond = Long.remainderUnsigned(distance(value, last), width);
      last = isDescending ? last + beyond : last - beyond;
    }
  }

  /** How far the series goes from one number to another; unsigned. */
  private long distance(long from, long to) {
    return isDescending ? from - to : to - from;
  }

  /** Leaves out the numbers below {@code low} and above {@code high}. */
  public void keepBetween(long low, long high) {
    long nearest = isDescending ? high : low;
    long farthest = isDescending ? low : high;
    if (!atEnd && isBefore(value, nearest)) {
      long missing = distance(value, nearest);
      long steps = Long.divideUnsigned(missing, width) + (Long.remainderUnsigned(missing, width) == 0 ? 0 : 1);
      skip(steps);
    }
    if (!atEnd && isBefore(farthest, last)) {
      last = farthest;
      atEnd = isBefore(last, value);
      alignLast();
    }
  }

  private boolean isBefore(long number, long other) {
    return isDescending ? number > other : number < other;
  }

  /** Brings the numbers into ascending or descending order. */
  public void order(boolean descending) {
    if (isDescending != descending) {
      isDescending = descending;
      long first = value;
      value = last;
      last = first;
    }
  }

  /** Passes over the first numbers. @param count unsigned */
  public void skip(long count) {
    if (Long.compareUnsigned(count, stepsLeft()) > 0) {
      atEnd = true;
    } else {
      value = after(count);
    }
  }

  /** Keeps no more than the first numbers. @param count not negative */
  public void limit(long count) {
    if (count == 0) {
      atEnd = true;
    } else if (Long.compareUnsigned(stepsLeft(), count - 1) > 0) {
      last = after(count - 1);
    }
  }

  private long stepsLeft() {
    return Long.divideUnsigned(distance(value, last), width);
  }

  private long after(long steps) {
    return isDescending ? value - steps * width : value + steps * width;
  }

  public boolean isAtEnd() {
    return atEnd;
  }

  /** Goes to the next number. Requires: not at the end. */
  public void next() {
    if (value == last) {
      atEnd = true;
    } else {
      value = after(1);
    }
  }

  /** The present number. */
  public long value() {
    return value;
  }
}
