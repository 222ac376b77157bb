// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.record.Ascii;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Column;
import org.lumosql.sql.ast.Expression;
import org.lumosql.value.Affinity;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** Default values that are known without a program: those that a column which ALTER TABLE adds may have. */
public final class DefaultConstant {
  private static final Pattern WRITTEN_REAL = Pattern.compile("([\\s(+]*-?[\\s(+]*)([0-9._]+(?:[eE][+-]?[0-9_]+)?)[\\s)]*");

  private DefaultConstant() {}

  /** What a record that is too short has in a column that was added later; null for NULL. */
  public static P4.DefaultValue of(Column column, TextEncoding encoding) {
    Register value = column.defaultValue() == null ? null : value(column.defaultValue(), encoding);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.type() == Register.REAL && column.affinity() == Affinity.TEXT) {
      writtenReal(column.defaultText(), value, encoding);
    }
    if (column.affinity() != Affinity.BLOB) {
      new Conversion(encoding).applyAffinity(value, column.affinity().letter());
    }
    return new P4.DefaultValue(value);
  }

  /** A text column has a real number as it is written, but for signs without effect and separators: {@code .5} is the text .5. */
  private static void writtenReal(String written, Register value, TextEncoding encoding) {
    Matcher matcher = WRITTEN_REAL.matcher(written);
    if (matcher.matches()) {
      String digits = matcher.group(2).replace("_", "");
      value.setText(matcher.group(1).contains("-") ? "-" + digits : digits, encoding);
    }
  }

  /** The value of a literal, perhaps with a sign, in a CAST or in parentheses; null if it is anything else. */
  public static Register value(Expression expression, TextEncoding encoding) {
    Register value = new Register();
    if (expression instanceof Expression.IntegerLiteral literal) {
      value.setInteger(literal.value());
    } else if (expression instanceof Expression.RealLiteral literal) {
      value.setReal(literal.value());
    } else if (expression instanceof Expression.StringLiteral literal) {
      value.setText(literal.value(), encoding);
    } else if (expression instanceof Expression.BlobLiteral literal) {
      value.setBlob(literal.value(), 0, literal.value().length);
    } else if (expression instanceof Expression.NullLiteral) {
      value.setNull();
    } else if (expression instanceof Expression.ColumnReference name) {
      return truth(name, value);
    } else if (expression instanceof Expression.Parenthesised parenthesised) {
      return value(parenthesised.inner(), encoding);
    } else if (expression instanceof Expression.Unary unary) {
      return signed(unary, encoding);
    } else if (expression instanceof Expression.Cast cast) {
      return converted(cast, encoding);
    } else {
      return null;
    }
    return value;
  }

  private static Register converted(Expression.Cast cast, TextEncoding encoding) {
    Register value = value(cast.operand(), encoding);
    if (value != null) {
      char affinity = Affinity.ofDeclaredType(cast.type()).letter();
      new Conversion(encoding).cast(value, affinity);
    }
    return value;
  }

  private static Register truth(Expression.ColumnReference name, Register value) {
    if (Ascii.equal(name.column(), "true")) {
      value.setInteger(1);
    } else if (Ascii.equal(name.column(), "false")) {
      value.setInteger(0);
    } else {
      return null;
    }
    return value;
  }

  private static Register signed(Expression.Unary unary, TextEncoding encoding) {
    Register value = value(unary.operand(), encoding);
    if (value == null || unary.operator() == Expression.UnaryOperator.PLUS) {
      return value;
    }
    if (unary.operator() != Expression.UnaryOperator.MINUS) {
      return null;
    }
    if (value.type() == Register.TEXT || value.type() == Register.BLOB) {
      new Conversion(encoding).cast(value, Affinity.NUMERIC.letter());
    }
    if (value.type() == Register.INTEGER && value.integer() != Long.MIN_VALUE) {
      value.setInteger(-value.integer());
    } else if (value.type() == Register.INTEGER) {
      value.setReal(0x1p63);
    } else if (value.type() == Register.REAL) {
      value.setReal(-value.real());
    } else {
      return null;
    }
    return value;
  }
}
