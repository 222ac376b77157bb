// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.compat.differential.Outcome;

/** Compares results as multisets. */
final class Rows {
  private static final int SHOWN = 10;

  private Rows() {}

  /** What is in one and not in the other; null if both have the same rows. */
  static String difference(String leftName, Outcome left, String rightName, Outcome right) {
    if (left.isCrash() || right.isCrash()) {
      return (left.isCrash() ? left : right).message();
    }
    List<String> inLeft = sorted(left);
    List<String> inRight = sorted(right);
    if (inLeft.equals(inRight)) {
      return null;
    }
    List<String> onlyLeft = without(inLeft, inRight);
    List<String> onlyRight = without(inRight, inLeft);
    return inLeft.size() + " and " + inRight.size() + " rows\nonly in " + leftName + ": " + onlyLeft + "\nonly in " + rightName + ": " + onlyRight;
  }

  private static List<String> sorted(Outcome outcome) {
    List<String> rows = new ArrayList<>();
    outcome.rows().forEach(row -> rows.add(String.join("|", row)));
    Collections.sort(rows);
    return rows;
  }

  private static List<String> without(List<String> rows, List<String> others) {
    List<String> rest = new ArrayList<>(rows);
    others.forEach(rest::remove);
    return rest.size() > SHOWN ? rest.subList(0, SHOWN) : rest;
  }
}
