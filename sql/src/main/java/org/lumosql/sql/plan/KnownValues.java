// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.HexFormat;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Databases;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.value.Affinity;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;

/** Values of expressions that the planner can tell: literals and parameters, with signs, casts and functions around them. */
final class KnownValues {
  private final Databases databases;
  private final Conversion conversion;
  private boolean literalsOnly;

  KnownValues(Databases databases) {
    this.databases = databases;
    this.conversion = new Conversion(databases.encoding());
  }

  /** The value with a column's affinity; null if it is not known. @param expression null stands for NULL */
  Register of(BoundExpression expression, Affinity affinity) {
    if (expression == null) {
      return new Register();
    }
    Register value = parameter(expression);
    if (value == null) {
      value = raw(expression);
    }
    if (value != null) {
      conversion.applyAffinity(value, affinity.letter());
    }
    return value;
  }

  /** As {@link #of}, but what functions give is not known. */
  Register ofLiteral(BoundExpression expression, Affinity affinity) {
    literalsOnly = true;
    Register value = of(expression, affinity);
    literalsOnly = false;
    return value;
  }

  /** The value of a parameter that stands alone, and for which the statement is being planned. */
  private Register parameter(BoundExpression expression) {
    BoundExpression bare = Expressions.withoutCollation(expression);
    if (!(bare instanceof BoundExpression.ParameterValue parameter)) {
      return null;
    }
    Register asked = databases.parameterValues() == null ? null : databases.parameterValues().ask(parameter.number(), false);
    if (asked == null) {
      return null;
    }
    Register value = new Register();
    value.copyFrom(asked); // it will get the affinity of what it is compared with
    return value;
  }

  private Register raw(BoundExpression expression) {
    if (expression instanceof BoundExpression.Collated collated) {
      return raw(collated.operand());
    }
    if (expression instanceof BoundExpression.Opaque opaque) {
      return raw(opaque.operand());
    }
    if (expression instanceof BoundExpression.Cast cast) {
      Register value = raw(cast.operand());
      if (value != null) {
        conversion.cast(value, cast.affinity().letter());
      }
      return value;
    }
    if (expression instanceof BoundExpression.Negate negate) {
      return negated(raw(negate.operand()));
    }
    if (expression instanceof BoundExpression.Projected projected) {
      return raw(projected.operand());
    }
    return expression instanceof BoundExpression.Call call ? called(call) : literal(expression);
  }

  /** Functions see UTF-8. */
  private Register called(BoundExpression.Call call) {
    if (literalsOnly || databases.encoding() != TextEncoding.UTF8) {
      return null;
    }
    Register[] arguments = new Register[call.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = raw(call.arguments().get(i));
      if (arguments[i] == null) {
        return null;
      }
    }
    return KnownCall.of(call.function(), arguments, databases.limit(0));
  }

  private Register negated(Register value) {
    if (value == null || value.isNull()) {
      return value;
    }
    conversion.cast(value, Affinity.NUMERIC.letter());
    if (value.type() == Register.REAL) {
      value.setReal(-value.real());
    } else if (value.integer() == Long.MIN_VALUE) {
      value.setReal(-(double) Long.MIN_VALUE);
    } else {
      value.setInteger(-value.integer());
    }
    return value;
  }

  private Register literal(BoundExpression expression) {
    Register value = new Register();
    if (expression instanceof BoundExpression.IntegerConstant constant) {
      value.setInteger(constant.value());
    } else if (expression instanceof BoundExpression.RealConstant constant) {
      value.setReal(constant.value());
    } else if (expression instanceof BoundExpression.TextConstant constant) {
      value.setText(constant.value(), databases.encoding());
    } else if (expression instanceof BoundExpression.BlobConstant constant) {
      byte[] bytes = HexFormat.of().parseHex(constant.hex());
      value.setBlobView(bytes, 0, bytes.length);
    } else if (!(expression instanceof BoundExpression.Null)) {
      return null;
    }
    return value;
  }
}
