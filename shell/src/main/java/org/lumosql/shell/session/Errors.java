// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** Error messages as the sqlite3 shell prints them, with a mark under the token in question. */
public final class Errors {
  /** The mark stands behind its text instead of before it from this column on. */
  private static final int MARK_BEFORE = 25;

  private static final int LONGEST_OFFSET = 50;
  private static final int LONGEST_LINE = 78;

  /** Messages whose place SQLite does not know. */
  private static final List<String> WITHOUT_PLACE =
      List.of("no such table: ", "no such index: ", "no such view: ", "no such trigger: ", "RAISE() may only be used");

  private Errors() {}

  /**
   * @param phase what failed, such as "Parse error near line 3"
   * @param script what was run
   * @param from where the failed statement begins in it
   */
  public static String describe(EngineException error, String phase, String script, int from) {
    StringBuilder text = new StringBuilder(phase).append(error.getMessage());
    int code = exitStatus(error);
    if (code > 1) {
      text.append(" (").append(code).append(')');
    }
    if (error.code().primary() == ResultCode.NOTADB && concernsKey(error.detail())) {
      text.append("\n  ").append(error.detail()); // of encryption sqlite3 knows nothing
    }
    if (error.offset() >= 0 && WITHOUT_PLACE.stream().noneMatch(error.getMessage()::startsWith)) {
      appendContext(text, script, from, error.offset());
    }
    return text.toString();
  }

  private static boolean concernsKey(String detail) {
    return detail != null && (detail.contains("key") || detail.contains("password"));
  }

  /** The primary result code, which is also the exit status of the shell for an error on its command line. */
  public static int exitStatus(EngineException error) {
    return error.code().primary().code();
  }

  /** The line around the place and the mark below. Columns count bytes, as in the sqlite3 shell. */
  private static void appendContext(StringBuilder text, String script, int from, int place) {
    int start = from;
    while (from > 0 && start < place && Character.isWhitespace(script.charAt(start))) {
      start++;
    }
    if (place > script.length() || place < start) {
      return;
    }
    byte[] line = script.substring(start).getBytes(StandardCharsets.UTF_8);
    int offset = script.substring(start, place).getBytes(StandardCharsets.UTF_8).length;
    int begin = 0;
    while (offset > LONGEST_OFFSET) {
      do {
        offset--;
        begin++;
      } while (isContinuation(line[begin]));
    }
    int end = Math.min(line.length, begin + LONGEST_LINE);
    while (end < line.length && end > begin && isContinuation(line[end])) {
      end--;
    }
    for (int i = begin; i < end; i++) {
      if (line[i] >= '\t' && line[i] <= '\r') {
        line[i] = ' ';
      }
    }
    text.append("\n  ").append(new String(line, begin, end - begin, StandardCharsets.UTF_8)).append("\n  ");
    if (offset < MARK_BEFORE) {
      text.append(" ".repeat(offset)).append("^--- error here");
    } else {
      text.append(" ".repeat(offset - 14)).append("error here ---^");
    }
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
