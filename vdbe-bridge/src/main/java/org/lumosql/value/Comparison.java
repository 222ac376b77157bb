// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import org.lumosql.error.LongWork;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyProbe;

/** The order of SQL values: NULL, numbers, texts by collation, blobs by bytes (https://sqlite.org/datatype3.html#comparisons). */
public final class Comparison {
  private Comparison() {}

  /** Negative, zero or positive. NULLs equal each other. {@code collation} is for texts in the database's encoding; null is BINARY. */
  public static int compare(Register left, Register right, Collation collation) {
    int leftType = left.type();
    int rightType = right.type();
    if (leftType == Register.INTEGER && rightType == Register.INTEGER) {
      return Long.compare(left.integer(), right.integer());
    }
    if (leftType == Register.NULL || rightType == Register.NULL) {
      return Integer.compare(leftType, rightType);
    }
    if (leftType <= Register.REAL || rightType <= Register.REAL) {
      return compareNumeric(left, leftType, right, rightType);
    }
    if (leftType != rightType) {
      return leftType - rightType;
    }
    if (leftType == Register.TEXT && collation != null) {
      return collation.compare(
          left.bytes(), left.offset(), left.length(), right.bytes(), right.offset(), right.length());
    }
    return compareBytes(left, right);
  }

  private static int compareNumeric(Register left, int leftType, Register right, int rightType) {
    if (leftType > Register.REAL || rightType > Register.REAL) {
      return leftType > Register.REAL ? 1 : -1;
    }
    if (leftType == Register.INTEGER) {
      return KeyProbe.compareIntegerReal(left.integer(), right.real());
    }
    if (rightType == Register.INTEGER) {
      return -KeyProbe.compareIntegerReal(right.integer(), left.real());
    }
    double a = left.real();
    double b = right.real();
    return a < b ? -1 : a > b ? 1 : 0; // -0.0 equals 0.0
  }

  private static int compareBytes(Register left, Register right) {
    int difference =
        LongWork.compareUnsigned(
            left.bytes(), left.offset(), left.offset() + left.length(),
            right.bytes(), right.offset(), right.offset() + right.length());
    if ((left.zeroTail() | right.zeroTail()) == 0) {
      return difference;
    }
    return compareWithTails(left, right);
  }

  private static int compareWithTails(Register left, Register right) {
    long leftLength = (long) left.length() + left.zeroTail();
    long rightLength = (long) right.length() + right.zeroTail();
    int stored = Math.max(left.length(), right.length());
    int common = (int) Math.min(Math.min(leftLength, rightLength), stored);
    for (int i = 0; i < common; i++) {
      int a = i < left.length() ? left.bytes()[left.offset() + i] & 0xff : 0;
      int b = i < right.length() ? right.bytes()[right.offset() + i] & 0xff : 0;
      if (a != b) {
        return a - b;
      }
    }
    return Long.compare(leftLength, rightLength);
  }
}
