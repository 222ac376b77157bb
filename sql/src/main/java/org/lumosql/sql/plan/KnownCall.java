// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.FunctionEnvironment;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/**
 * The call of a function whose result depends on its arguments alone, made by the planner to compare it with samples.
 * What asks for the connection, the time or fails, is not known.
 */
final class KnownCall implements FunctionContext, FunctionEnvironment {
  private final Register result = new Register();

  private final int lengthLimit;

  private KnownCall(int lengthLimit) {
    this.lengthLimit = lengthLimit;
  }

  /** The result; null if it cannot be told. @param arguments texts are UTF-8; @param lengthLimit of results */
  static Register of(FunctionDefinition function, Register[] arguments, int lengthLimit) {
    boolean isPure =
        (function.has(FunctionDefinition.DETERMINISTIC) || function.has(FunctionDefinition.SLOW_CHANGE))
            && function.scalar() != null
            && !function.has(FunctionDefinition.NEEDS_COLLATION);
    if (!isPure) {
      return null;
    }
    KnownCall call = new KnownCall(lengthLimit);
    try {
      function.scalar().call(call, arguments, 0, arguments.length);
    } catch (RuntimeException unknown) {
      // the statement itself will fail if this is an error
      return null;
    }
    return call.result;
  }

  @Override
  public Register result() {
    return result;
  }

  @Override
  public void setResult(String text) {
    if (text == null) {
      result.setNull();
    } else {
      result.setText(text, TextEncoding.UTF8);
    }
  }

  @Override
  public RuntimeException error(String message) {
    return new IllegalStateException(message);
  }

  @Override
  public RuntimeException error(ResultCode code, String message) {
    return new IllegalStateException(message);
  }

  @Override
  public Collation collation() {
    return Collations.binary();
  }

  @Override
  public FunctionEnvironment environment() {
    return this;
  }

  @Override
  public Object auxiliary(int argument) {
    return null;
  }

  @Override
  public void setAuxiliary(int argument, Object value) {}

  @Override
  public long statementTime() {
    throw new IllegalStateException("no time");
  }

  @Override
  public void notPure() {
    throw new IllegalStateException("not pure");
  }

  // ---- the connection ---------------------------------------------------------------------------------------------

  @Override
  public int lengthLimit() {
    return lengthLimit;
  }

  @Override
  public int likePatternLengthLimit() {
    throw unknown();
  }

  @Override
  public boolean isCaseSensitiveLike() {
    throw unknown();
  }

  @Override
  public long lastInsertRowid() {
    throw unknown();
  }

  @Override
  public long changes() {
    throw unknown();
  }

  @Override
  public long totalChanges() {
    throw unknown();
  }

  @Override
  public long randomLong() {
    throw unknown();
  }

  @Override
  public List<String> compileOptions() {
    throw unknown();
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("not known to the planner");
  }
}
