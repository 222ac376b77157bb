// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.HexFormat;
import org.lumosql.record.TextEncoding;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.value.Affinity;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;

/** Literals as values at compile time. */
final class Literals {
  private Literals() {}

  /** The value of a literal. */
  static Register toRegister(BoundExpression literal, TextEncoding encoding) {
    Register register = new Register();
    if (literal instanceof BoundExpression.IntegerConstant constant) {
      register.setInteger(constant.value());
    } else if (literal instanceof BoundExpression.RealConstant constant) {
      register.setReal(constant.value());
    } else if (literal instanceof BoundExpression.TextConstant constant) {
      register.setText(constant.value(), encoding);
    } else if (literal instanceof BoundExpression.BlobConstant constant) {
      byte[] bytes = HexFormat.of().parseHex(constant.hex());
      register.setBlobView(bytes, 0, bytes.length);
    }
    return register;
  }

  /** Applies a column's affinity to a value. */
  static void convert(Register register, Affinity affinity, TextEncoding encoding) {
    new Conversion(encoding).applyAffinity(register, affinity.letter());
  }
}
