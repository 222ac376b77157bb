// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** What a function may ask of its surroundings, and where its result goes. One per machine, reused; not thread-safe. */
public interface FunctionContext {
  /** The register for the result, NULL at the start of each call. Text that is put here is UTF-8. */
  Register result();

  /** Puts a Java string into the result. */
  void setResult(String text);

  /**
   * Ends the statement with an error.
   *
   * @return the exception to throw, so that callers can write {@code throw context.error(…)}
   */
  RuntimeException error(String message);

  /** As {@link #error(String)} with a result code of its own, such as TOOBIG. */
  RuntimeException error(org.lumosql.error.ResultCode code, String message);

  /** The collation of the call (min, max, nullif, and comparisons inside functions); BINARY if nothing says otherwise. In UTF-8. */
  Collation collation();

  /** Of texts in the database. Functions see UTF-8 all the same; only some that tell of bytes need to know. */
  default TextEncoding encoding() {
    return TextEncoding.UTF8;
  }

  /** The connection around the statement. */
  FunctionEnvironment environment();

  /** Something computed from a constant argument (a compiled pattern, a parsed path) that is kept from row to row; null if none. */
  Object auxiliary(int argument);

  void setAuxiliary(int argument, Object value);

  /** The time of the statement in milliseconds since the Julian epoch, the same for all calls within one step. */
  long statementTime();

  /**
   * Called by the step of {@code min} and {@code max} when the row just taken in is not the extreme one: bare columns of the query then keep
   * the values of the row that is (https://sqlite.org/lang_select.html#bareagg).
   */
  default void keepBareColumns() {}

  /**
   * Called by a function that is about to use the present time or the time zone: fails with "non-deterministic use of …" where only pure functions may be
   * used, as in an index.
   */
  default void notPure() {}
}
