// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** An error in SQL text: SQLite's code and message, and the offset of the token it is about. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ResultCode code;
  private final int offset;

  /** @param offset characters into the SQL text, −1 if no place is known */
  public SqlException(ResultCode code, String message, int offset) {
    super(message);
    this.code = code;
    this.offset = offset;
  }

  public SqlException(String message, int offset) {
    this(ResultCode.ERROR, message, offset);
  }

  public SqlException(String message) {
    this(ResultCode.ERROR, message, -1);
  }

  public ResultCode code() {
    return code;
  }

  public int offset() {
    return offset;
  }

  /** The same error without a place. */
  public SqlException withoutOffset() {
    return offset < 0 ? this : new SqlException(code, getMessage(), -1);
  }

  /** The same as an error of the store, for callers that know only those. */
  public StoreException toStoreException() {
    return StoreException.withMessage(code, getMessage());
  }
}
