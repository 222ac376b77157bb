// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.shell.session.Shell;

/** A dot-command's name and its arguments, as they were typed but for quotes and escapes. */
final class Words {
  private final List<String> words;
  private final String line;

  private Words(List<String> words, String line) {
    this.words = words;
    this.line = line;
  }

  /** A command was given wrongly; the message says how it is right. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  /** Takes a line apart, the dot at its beginning left out. */
  static Words of(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (isSpace(c)) {
        at++;
        continue;
      }
      int end;
      if (c == '\'' || c == '"') {
        end = closing(line, at + 1, c);
        String word = line.substring(at + 1, end);
        words.add(c == '"' ? unescape(word) : word);
        at = end + 1;
      } else {
        end = at;
        while (end < line.length() && !isSpace(line.charAt(end))) {
          end++;
        }
        words.add(unescape(line.substring(at, end)));
        at = end;
      }
    }
    return new Words(words, line);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  /** Where a quoted word ends; a backslash in double quotes takes the quote behind it along. */
  private static int closing(String line, int from, char quote) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\' && quote == '"') {
        i++;
      }
    }
    return line.length();
  }

  /** Resolves the escapes of C in a word that is not in single quotes. */
  private static String unescape(String word) {
    if (word.indexOf('\\') < 0) {
      return word;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c != '\\' || i + 1 == word.length()) {
        text.append(c);
        continue;
      }
      c = word.charAt(++i);
      switch (c) {
        case 'a' -> text.append('\u0007');
        case 'b' -> text.append('\b');
        case 't' -> text.append('\t');
        case 'n' -> text.append('\n');
        case 'v' -> text.append('\u000b');
        case 'f' -> text.append('\f');
        case 'r' -> text.append('\r');
        default -> {
          if (c < '0' || c > '7') {
            text.append(c);
            break;
          }
          int value = 0;
          int digits = 0;
          while (digits < 3 && i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '7') {
            value = value * 8 + word.charAt(i++) - '0';
            digits++;
          }
          i--;
          text.append((char) (value & 0xFF));
        }
      }
    }
    return text.toString();
  }

  String name() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** Number of arguments, the name left out. */
  int count() {
    return words.size() - 1;
  }

  /** An argument; the first is 1. */
  String get(int number) {
    return words.get(number);
  }

  /** An argument, or null if there are fewer. */
  String orNull(int number) {
    return number < words.size() ? words.get(number) : null;
  }

  List<String> from(int number) {
    return number >= words.size() ? List.of() : words.subList(number, words.size());
  }

  /** The line as it was typed behind the name. */
  String rest() {
    int at = 0;
    while (at < line.length() && !isSpace(line.charAt(at))) {
      at++;
    }
    return line.substring(at).strip();
  }

  /** @throws UsageException if there are not that many arguments */
  Words require(int least, int most, String usage) {
    if (count() < least || count() > most) {
      throw new UsageException("Usage: " + usage);
    }
    return this;
  }

  /** An option's name if a word begins with one dash or two, else null. */
  static String option(String word) {
    return word.startsWith("--") ? word.substring(2) : word.startsWith("-") ? word.substring(1) : null;
  }

  /** Whether a word says yes, no, or a number that is not 0. */
  static boolean isOn(Shell shell, String word) {
    switch (word.toLowerCase(Locale.ROOT)) {
      case "on", "yes" -> {
        return true;
      }
      case "off", "no" -> {
        return false;
      }
      default -> {
        if (isNumber(word)) {
          return integer(word) != 0;
        }
        shell.error("ERROR: Not a boolean value: \"" + word + "\". Assuming \"no\".");
        return false;
      }
    }
  }

  private static boolean isNumber(String word) {
    int at = word.startsWith("0x") ? 2 : 0;
    for (int i = at; i < word.length(); i++) {
      if (Character.digit(word.charAt(i), at == 0 ? 10 : 16) < 0) {
        return false;
      }
    }
    return word.length() > at;
  }

  /** A number with sign, {@code 0x} or a suffix such as KB and MiB; what is no number counts as 0. */
  static long integer(String word) {
    boolean negative = word.startsWith("-");
    int at = negative || word.startsWith("+") ? 1 : 0;
    int radix = word.startsWith("0x", at) ? 16 : 10;
    at += radix == 16 ? 2 : 0;
    long value = 0;
    while (at < word.length() && Character.digit(word.charAt(at), radix) >= 0) {
      value = value * radix + Character.digit(word.charAt(at++), radix);
    }
    value *=
        switch (word.substring(at).toLowerCase(Locale.ROOT)) {
          case "kb" -> 1000;
          case "kib" -> 1024;
          case "mb" -> 1_000_000;
          case "mib" -> 1 << 20;
          case "gb" -> 1_000_000_000;
          case "gib" -> 1 << 30;
          default -> 1;
        };
    return negative ? -value : value;
  }
}
