// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.regex.Pattern;
import org.lumosql.record.Ascii;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Column;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.value.Affinity;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** Default values that are known without a program: those that a column which ALTER TABLE adds may have. */
public final class DefaultConstant {
  private static final Pattern REAL = Pattern.compile("[0-9._]+(?:[eE][+-]?[0-9_]+)?");

  private final TextEncoding encoding;
  /** The default as it is written. */
  private final String text;

  private DefaultConstant(TextEncoding encoding, String text) {
    this.encoding = encoding;
    this.text = text;
  }

  /** What a record that is too short has in a column that was added later; null for NULL. */
  public static P4.DefaultValue of(Column column, TextEncoding encoding) {
    if (column.defaultValue() == null) {
      return null;
    }
    Register value = new DefaultConstant(encoding, column.defaultText()).value(column.defaultValue(), column.affinity());
    if (value == null || value.isNull()) {
      return null;
    }
    if (column.affinity() != Affinity.BLOB) {
      new Conversion(encoding).applyAffinity(value, column.affinity().letter());
    }
    return new P4.DefaultValue(value);
  }

  /** Whether a default is a literal, perhaps with a sign, in a CAST or in parentheses. */
  public static boolean isConstant(Expression expression, TextEncoding encoding) {
    return new DefaultConstant(encoding, "").value(expression, Affinity.BLOB) != null;
  }

  /**
   * The value of a literal, perhaps with a sign, in a CAST or in parentheses; null if it is anything else.
   *
   * @param affinity of the column or CAST that the value is for
   */
  private Register value(Expression expression, Affinity affinity) {
    Register value = new Register();
    if (expression instanceof Expression.IntegerLiteral literal) {
      value.setInteger(literal.value());
    } else if (expression instanceof Expression.RealLiteral literal) {
      real(literal.value(), "", affinity, value);
    } else if (expression instanceof Expression.StringLiteral literal) {
      value.setText(literal.value(), encoding);
    } else if (expression instanceof Expression.BlobLiteral literal) {
      value.setBlob(literal.value(), 0, literal.value().length);
    } else if (expression instanceof Expression.NullLiteral) {
      value.setNull();
    } else if (expression instanceof Expression.ColumnReference name) {
      return truth(name, value);
    } else if (expression instanceof Expression.Parenthesised parenthesised) {
      return value(parenthesised.inner(), affinity);
    } else if (expression instanceof Expression.Unary unary) {
      return signed(unary, affinity);
    } else if (expression instanceof Expression.Cast cast) {
      return converted(cast);
    } else {
      return null;
    }
    return value;
  }

  /** A text has a real number as it is written, but for signs without effect and separators: {@code .5} is the text .5. */
  private void real(double number, String sign, Affinity affinity, Register value) {
    value.setReal(sign.isEmpty() ? number : -number);
    if (affinity == Affinity.TEXT) {
      SqlText tokens = new SqlText(text);
      for (int token = 0; token < tokens.count(); token++) {
        if (REAL.matcher(tokens.text(token)).matches()) {
          value.setText(sign + tokens.text(token).replace("_", ""), encoding);
          return;
        }
      }
    }
  }

  private Register converted(Expression.Cast cast) {
    Affinity affinity = Affinity.ofDeclaredType(cast.type());
    Register value = value(cast.operand(), affinity);
    if (value != null) {
      new Conversion(encoding).cast(value, affinity.letter());
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

  private Register signed(Expression.Unary unary, Affinity affinity) {
    if (unary.operator() == Expression.UnaryOperator.MINUS && unary.operand().unwrapped() instanceof Expression.RealLiteral literal) {
      Register value = new Register();
      real(literal.value(), "-", affinity, value);
      return value;
    }
    Register value = value(unary.operand(), affinity);
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
