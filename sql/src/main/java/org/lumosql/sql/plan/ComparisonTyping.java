// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.sql.resolve.BoundExpression;
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

  /** As for the comparison itself; of the left side alone if there is no right one. */
  static Collation collation(BoundExpression left, BoundExpression right) {
    return right == null ? Typing.collationOrBinary(left) : Typing.comparisonCollation(left, right);
  }

  static boolean same(Collation left, Collation right) {
    return left == right || Ascii.equal(left.name(), right.name());
  }
}
