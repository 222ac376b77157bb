// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads fields of a file of separated values, one after the other, as bytes. Fields may stand in double quotes ({@code isQuoting}); a separator is one
 * byte. The bytes of a field are valid until the next is read.
 */
final class FieldReader {
  /** What stands behind a field: the end of the file. */
  static final int END = -1;

  private static final int SIZE = 1 << 16;
  private static final int BYTE_ORDER_MARK_LENGTH = 3;

  private final InputStream input;
  private final String name;
  private final int columnSeparator;
  private final int rowSeparator;
  private final boolean isQuoting;
  private final Consumer<String> complaints;
  private final byte[] buffer = new byte[SIZE];
  private int at;
  private int filled;
  private byte[] field = new byte[256];
  private int length;
  private int terminator;
  private int line = 1;
  private long bytesRead;
  private boolean started;

  FieldReader(InputStream input, String name, int columnSeparator, int rowSeparator, boolean isQuoting, Consumer<String> complaints) {
    this.input = input;
    this.name = name;
    this.columnSeparator = columnSeparator;
    this.rowSeparator = rowSeparator;
    this.isQuoting = isQuoting;
    this.complaints = complaints;
  }

  byte[] field() {
    return field;
  }

  int length() {
    return length;
  }

  /** What ended the field: a separator or {@link #END}. */
  int terminator() {
    return terminator;
  }

  /** The number of the line that the next field stands on. */
  int line() {
    return line;
  }

  long bytesRead() {
    return bytesRead;
  }

  boolean endsColumn() {
    return terminator == columnSeparator;
  }

  /** Reads the next field. False if there is none. */
  boolean next() throws IOException {
    length = 0;
    if (!started) {
      started = true;
      skipByteOrderMark();
    }
    int c = read();
    if (c == END) {
      terminator = END;
      return false;
    }
    if (c == '"' && isQuoting) {
      readQuoted();
    } else {
      readPlain(c);
    }
    return true;
  }

  private void skipByteOrderMark() throws IOException {
    while (filled < BYTE_ORDER_MARK_LENGTH) {
      int count = input.read(buffer, filled, SIZE - filled);
      if (count <= 0) {
        break;
      }
      filled += count;
      bytesRead += count;
    }
    if (isQuoting && filled >= BYTE_ORDER_MARK_LENGTH && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
      at = BYTE_ORDER_MARK_LENGTH;
    }
  }

  /** Everything up to the next separator; a return before the end of a line is no part of it. */
  private void readPlain(int first) throws IOException {
    int c = first;
    while (c != END && c != columnSeparator && c != rowSeparator) {
      append(c);
      // the rest of the field as far as it is in the buffer, at once
      int from = at;
      while (at < filled && buffer[at] != columnSeparator && buffer[at] != rowSeparator) {
        at++;
      }
      append(buffer, from, at - from);
      c = read();
    }
    if (c == rowSeparator && isQuoting) {
      line++;
      if (length > 0 && field[length - 1] == '\r') {
        length--;
      }
    }
    terminator = c;
  }

  /** Everything up to a quote that a separator follows. */
  private void readQuoted() throws IOException {
    int startLine = line;
    int before = 0;
    int beforeThat = 0;
    while (true) {
      int c = read();
      line += c == rowSeparator ? 1 : 0;
      if (c == '"' && before == '"') {
        // a pair stands for one
        before = 0;
        beforeThat = c;
        continue;
      }
      boolean ends =
          before == '"' && (c == columnSeparator || c == rowSeparator || c == END)
              || c == rowSeparator && before == '\r' && beforeThat == '"';
      if (ends) {
        while (field[--length] != '"') {
          continue; // the return before the end of the line, too
        }
        terminator = c;
        return;
      }
      if (before == '"' && c != '\r') {
        complaints.accept(name + ":" + line + ": unescaped \" character");
      }
      if (c == END) {
        complaints.accept(name + ":" + startLine + ": unterminated \"-quoted field");
        terminator = END;
        return;
      }
      append(c);
      beforeThat = before;
      before = c;
      // what means nothing here, as far as it is in the buffer, at once
      int from = at;
      while (c != '"' && c != '\r' && at < filled && buffer[at] != '"' && buffer[at] != '\r' && buffer[at] != rowSeparator) {
        at++;
      }
      if (at > from) {
        append(buffer, from, at - from);
        beforeThat = 0;
        before = buffer[at - 1];
      }
    }
  }

  private int read() throws IOException {
    if (at == filled) {
      filled = Math.max(input.read(buffer, 0, SIZE), 0);
      bytesRead += filled;
      at = 0;
      if (filled == 0) {
        return END;
      }
    }
    return buffer[at++] & 0xFF;
  }

  private void append(int c) {
    if (length == field.length) {
      field = Arrays.copyOf(field, length * 2);
    }
    field[length++] = (byte) c;
  }

  private void append(byte[] bytes, int from, int count) {
    if (length + count > field.length) {
      field = Arrays.copyOf(field, Math.max(field.length * 2, length + count));
    }
    System.arraycopy(bytes, from, field, length, count);
    length += count;
  }
}
