// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientException;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** Turns engine errors into {@link SQLException}s: the extended result code is the vendor code, the message begins with the code's name. */
final class JdbcErrors {
  private JdbcErrors() {}

  static SQLException of(EngineException error) {
    ResultCode code = error.code();
    String message = "[" + code.symbol() + "] " + error.getMessage() + detail(error);
    String state = state(code);
    return switch (code.primary()) {
      case CONSTRAINT -> new SQLIntegrityConstraintViolationException(message, state, code.code(), error);
      case BUSY, LOCKED -> new SQLTransientException(message, state, code.code(), error);
      case ERROR -> error.offset() >= 0
          ? new SQLSyntaxErrorException(message, state, code.code(), error)
          : new SQLException(message, state, code.code(), error);
      case CORRUPT, NOTADB, CANTOPEN -> new SQLNonTransientException(message, state, code.code(), error);
      default -> new SQLException(message, state, code.code(), error);
    };
  }

  /** What the storage layer knows beyond SQLite's sentence: which file, what is wrong with it. */
  private static String detail(EngineException error) {
    return switch (error.code().primary()) {
      case CANTOPEN, NOTADB, CORRUPT, READONLY, FULL, IOERR, PERM -> error.detail() == null ? "" : " (" + error.detail() + ")";
      default -> "";
    };
  }

  private static String state(ResultCode code) {
    return switch (code) {
      case CONSTRAINT_UNIQUE, CONSTRAINT_PRIMARYKEY, CONSTRAINT_ROWID -> "23505";
      case CONSTRAINT_NOTNULL -> "23502";
      case CONSTRAINT_FOREIGNKEY -> "23503";
      case CONSTRAINT_CHECK -> "23514";
      default -> primaryState(code.primary());
    };
  }

  private static String primaryState(ResultCode code) {
    return switch (code) {
      case CONSTRAINT -> "23000";
      case BUSY, LOCKED -> "40001";
      case INTERRUPT -> "57014";
      case ERROR -> "42000";
      case MISUSE -> "HY010";
      case RANGE -> "07009";
      case READONLY -> "25006";
      case CANTOPEN -> "08001";
      case FULL -> "53100";
      case MISMATCH -> "22018";
      case TOOBIG -> "22001";
      default -> "HY000";
    };
  }

  /** @throws SQLException if there is no SQL */
  static String given(String sql) throws SQLException {
    if (sql == null) {
      throw new SQLException("the SQL text is null", "HY009", ResultCode.MISUSE.code());
    }
    return sql;
  }

  static SQLException closed(String what) {
    return new SQLException("the " + what + " is closed", "08003", ResultCode.MISUSE.code());
  }
}
