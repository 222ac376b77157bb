// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

/** What functions may know of the connection. Implemented by the engine. */
public interface FunctionEnvironment {
  long lastInsertRowid();

  /** Rows changed by the last completed INSERT, UPDATE or DELETE. */
  long changes();

  long totalChanges();

  /** The largest text or blob in bytes ({@code SQLITE_LIMIT_LENGTH}). */
  int lengthLimit();

  int likePatternLengthLimit();

  /** {@code PRAGMA case_sensitive_like}. */
  boolean isCaseSensitiveLike();

  /** Random bits for {@code random()} and {@code randomblob()}. */
  long randomLong();

  /** Names of compile-time options, for {@code sqlite_compileoption_get}. */
  java.util.List<String> compileOptions();
}
