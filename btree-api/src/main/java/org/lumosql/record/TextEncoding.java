// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a database stores text. The number is written to byte 56 of the file header: do not change. */
public enum TextEncoding {
  UTF8(1, "UTF-8", StandardCharsets.UTF_8),
  UTF16LE(2, "UTF-16le", StandardCharsets.UTF_16LE),
  UTF16BE(3, "UTF-16be", StandardCharsets.UTF_16BE);

  private final int number;
  private final String sqlName;
  private final Charset charset;

  TextEncoding(int number, String sqlName, Charset charset) {
    this.number = number;
    this.sqlName = sqlName;
    this.charset = charset;
  }

  public int number() {
    return number;
  }

  /** The name as {@code PRAGMA encoding} prints it. */
  public String sqlName() {
    return sqlName;
  }

  /** The charset; its decoder replaces malformed input by U+FFFD. */
  public Charset charset() {
    return charset;
  }

  public boolean isUtf16() {
    return this != UTF8;
  }

  /** The encoding of a header number, or null if there is none with it. */
  public static TextEncoding ofNumber(int number) {
    return number == 1 ? UTF8 : number == 2 ? UTF16LE : number == 3 ? UTF16BE : null;
  }
}
