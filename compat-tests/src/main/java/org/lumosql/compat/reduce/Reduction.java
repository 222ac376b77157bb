// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.reduce;

import java.util.ArrayList;
import java.util.List;

/** Leaves out parts of a list, in ever smaller pieces, as long as what is left still has a property. */
public final class Reduction {
  private Reduction() {}

  /** A property that may take long to find out. */
  public interface Property<T, X extends Exception> {
    boolean holds(List<T> list) throws X;
  }

  /**
   * A shorter list with the property, in the same order; the list itself if there is none.
   *
   * @param list has the property
   * @param nanos when to stop looking
   */
  public static <T, X extends Exception> List<T> shortest(List<T> list, Property<T, X> property, long nanos) throws X {
    long start = System.nanoTime();
    List<T> shortest = list;
    for (int size = Math.max(1, list.size() / 2); size >= 1; size /= 2) {
      for (int at = shortest.size() - size; at > -size && System.nanoTime() - start < nanos; at -= size) {
        int from = Math.max(0, at);
        List<T> fewer = new ArrayList<>(shortest);
        fewer.subList(from, Math.min(at + size, fewer.size())).clear();
        if (fewer.size() < shortest.size() && property.holds(fewer)) {
          shortest = fewer;
        }
      }
    }
    return shortest;
  }
}
