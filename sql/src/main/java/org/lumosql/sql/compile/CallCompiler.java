// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.record.MissingCollation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** Calls of scalar functions. Some of them are code of their own rather than calls. */
final class CallCompiler {
  /** In P5 of Column: only type and length of the value are wanted. */
  private static final int LENGTH_ONLY = 0x40;

  private static final int TYPE_ONLY = 0x80;

  private final CompileContext context;
  private final ProgramBuilder program;
  private final ExpressionCompiler expressions;

  CallCompiler(CompileContext context, ExpressionCompiler expressions) {
    this.context = context;
    this.program = context.program();
    this.expressions = expressions;
  }

  void call(BoundExpression.Call call, int target) {
    if (call.function().has(FunctionDefinition.INLINE) && inline(call, target)) {
      return;
    }
    List<BoundExpression> arguments = call.arguments();
    int count = arguments.size();
    int first = count == 0 ? 0 : context.temporaries(count);
    int constants = 0;
    expressions.codeArguments(call.function(), arguments, first);
    for (int i = 0; i < count; i++) {
      if (i < 31 && Constants.isConstant(arguments.get(i))) {
        constants |= 1 << i;
      }
    }
    if (count > 0 && call.function().has(FunctionDefinition.LENGTH_ONLY)) {
      readLess(call.function(), first);
    }
    if (call.function().has(FunctionDefinition.NEEDS_COLLATION)) {
      program.emit(Opcode.CollSeq, 0, 0, 0, collationOf(arguments));
    }
    boolean isPure = call.function().has(FunctionDefinition.DETERMINISTIC);
    int context5 = isPure ? pureContext(context.use()) : 0;
    int opcode = context5 == 0 ? Opcode.Function : Opcode.PureFunc;
    program.emit(opcode, constants, first, target, new P4.Call(call.function(), count), context5);
    if (count > 0) {
      context.releaseTemporaries(first, count);
    }
  }

  private static int pureContext(Scope.Use use) {
    return switch (use) {
      case CHECK -> P4.Call.IN_CHECK;
      case GENERATED -> P4.Call.IN_GENERATED_COLUMN;
      case INDEX -> P4.Call.IN_INDEX;
      case PARTIAL_INDEX -> P4.Call.IN_PARTIAL_INDEX;
      default -> 0;
    };
  }

  static Collation collationOf(List<BoundExpression> arguments) {
    for (BoundExpression argument : arguments) {
      Collation collation = Typing.collation(argument);
      if (collation != null) {
        return MissingCollation.refuse(collation);
      }
    }
    return org.lumosql.record.Collations.binary();
  }

  /** If the argument was just read from a column, its bytes need not be. */
  private void readLess(FunctionDefinition function, int register) {
    int last = program.address() - 1;
    if (program.opcode(last) == Opcode.Column && program.p3(last) == register) {
      int flags =
          switch (function.name()) {
            case "typeof" -> TYPE_ONLY;
            case "octet_length" -> LENGTH_ONLY | TYPE_ONLY;
            default -> LENGTH_ONLY;
          };
      program.setP5(last, flags);
    }
  }

  private boolean inline(BoundExpression.Call call, int target) {
    List<BoundExpression> arguments = call.arguments();
    switch (call.function().name()) {
      case "coalesce":
      case "ifnull":
        expressions.firstNotNull(arguments, target);
        return true;
      case "iif":
      case "if":
        expressions.codeTo(asCase(arguments), target);
        return true;
      case "likely":
      case "unlikely":
      case "likelihood":
        expressions.codeTo(arguments.get(0), target);
        return true;
      default:
        return false;
    }
  }

  private static BoundExpression asCase(List<BoundExpression> arguments) {
    List<BoundExpression> conditions = new java.util.ArrayList<>();
    List<BoundExpression> results = new java.util.ArrayList<>();
    int i = 0;
    for (; i + 1 < arguments.size(); i += 2) {
      conditions.add(arguments.get(i));
      results.add(arguments.get(i + 1));
    }
    return new BoundExpression.Case(null, conditions, results, i < arguments.size() ? arguments.get(i) : null);
  }
}
