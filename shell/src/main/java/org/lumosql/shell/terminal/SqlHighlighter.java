// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.terminal;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.lumosql.engine.Connection;
import org.lumosql.shell.session.Settings;

/** Colours what is typed: keywords, literals, comments, dot-commands. */
final class SqlHighlighter implements Highlighter {
  private static final AttributedStyle KEYWORD = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold();
  private static final AttributedStyle TEXT = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
  private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);

  private final Settings settings;

  SqlHighlighter(Settings settings) {
    this.settings = settings;
  }

  @Override
  public AttributedString highlight(LineReader reader, String line) {
    if (!settings.colours) {
      return new AttributedString(line);
    }
    AttributedStringBuilder text = new AttributedStringBuilder();
    if (line.startsWith(".")) {
      return text.styled(COMMAND, line).toAttributedString();
    }
    int at = 0;
    while (at < line.length()) {
      int end = end(line, at);
      text.styled(style(line, at, end), line.substring(at, end));
      at = end;
    }
    return text.toAttributedString();
  }

  @Override
  public void setErrorPattern(Pattern pattern) {
    // errors are told when the statement runs
  }

  @Override
  public void setErrorIndex(int index) {
    // errors are told when the statement runs
  }

  /** Where the token that begins at an offset ends. */
  private static int end(String line, int from) {
    char c = line.charAt(from);
    if (line.startsWith("--", from)) {
      int end = line.indexOf('\n', from);
      return end < 0 ? line.length() : end;
    }
    if (line.startsWith("/*", from)) {
      int end = line.indexOf("*/", from + 2);
      return end < 0 ? line.length() : end + 2;
    }
    if (c == '\'' || c == '"' || c == '`' || c == '[') {
      int end = line.indexOf(c == '[' ? ']' : c, from + 1);
      return end < 0 ? line.length() : end + 1;
    }
    int end = from + 1;
    while (isWord(c) && end < line.length() && isWord(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static AttributedStyle style(String line, int from, int end) {
    char c = line.charAt(from);
    if (line.startsWith("--", from) || line.startsWith("/*", from)) {
      return COMMENT;
    }
    if (c == '\'') {
      return TEXT;
    }
    if (Character.isDigit(c)) {
      return NUMBER;
    }
    return isWord(c) && Connection.isKeyword(line.substring(from, end)) ? KEYWORD : AttributedStyle.DEFAULT;
  }
}
