// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.sql.ast.Expression.BinaryOperator;

/** What a term does with its left side, as bits so that a search can ask for several at once. */
final class Operators {
  static final int IN = 1;
  static final int EQUAL = 2;
  static final int LESS = 4;
  static final int LESS_EQUAL = 8;
  static final int GREATER = 16;
  static final int GREATER_EQUAL = 32;
  static final int IS = 64;
  static final int IS_NULL = 128;
  /** Something that only a virtual table may know how to use: LIKE, MATCH, &lt;&gt;, … */
  static final int AUXILIARY = 256;
  /** A disjunction whose parts may use indexes. */
  static final int OR = 512;
  /** A conjunction inside a disjunction. */
  static final int AND = 1024;
  /** Both sides are columns that compare alike, so that one can stand for the other. */
  static final int EQUIVALENCE = 2048;

  static final int ANY_EQUAL = EQUAL | IN | IS;
  static final int UPPER = LESS | LESS_EQUAL;
  static final int LOWER = GREATER | GREATER_EQUAL;
  static final int RANGE = UPPER | LOWER;
  /** All that one column and an index can serve. */
  static final int INDEXABLE = ANY_EQUAL | RANGE | IS_NULL;

  private Operators() {}

  /** The bit of a comparison, 0 for those that no index serves. */
  static int of(BinaryOperator operator) {
    switch (operator) {
      case EQUAL:
        return EQUAL;
      case IS:
        return IS;
      case LESS:
        return LESS;
      case LESS_EQUAL:
        return LESS_EQUAL;
      case GREATER:
        return GREATER;
      case GREATER_EQUAL:
        return GREATER_EQUAL;
      default:
        return 0;
    }
  }
}
