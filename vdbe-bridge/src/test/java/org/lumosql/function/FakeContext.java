// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.error.DeepStack;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** A function context without a machine around it. */
final class FakeContext implements FunctionContext, FunctionEnvironment {
  final Register result = new Register();
  final Map<Integer, Object> auxiliary = new HashMap<>();
  Collation collation = Collations.binary();
  long statementTime = 212_631_004_800_000L;

  @Override
  public Register result() {
    return result;
  }

  @Override
  public void setResult(String text) {
    result.setText(text, TextEncoding.UTF8);
  }

  @Override
  public RuntimeException error(String message) {
    return StoreException.withMessage(ResultCode.ERROR, message);
  }

  @Override
  public RuntimeException error(ResultCode code, String message) {
    return StoreException.withMessage(code, message);
  }

  @Override
  public Collation collation() {
    return collation;
  }

  @Override
  public FunctionEnvironment environment() {
    return this;
  }

  @Override
  public Object auxiliary(int argument) {
    return auxiliary.get(argument);
  }

  @Override
  public void setAuxiliary(int argument, Object value) {
    auxiliary.put(argument, value);
  }

  @Override
  public long statementTime() {
    return statementTime;
  }

  @Override
  public long lastInsertRowid() {
    return 7;
  }

  @Override
  public long changes() {
    return 8;
  }

  @Override
  public long totalChanges() {
    return 9;
  }

  @Override
  public int lengthLimit() {
    return 1_000_000_000;
  }

  @Override
  public int likePatternLengthLimit() {
    return 50_000;
  }

  @Override
  public boolean isCaseSensitiveLike() {
    return false;
  }

  @Override
  public long randomLong() {
    return 4;
  }

  @Override
  public List<String> compileOptions() {
    return List.of("ENABLE_RTREE", "MAX_LENGTH=2147483647");
  }

  /** Calls a built-in scalar function; its result is in {@link #result}. */
  void call(String name, Register... arguments) {
    result.setNull();
    auxiliary.clear();
    ScalarFunction function = BuiltinFunctions.registry().find(name, arguments.length).scalar();
    try {
      function.call(this, arguments, 0, arguments.length);
    } catch (DeepStack.TooShallow e) {
      // as the machine does
      DeepStack.elsewhere(() -> function.call(this, arguments, 0, arguments.length));
    }
  }

  static Register text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Register register = new Register();
    register.setTextView(bytes, 0, bytes.length);
    return register;
  }
}
