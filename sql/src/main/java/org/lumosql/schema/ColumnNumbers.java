// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.function.IntFunction;
import org.lumosql.record.Ascii;

/**
 * Numbers of columns by their names, without regard to ASCII case; of equal names the first counts. For wide tables, where a statement that names each column would
 * otherwise compare each name with each.
 */
public final class ColumnNumbers {
  /** So few columns are searched one by one. */
  private static final int FEW = 16;

  private final IntFunction<String> names;
  private final int count;
  /** Column numbers plus one by the hashes of their names; 0 for a free place. Null if there are few. */
  private int[] places;

  /** @param names of the columns from 0 */
  public ColumnNumbers(int count, IntFunction<String> names) {
    this.names = names;
    this.count = count;
  }

  /** The number of a column, −1 if there is none of that name. */
  public int of(String name) {
    if (count <= FEW || name == null) {
      for (int i = 0; i < count; i++) {
        if (Ascii.equal(names.apply(i), name)) {
          return i;
        }
      }
      return -1;
    }
    if (places == null) {
      places = findPlaces();
    }
    return places[place(places, name)] - 1;
  }

  private int[] findPlaces() {
    int[] found = new int[Integer.highestOneBit(count) * 4];
    for (int i = 0; i < count; i++) {
      String name = names.apply(i);
      int place = name == null ? -1 : place(found, name);
      if (place >= 0 && found[place] == 0) {
        found[place] = i + 1;
      }
    }
    return found;
  }

  /** Where a name is, or the free place for it. */
  private int place(int[] in, String name) {
    int hash = Ascii.lower(name).hashCode();
    int place = (hash ^ hash >>> 15) & in.length - 1;
    while (in[place] != 0 && !Ascii.equal(names.apply(in[place] - 1), name)) {
      place = place + 1 & in.length - 1;
    }
    return place;
  }
}
