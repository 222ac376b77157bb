// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lumosql.engine.Connection;

/** Values and names as SQL writes them. */
public final class SqlText {
  private SqlText() {}

  public static String quote(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** A name in quotes. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name, in quotes if it needs them. */
  public static String name(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && !Connection.isKeyword(name);
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
    return plain ? name : identifier(name);
  }

  public static String blob(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + '\'';
  }

  /** A text as a literal of C. */
  public static String cLiteral(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output out = new Output(bytes);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    TclPrinter.literal(out, utf8, 0, utf8.length);
    out.flush();
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
