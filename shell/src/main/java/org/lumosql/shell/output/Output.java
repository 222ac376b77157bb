// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the shell prints: bytes, because values need not be valid text. Buffered; what is printed is seen after {@link #flush}. When the reader has gone
 * away, as {@code head} does, the rest is thrown away and {@link #isBroken} tells so.
 */
public final class Output implements AutoCloseable {
  private static final int SIZE = 1 << 16;

  private final OutputStream stream;
  private final byte[] buffer = new byte[SIZE];
  private int length;
  private boolean broken;

  public Output(OutputStream stream) {
    this.stream = stream;
  }

  /** Prints one ASCII character. */
  public Output print(char c) {
    if (length == SIZE) {
      drain();
    }
    buffer[length++] = (byte) c;
    return this;
  }

  /** Prints a text in UTF-8. */
  public Output print(String text) {
    int count = text.length();
    if (count > SIZE) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return write(bytes, 0, bytes.length);
    }
    if (SIZE - length < count) {
      drain();
    }
    int at = length;
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return write(bytes, 0, bytes.length);
      }
      buffer[at++] = (byte) c;
    }
    length = at;
    return this;
  }

  /** Prints a text and ends the line. */
  public Output println(String text) {
    return print(text).print('\n');
  }

  public Output spaces(int count) {
    for (int i = 0; i < count; i++) {
      print(' ');
    }
    return this;
  }

  public Output repeat(String text, int count) {
    for (int i = 0; i < count; i++) {
      print(text);
    }
    return this;
  }

  /** Prints an integer in decimal. */
  public Output print(long value) {
    if (value == Long.MIN_VALUE) {
      return print("-9223372036854775808");
    }
    long rest = value;
    if (rest < 0) {
      print('-');
      rest = -rest;
    }
    if (SIZE - length < 20) {
      drain();
    }
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    int at = length + digits;
    length = at;
    do {
      buffer[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    return this;
  }

  public Output write(byte[] bytes, int from, int count) {
    if (count > SIZE - length) {
      drain();
      if (count > SIZE) {
        send(bytes, from, count);
        return this;
      }
    }
    System.arraycopy(bytes, from, buffer, length, count);
    length += count;
    return this;
  }

  private void drain() {
    send(buffer, 0, length);
    length = 0;
  }

  private void send(byte[] bytes, int from, int count) {
    if (broken) {
      return;
    }
    try {
      stream.write(bytes, from, count);
    } catch (IOException e) {
      broken = true;
    }
  }

  public void flush() {
    drain();
    try {
      stream.flush();
    } catch (IOException e) {
      broken = true;
    }
  }

  /** Whether nobody reads what is printed any more. */
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    flush();
    try {
      stream.close();
    } catch (IOException e) {
      broken = true;
    }
  }
}
