// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.value.Affinity;

/** Affinity and collation of expressions and comparisons (https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison, §7.1). */
public final class Typing {
  private Typing() {}

  /** The affinity of an expression; NONE if it has none. */
  public static Affinity affinity(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      return column.source().affinity(column.column());
    }
    if (expression instanceof BoundExpression.Cast cast) {
      return cast.affinity();
    }
    if (expression instanceof BoundExpression.Collated collated) {
      return affinity(collated.operand());
    }
    if (expression instanceof BoundExpression.Opaque opaque) {
      return affinity(opaque.operand());
    }
    if (expression instanceof BoundExpression.ScalarQuery query) {
      return query.query().columnAffinity(0);
    }
    if (expression instanceof BoundExpression.RegisterValue register) {
      return register.affinity();
    }
    if (expression instanceof BoundExpression.TriggerValue value) {
      return value.affinity();
    }
    return Affinity.NONE;
  }

  /** The collation that a comparison with this operand would take from it; null if it gives none. */
  public static Collation collation(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      return column.source().collation(column.column());
    }
    if (expression instanceof BoundExpression.Collated collated) {
      return collated.collation();
    }
    if (expression instanceof BoundExpression.Opaque opaque) {
      return collation(opaque.operand());
    }
    if (expression instanceof BoundExpression.Cast cast) {
      return collation(cast.operand());
    }
    if (expression instanceof BoundExpression.RegisterValue register) {
      return register.collation();
    }
    if (expression instanceof BoundExpression.TriggerValue value) {
      return value.collation();
    }
    return null;
  }

  public static Collation collationOrBinary(BoundExpression expression) {
    Collation collation = collation(expression);
    return collation == null ? Collations.binary() : collation;
  }
}
