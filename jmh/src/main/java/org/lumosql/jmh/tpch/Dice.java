// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

/** Numbers that look random and are a function of what they are for: rows can be made in any order and are always the same. */
final class Dice {
  private long state;

  /** Starts the numbers of one row of one table. */
  Dice of(int table, long row) {
    state = row * 0x9e3779b97f4a7c15L + table * 0xd1b54a32d192ed03L;
    next();
    return this;
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** Evenly distributed, both ends included. */
  int between(int low, int high) {
    return low + (int) Long.remainderUnsigned(next(), high - low + 1L);
  }

  boolean oneIn(int count) {
    return between(1, count) == 1;
  }

  String oneOf(String[] choices) {
    return choices[between(0, choices.length - 1)];
  }

  /** Two decimal places. */
  double cents(int low, int high) {
    return between(low, high) / 100.0;
  }
}
