// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.nio.charset.StandardCharsets;
import org.lumosql.schema.Column;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.value.Affinity;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** The values of columns that were added after a row was written: ALTER TABLE only takes constants, so that they are known when compiling. */
final class DefaultValues {
  private DefaultValues() {}

  /** What Column takes as its default; null if that is NULL. */
  static P4.DefaultValue of(CompileContext context, Column column) {
    if (column.defaultValue() == null) {
      return null;
    }
    Register register = new Register();
    return set(context, column.defaultValue(), register, column.affinity(), false) ? new P4.DefaultValue(register) : null;
  }

  /** Puts a constant into a register; false if it is none. */
  private static boolean set(
      CompileContext context, Expression value, Register register, Affinity affinity, boolean negative) {
    if (value instanceof Expression.Parenthesised inner) {
      return set(context, inner.inner(), register, affinity, negative);
    }
    if (value instanceof Expression.Unary unary) {
      switch (unary.operator()) {
        case MINUS:
          return set(context, unary.operand(), register, affinity, !negative);
        case PLUS:
          return set(context, unary.operand(), register, affinity, negative);
        default:
          return false;
      }
    }
    if (value instanceof Expression.IntegerLiteral literal) {
      register.setInteger(negative ? -literal.value() : literal.value());
    } else if (value instanceof Expression.RealLiteral literal) {
      register.setReal(negative ? -literal.value() : literal.value());
    } else if (value instanceof Expression.StringLiteral literal) {
      setText(context, literal.value(), register);
    } else if (value instanceof Expression.ColumnReference reference && reference.table() == null) {
      setWord(context, reference, register);
    } else if (value instanceof Expression.BlobLiteral literal) {
      register.setBlob(literal.value());
    } else {
      return false;
    }
    return true;
  }

  /** TRUE, FALSE, or an identifier that means its own text. */
  private static void setWord(CompileContext context, Expression.ColumnReference reference, Register register) {
    if (reference.doubleQuoted() || !isTruth(reference.column())) {
      setText(context, reference.column(), register);
    } else {
      register.setInteger(reference.column().equalsIgnoreCase("true") ? 1 : 0);
    }
  }

  private static boolean isTruth(String word) {
    return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
  }

  private static void setText(CompileContext context, String text, Register register) {
    byte[] bytes = text.getBytes(context.databases().encoding().charset());
    register.setText(bytes, 0, bytes.length);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
