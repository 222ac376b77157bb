// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.error.LongWork;
import org.lumosql.record.Collation;
import org.lumosql.value.Register;

/**
 * The order of two values inside functions: NULL, numbers, texts by collation, blobs
 * (https://sqlite.org/datatype3.html#sort_order).
 */
final class Comparison {
  private Comparison() {}

  static int compare(Register left, Register right, Collation collation) {
    int leftClass = storageClass(left);
    int rightClass = storageClass(right);
    if (leftClass != rightClass) {
      return leftClass < rightClass ? -1 : 1;
    }
    switch (leftClass) {
      case 0:
        return 0;
      case 1:
        return compareNumbers(left, right);
      case 2:
        return Integer.signum(collation.compare(
            left.bytes(), left.offset(), left.length(), right.bytes(), right.offset(), right.length()));
      default:
        return compareBlobs(Arguments.bytes(left), Arguments.bytes(right));
    }
  }

  private static int storageClass(Register value) {
    int type = value.type();
    return type == Register.NULL ? 0 : type <= Register.REAL ? 1 : type - 1;
  }

  private static int compareBlobs(Register left, Register right) {
    int order = LongWork.compareUnsigned(
        left.bytes(), left.offset(), left.offset() + left.length(), right.bytes(), right.offset(), right.offset()
            + right.length());
    return Integer.signum(order);
  }

  private static int compareNumbers(Register left, Register right) {
    if (left.type() == Register.INTEGER) {
      return right.type() == Register.INTEGER
          ? Long.compare(left.integer(), right.integer())
          : compare(left.integer(), right.real());
    }
    return right.type() == Register.INTEGER
        ? -compare(right.integer(), left.real())
        : left.real() < right.real() ? -1 : left.real() > right.real() ? 1 : 0;
  }

  /** Compares by value, without rounding the integer to a double. */
  private static int compare(long integer, double real) {
    if (real < -9.223372036854775808e18) {
      return 1;
    }
    if (real >= 9.223372036854775808e18) {
      return -1;
    }
    long whole = (long) real;
    if (integer != whole) {
      return integer < whole ? -1 : 1;
    }
    double fraction = real - whole;
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
  }
}
