// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.lumosql.shell.session.Shell;
import org.lumosql.shell.session.StatementScanner;

/** Finds the word to be completed, and asks for more lines while a statement has no end. */
final class StatementParser implements Parser {
  private final Shell shell;

  StatementParser(Shell shell) {
    this.shell = shell;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean isAccepted = context == ParseContext.ACCEPT_LINE;
    boolean isCommand = line.startsWith(".") || line.startsWith("#");
    if (isAccepted && !isCommand && !StatementScanner.isBlank(line) && !StatementScanner.isComplete(line)) {
      throw new EOFError(-1, -1, "the statement goes on", shell.settings().continuationPrompt);
    }
    int start = cursor;
    while (start > 0 && isWord(line.charAt(start - 1), start == 1)) {
      start--;
    }
    return new Word(line, cursor, line.substring(start, cursor));
  }

  private static boolean isWord(char c, boolean isFirst) {
    return Character.isLetterOrDigit(c) || c == '_' || isFirst && c == '.';
  }

  /** The line with the one word that matters. */
  private record Word(String line, int cursor, String word) implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }
  }
}
