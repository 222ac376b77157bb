// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.error;

/**
 * What goes wrong below the SQL layer: an extended result code and a sentence that names the object, the actual and the
 * expected value. The engine turns it into an error of the statement; {@link #getMessage()} is the detail, the text that
 * users see is the code's own unless {@link #isUserMessage()} says that the detail is meant for them.
 */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ResultCode code;
  private final boolean userMessage;

  public StoreException(ResultCode code, String detail) {
    this(code, detail, null);
  }

  public StoreException(ResultCode code, String detail, Throwable cause) {
    this(code, detail, cause, false);
  }

  private StoreException(ResultCode code, String detail, Throwable cause, boolean userMessage) {
    super(detail, cause);
    this.code = code;
    this.userMessage = userMessage;
  }

  private StoreException(ResultCode code, String detail, boolean hasStackTrace) {
    super(detail, null, true, hasStackTrace);
    this.code = code;
    this.userMessage = false;
  }

  /** A lock that somebody else holds: who waits for it meets that often, and a stack trace would cost more than the attempt. */
  public static StoreException busy(String detail) {
    return new StoreException(ResultCode.BUSY, detail, false);
  }

  /** An error whose text is shown to users instead of the code's own. */
  public static StoreException withMessage(ResultCode code, String message) {
    return new StoreException(code, message, null, true);
  }

  /** A malformed file: {@code CORRUPT} with where and why. */
  public static StoreException corrupt(String detail) {
    return new StoreException(ResultCode.CORRUPT, detail);
  }

  public ResultCode code() {
    return code;
  }

  public boolean isUserMessage() {
    return userMessage;
  }

  /** What a user of SQLite would read: the detail if it is meant for users, else the code's text. */
  public String userMessage() {
    return userMessage ? getMessage() : code.message();
  }
}
