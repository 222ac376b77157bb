// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.sql.SqlException;

/** An error as users of the Java API see it: SQLite's extended result code, SQLite's message, and the place in the SQL text if there is one. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ResultCode code;
  private final String sql;
  private final int offset;

  public EngineException(ResultCode code, String message) {
    this(code, message, null, -1, null);
  }

  EngineException(ResultCode code, String message, String sql, int offset, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.sql = sql;
    this.offset = offset;
  }

  static EngineException of(StoreException error, String sql) {
    return new EngineException(error.code(), error.userMessage(), sql, -1, error);
  }

  static EngineException of(SqlException error, String sql) {
    return new EngineException(error.code(), error.getMessage(), sql, error.offset(), error);
  }

  public ResultCode code() {
    return code;
  }

  /** The statement, or null. */
  public String sql() {
    return sql;
  }

  /** Characters into {@link #sql()} where the error is, −1 if no place is known. */
  public int offset() {
    return offset;
  }

  /** What the storage layer knows beyond SQLite's message, such as the page of a malformed file; null if nothing. */
  public String detail() {
    return getCause() instanceof StoreException && !getCause().getMessage().equals(getMessage())
        ? getCause().getMessage()
        : null;
  }
}
