// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.HexFormat;
import org.lumosql.record.TextEncoding;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.value.Register;

/** The value of a literal, for virtual tables that plan by it. Whoever asks gets a plan for this value alone. */
final class LiteralValue {
  private LiteralValue() {}

  /** The value, texts in UTF-8; null if the expression is no literal, or null itself. */
  static Register of(BoundExpression expression) {
    Register value = new Register();
    if (expression instanceof BoundExpression.Opaque opaque) {
      return of(opaque.operand());
    } else if (expression instanceof BoundExpression.IntegerConstant number) {
      value.setInteger(number.value());
    } else if (expression instanceof BoundExpression.RealConstant number) {
      value.setReal(number.value());
    } else if (expression instanceof BoundExpression.TextConstant text) {
      value.setText(text.value(), TextEncoding.UTF8);
    } else if (expression instanceof BoundExpression.BlobConstant blob) {
      byte[] bytes = HexFormat.of().parseHex(blob.hex());
      value.setBlob(bytes, 0, bytes.length);
    } else if (expression instanceof BoundExpression.Negate negate) {
      return negated(of(negate.operand()));
    } else if (!(expression instanceof BoundExpression.Null)) {
      return null;
    }
    return value;
  }

  private static Register negated(Register value) {
    if (value == null) {
      return null;
    } else if (value.type() == Register.INTEGER && value.integer() != Long.MIN_VALUE) {
      value.setInteger(-value.integer());
    } else if (value.type() == Register.REAL) {
      value.setReal(-value.real());
    } else {
      return null;
    }
    return value;
  }
}
