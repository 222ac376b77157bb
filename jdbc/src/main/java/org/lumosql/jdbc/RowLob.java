// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.LargeValue;

/** A large value of a row as streams, each read keeping other threads of the connection out. It may outlive the row: then it is a copy. */
final class RowLob {
  private final LumoConnection connection;
  private final LargeValue value;
  private final Charset charset;
  private boolean freed;

  RowLob(LumoConnection connection, LargeValue value) {
    this.connection = connection;
    this.value = value;
    this.charset = value.isText() ? connection.engine().encoding().charset() : StandardCharsets.UTF_8;
  }

  /** Copies the value unless nobody wants it any more. */
  void keep() throws SQLException {
    if (!freed) {
      try {
        value.keep();
      } catch (EngineException e) {
        throw JdbcErrors.of(e);
      }
    }
  }

  void free() {
    freed = true;
  }

  int length() throws SQLException {
    requireThere();
    return value.length();
  }

  void requireThere() throws SQLException {
    if (freed) {
      throw new SQLException("the value was freed", "HY010");
    }
  }

  byte[] read(int offset, int count) throws SQLException {
    requireThere();
    byte[] bytes = new byte[count];
    connection.enter();
    try {
      value.read(offset, bytes, 0, count);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      connection.leave();
    }
    return bytes;
  }

  InputStream bytes() {
    return new FilterInputStream(value.inputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int count) throws IOException {
        if (freed) {
          throw new IOException("the value was freed");
        }
        connection.enter();
        try {
          return in.read(target, offset, count);
        } finally {
          connection.leave();
        }
      }
    };
  }

  Reader text() {
    return new InputStreamReader(bytes(), charset);
  }
}
