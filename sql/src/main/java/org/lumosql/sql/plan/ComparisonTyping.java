// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/** Affinity and collation of comparisons (https://sqlite.org/datatype3.html#comparison_expressions, §7.1). */
final class ComparisonTyping {
  private ComparisonTyping() {}

  /** The affinity that both sides get before they are compared. */
  static Affinity affinity(BoundExpression left, BoundExpression right) {
    Affinity leftAffinity = Typing.affinity(left);
    Affinity rightAffinity = right == null ? Affinity.NONE : Typing.affinity(right);
    return combined(leftAffinity, rightAffinity);
  }

  static Affinity combined(Affinity left, Affinity right) {
    if (left != Affinity.NONE && right != Affinity.NONE) {
      return left.isNumeric() || right.isNumeric() ? Affinity.NUMERIC : Affinity.BLOB;
    }
    Affinity known = left == Affinity.NONE ? right : left;
    return known == Affinity.NONE ? Affinity.BLOB : known;
  }

  /**
   * Whether a column that was stored with {@code stored} affinity is in the order that a comparison with {@code
   * comparison} affinity sees.
   */
  static boolean fits(Affinity comparison, Affinity stored) {
    if (comparison.ordinal() < Affinity.TEXT.ordinal()) {
      return true;
    }
    return comparison == Affinity.TEXT ? stored == Affinity.TEXT : stored.isNumeric();
  }

  /** An explicit COLLATE wins, the left one first; then the left column's, then the right column's. */
  static Collation collation(BoundExpression left, BoundExpression right) {
    Collation collation = null;
    if (isExplicit(left)) {
      collation = Typing.collation(left);
    } else if (right != null && isExplicit(right)) {
      collation = Typing.collation(right);
    } else {
      collation = Typing.collation(left);
      if (collation == null && right != null) {
        collation = Typing.collation(right);
      }
    }
    return collation == null ? Collations.binary() : collation;
  }

  private static boolean isExplicit(BoundExpression expression) {
    if (expression instanceof BoundExpression.Collated) {
      return true;
    }
    if (expression instanceof BoundExpression.ColumnValue || expression instanceof BoundExpression.Call) {
      return false;
    }
    return hasExplicitChild(expression) && Typing.collation(expression) != null;
  }

  private static boolean hasExplicitChild(BoundExpression expression) {
    if (BoundTree.queryOf(expression) != null) {
      return false;
    }
    if (Expressions.hasCall(expression)) {
      boolean[] found = new boolean[1];
      Expressions.forEachChild(expression, child -> found[0] |= isExplicit(child));
      return found[0];
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (isExplicit(expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean same(Collation left, Collation right) {
    return left == right || Ascii.equal(left.name(), right.name());
  }
}
