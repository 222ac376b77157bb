// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.value.Affinity;

/**
 * Affinity and collation of expressions and comparisons
 * (https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison, §7.1).
 */
public final class Typing {
  /** {@link #storageClasses}: may be a number. */
  static final int NUMBERS = 1;

  /** {@link #storageClasses}: may be a text. */
  static final int TEXTS = 2;

  /** {@link #storageClasses}: may be a blob. */
  static final int BLOBS = 4;

  private Typing() {}

  /** What an expression's value may be besides NULL. */
  static int storageClasses(BoundExpression expression) {
    if (expression instanceof BoundExpression.Collated || expression instanceof BoundExpression.Opaque) {
      return storageClasses(expression.operand(0));
    }
    if (expression instanceof BoundExpression.Null) {
      return 0;
    }
    if (expression instanceof BoundExpression.TextConstant) {
      return TEXTS;
    }
    if (expression instanceof BoundExpression.BlobConstant) {
      return BLOBS;
    }
    if (expression instanceof BoundExpression.Arithmetic arithmetic) {
      return arithmetic.operator() == org.lumosql.sql.ast.Expression.BinaryOperator.CONCAT ? TEXTS | BLOBS : NUMBERS;
    }
    if (expression instanceof BoundExpression.Case cases) {
      int classes = cases.otherwise() == null ? 0 : storageClasses(cases.otherwise());
      for (BoundExpression result : cases.results()) {
        classes |= storageClasses(result);
      }
      return classes;
    }
    if (expression instanceof BoundExpression.ColumnValue
        || expression instanceof BoundExpression.Cast
        || expression instanceof BoundExpression.Projected
        || expression instanceof BoundExpression.ScalarQuery) {
      Affinity affinity = affinity(expression);
      if (affinity.isNumeric()) {
        return NUMBERS | BLOBS;
      }
      return affinity == Affinity.TEXT ? TEXTS | BLOBS : NUMBERS | TEXTS | BLOBS;
    }
    boolean mayBeAnything =
        expression instanceof BoundExpression.Call
            || expression instanceof BoundExpression.AggregateValue
            || expression instanceof BoundExpression.WindowValue
            || expression instanceof BoundExpression.ParameterValue
            || expression instanceof BoundExpression.TriggerValue
            || expression instanceof BoundExpression.RegisterValue;
    return mayBeAnything ? NUMBERS | TEXTS | BLOBS : NUMBERS;
  }

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
    if (expression instanceof BoundExpression.ScalarQuery query) {
      return query.query().valueAffinity(0);
    }
    if (expression instanceof BoundExpression.RowField field) {
      return fieldAffinity(field);
    }
    if (expression instanceof BoundExpression.RowValue row) {
      return affinity(row.values().get(0));
    }
    if (expression instanceof BoundExpression.FixedColumn fixed) {
      return affinity(fixed.column());
    }
    if (expression instanceof BoundExpression.Projected projected) {
      return projected.affinity();
    }
    if (expression instanceof BoundExpression.MergedColumn merged) {
      return affinity(merged.columns().get(0));
    }
    if (expression instanceof BoundExpression.RegisterValue register) {
      return register.affinity();
    }
    if (expression instanceof BoundExpression.TriggerValue value) {
      return value.affinity();
    }
    return Affinity.NONE;
  }

  private static Affinity fieldAffinity(BoundExpression.RowField field) {
    return field.row() instanceof BoundExpression.ScalarQuery query
        ? query.query().valueAffinity(field.index())
        : Affinity.NONE;
  }

  /** {@code likely(x)} and its kin say something about x to the planner. Like all calls they have no affinity and no collation. */
  public static boolean isLikelihood(BoundExpression expression) {
    if (!(expression instanceof BoundExpression.Call call)) {
      return false;
    }
    String name = call.function().name();
    return name.equals("likely") || name.equals("unlikely") || name.equals("likelihood");
  }

  /** Without COLLATE around it, and without likely(), unlikely() and likelihood(). */
  public static BoundExpression withoutHints(BoundExpression expression) {
    BoundExpression inner = expression;
    while (true) {
      if (inner instanceof BoundExpression.Collated collated) {
        inner = collated.operand();
      } else if (isLikelihood(inner)) {
        inner = ((BoundExpression.Call) inner).arguments().get(0);
      } else {
        return inner;
      }
    }
  }

  /** The collation that a comparison with this operand would take from it; null if it gives none. */
  public static Collation collation(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      // the rowid has none
      return column.column() < 0 ? null : column.source().collation(column.column());
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
    if (expression instanceof BoundExpression.RowValue row) {
      return collation(row.values().get(0));
    }
    if (expression instanceof BoundExpression.FixedColumn fixed) {
      return collation(fixed.column());
    }
    if (expression instanceof BoundExpression.Projected projected) {
      return projected.collation();
    }
    if (expression instanceof BoundExpression.MergedColumn merged) {
      return collation(merged.columns().get(0));
    }
    return explicitCollationInside(expression);
  }

  /** An operator or call gives the collation that COLLATE says for its leftmost operand that has one. */
  private static Collation explicitCollationInside(BoundExpression expression) {
    for (BoundExpression argument : argumentsOf(expression)) {
      if (hasExplicitCollation(argument)) {
        return collation(argument);
      }
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (hasExplicitCollation(expression.operand(i))) {
        return collation(expression.operand(i));
      }
    }
    return null;
  }

  /** Arguments of an aggregate or window function count as its operands here; what orders and filters its rows does not. */
  private static List<BoundExpression> argumentsOf(BoundExpression expression) {
    if (expression instanceof BoundExpression.AggregateValue value) {
      return value.call().arguments();
    }
    return expression instanceof BoundExpression.WindowValue value ? value.call().arguments() : List.of();
  }

  /** Whether COLLATE was written in the expression, not counting queries inside. */
  public static boolean hasExplicitCollation(BoundExpression expression) {
    if (expression instanceof BoundExpression.Collated) {
      return true;
    }
    if (expression instanceof BoundExpression.Projected) {
      return false;
    }
    for (BoundExpression argument : argumentsOf(expression)) {
      if (hasExplicitCollation(argument)) {
        return true;
      }
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (hasExplicitCollation(expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  public static Collation collationOrBinary(BoundExpression expression) {
    Collation collation = collation(expression);
    return collation == null ? Collations.binary() : collation;
  }

  /** The collation of a comparison: explicit of the left, explicit of the right, the left's, the right's, BINARY. */
  public static Collation comparisonCollation(BoundExpression left, BoundExpression right) {
    Collation collation;
    if (hasExplicitCollation(left)) {
      collation = collation(left);
    } else if (hasExplicitCollation(right)) {
      collation = collation(right);
    } else {
      collation = collation(left);
      if (collation == null) {
        collation = collation(right);
      }
    }
    return collation == null ? Collations.binary() : collation;
  }

  /** The affinity that is applied to both sides of a comparison; NONE or BLOB for no conversion. */
  public static Affinity comparisonAffinity(BoundExpression left, BoundExpression right) {
    return comparisonAffinity(affinity(left), affinity(right));
  }

  /** As {@link #comparisonAffinity(BoundExpression, BoundExpression)} for affinities. */
  public static Affinity comparisonAffinity(Affinity left, Affinity right) {
    boolean leftHas = left != Affinity.NONE;
    boolean rightHas = right != Affinity.NONE;
    if (leftHas && rightHas) {
      return left.isNumeric() || right.isNumeric() ? Affinity.NUMERIC : Affinity.BLOB;
    }
    return leftHas ? left : right;
  }
}
