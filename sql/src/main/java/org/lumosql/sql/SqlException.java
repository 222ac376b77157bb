// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A statement that is wrong in itself: its syntax, a name it uses, a constraint it breaks. The message is SQLite's text and meant for
 * users.
 */
public final class SqlException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** @param offset of the token in the SQL text that is to blame, −1 if there is none */
  public SqlException(ResultCode code, String message, int offset) {
    super(code, message);
    this.offset = offset;
  }

  public SqlException(String message) {
    this(ResultCode.ERROR, message, -1);
  }

  /** Offset in the SQL text of the token to blame, −1 if there is none. */
  public int offset() {
    return offset;
  }

  @Override
  public boolean isUserMessage() {
    return true;
  }

  @Override
  public String userMessage() {
    return getMessage();
  }
}
