// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.releases;

import java.util.List;

/**
 * A statement that two releases answer differently.
 *
 * @param place file and line
 * @param before the answer of the older release, a line for each row
 * @param after that of the newer one
 * @param ours our answer
 */
public record Change(String place, String sql, List<String> before, List<String> after, List<String> ours) {
  /** Whose answer is ours. */
  public enum Side {
    NEWER("as the newer"),
    OLDER("as the older"),
    NEITHER("as neither");

    private final String title;

    Side(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public Side side() {
    return ours.equals(after) ? Side.NEWER : ours.equals(before) ? Side.OLDER : Side.NEITHER;
  }
}
