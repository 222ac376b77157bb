// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.function.GeneratedSeries;
import org.lumosql.value.Register;

/**
 * What integers are compared with, as the nearest integers: a value between two integers lies above the one and below the other, and every text or blob above all of them.
 *
 * @param floor the largest integer that is not above the value
 * @param ceiling the smallest integer that is not below it
 * @param isBelowAll the value is less than every integer
 * @param isAboveAll it is greater
 */
record SeriesBound(long floor, long ceiling, boolean isBelowAll, boolean isAboveAll) {
  private static final double ABOVE = 0x1p63;

  /** Requires: not NULL. */
  static SeriesBound of(Register value) {
    if (value.type() == Register.INTEGER) {
      return new SeriesBound(value.integer(), value.integer(), false, false);
    }
    if (value.type() != Register.REAL) {
      return new SeriesBound(0, 0, false, true);
    }
    double real = value.real();
    return new SeriesBound((long) Math.floor(real), (long) Math.ceil(real), real < -ABOVE, real >= ABOVE);
  }

  /**
   * Leaves out the numbers of a series on one side.
   *
   * @param isIncluded whether numbers that are equal stay
   * @param isLower whether what is less is left out, rather than what is greater
   */
  void apply(GeneratedSeries series, boolean isIncluded, boolean isLower) {
    boolean isBetween = floor != ceiling;
    boolean leavesNone = isLower ? isAboveAll : isBelowAll;
    boolean leavesAll = isLower ? isBelowAll : isAboveAll;
    if (leavesAll) {
      return;
    }
    long nearest = isLower ? ceiling : floor;
    boolean needsNext = !isIncluded && !isBetween;
    long end = isLower ? Long.MAX_VALUE : Long.MIN_VALUE;
    if (leavesNone || needsNext && nearest == end) {
      series.limit(0);
      return;
    }
    long bound = !needsNext ? nearest : isLower ? nearest + 1 : nearest - 1;
    series.keepBetween(isLower ? bound : Long.MIN_VALUE, isLower ? Long.MAX_VALUE : bound);
  }
}
