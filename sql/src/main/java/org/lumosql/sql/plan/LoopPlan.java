// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.sql.resolve.Source;

/**
 * One loop of a join.
 *
 * @param number the source's place in the FROM clause
 * @param path how its rows are found
 * @param reverse whether they are visited backwards
 * @param nullsApart whether NULLs in the first field that no equality fixes are visited apart: last if forwards in
 *     value, else first
 */
public record LoopPlan(int number, Source source, AccessPath path, boolean reverse, boolean nullsApart) {
  /** The bit of the source. */
  public long bit() {
    return 1L << number;
  }
}
