// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.nio.charset.StandardCharsets;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;

/**
 * How much text a pattern of LIKE or GLOB asks for: the longer, the fewer rows will match. Counted are the bytes beside
 * wildcards of the longest literal in the expression that makes the pattern.
 */
final class PatternLength {
  private PatternLength() {}

  /** @param call LIKE or GLOB, the pattern first */
  static int of(BoundExpression.Call call) {
    boolean glob = call.function().name().equals("glob");
    int[] longest = new int[1];
    BoundTree.any(
        call.operand(0),
        expression -> {
          if (expression instanceof BoundExpression.TextConstant literal) {
            longest[0] = Math.max(longest[0], length(literal.value(), glob));
          }
          return false;
        });
    return longest[0];
  }

  private static int length(String pattern, boolean glob) {
    int length = 0;
    byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      byte letter = bytes[i];
      if (glob && letter == '[') {
        // a set stands for one letter
        i = endOfSet(bytes, i);
        length++;
      } else if (glob ? letter != '*' && letter != '?' : letter != '%' && letter != '_') {
        length++;
      }
    }
    return length;
  }

  private static int endOfSet(byte[] bytes, int begin) {
    // ] is a member if it is the first one
    int i = begin + 2;
    while (i < bytes.length && bytes[i] != ']') {
      i++;
    }
    return i;
  }
}
