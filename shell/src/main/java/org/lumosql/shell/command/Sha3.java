// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;

/** The hash of values and of what queries give; {@code sha3_query} describes each value by a letter, its length and its bytes. */
final class Sha3 {
  static final int DEFAULT_BITS = 224;

  private final MessageDigest digest;

  /** @throws IllegalArgumentException if there is no such size */
  Sha3(int bits) {
    if (bits != 224 && bits != 256 && bits != 384 && bits != 512) {
      throw new IllegalArgumentException("SHA3 size should be one of: 224 256 384 512");
    }
    try {
      digest = MessageDigest.getInstance("SHA3-" + bits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Sha3 add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
    return this;
  }

  byte[] result() {
    return digest.digest();
  }

  /** Adds the statements of a text and the rows that they give. */
  Sha3 addQuery(Connection connection, String script) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = connection.prepare(script, from)) {
        from = statement.end();
        if (statement.isEmpty()) {
          continue;
        }
        if (!statement.isReadOnly()) {
          throw new IllegalArgumentException("non-query: [" + statement.sql() + "]");
        }
        described('S', statement.sql().getBytes(StandardCharsets.UTF_8));
        while (statement.step()) {
          digest.update((byte) 'R');
          for (int i = 0; i < statement.columnCount(); i++) {
            addColumn(statement, i);
          }
        }
      }
    }
    return this;
  }

  private void addColumn(Statement row, int column) {
    switch (row.columnType(column)) {
      case Register.NULL -> digest.update((byte) 'N');
      case Register.INTEGER -> number('I', row.columnLong(column));
      case Register.REAL -> number('F', Double.doubleToRawLongBits(row.columnDouble(column)));
      case Register.TEXT -> described('T', row.columnText(column).getBytes(StandardCharsets.UTF_8));
      default -> described('B', row.columnBlob(column));
    }
  }

  private void number(char letter, long value) {
    digest.update((byte) letter);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  private void described(char letter, byte[] bytes) {
    digest.update((letter + Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
