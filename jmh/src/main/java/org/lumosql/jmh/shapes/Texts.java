// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Texts of many like parts. */
final class Texts {
  private Texts() {}

  /** Parts numbered from 1, with something between them. */
  static String joined(int count, String between, IntFunction<String> part) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i == 1 ? "" : between).append(part.apply(i));
    }
    return text.toString();
  }

  /** The same with commas, and {@code @} in the part for its number. */
  static String list(int count, String part) {
    return joined(count, ", ", i -> part.replace("@", Integer.toString(i)));
  }

  /** Statements, and others, {@code @} in them being their number. */
  static List<String> statements(List<String> first, int count, String... others) {
    List<String> all = new ArrayList<>(first);
    for (int i = 1; i <= count; i++) {
      for (String other : others) {
        all.add(other.replace("@", Integer.toString(i)).replace("~", Integer.toString(i - 1)));
      }
    }
    return all;
  }

  /** {@code left} nested as often, {@code middle} inside. */
  static String nested(int count, String left, String middle, String right) {
    return left.repeat(count) + middle + right.repeat(count);
  }
}
