// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;

/**
 * Matches texts against LIKE and GLOB patterns, on UTF-8 bytes (https://sqlite.org/lang_expr.html#like). Stateless.
 *
 * <p>When the text does not go on as the pattern wants, the matcher returns to the last "any characters" wildcard and
 * lets it take one character more: earlier wildcards never need to be tried again, so the time is at most the product
 * of the lengths. Both texts end at a NUL byte.
 */
public final class PatternMatcher {
  private static final int WORK_BETWEEN_CHECKS = 1 << 20;

  public static final PatternMatcher GLOB = new PatternMatcher('*', '?', '[', -1, false);
  public static final PatternMatcher LIKE = new PatternMatcher('%', '_', -1, -1, true);
  public static final PatternMatcher CASE_SENSITIVE_LIKE = new PatternMatcher('%', '_', -1, -1, false);

  private final int any;
  private final int one;
  private final int set;
  private final int escape;
  private final boolean foldCase;

  private PatternMatcher(int any, int one, int set, int escape, boolean foldCase) {
    this.any = orNone(any);
    this.one = orNone(one);
    this.set = orNone(set);
    this.escape = orNone(escape);
    this.foldCase = foldCase;
  }

  /** −1 is a byte of an ill-formed text: what stands for no character must be no byte. */
  private static int orNone(int character) {
    return character < 0 ? Integer.MIN_VALUE : character;
  }

  /** LIKE with an escape character, which may be one of the wildcards. */
  public PatternMatcher(int escape, boolean caseSensitive) {
    this(escape == '%' ? -1 : '%', escape == '_' ? -1 : '_', -1, escape, !caseSensitive);
  }

  public boolean matches(byte[] pattern, int patternOffset, int patternLength, byte[] text, int textOffset,
      int textLength) {
    int patternEnd = Utf8.end(pattern, patternOffset, patternOffset + patternLength);
    int textEnd = Utf8.end(text, textOffset, textOffset + textLength);
    int p = patternOffset;
    int t = textOffset;
    int retryPattern = -1;
    int retryText = -1;
    int work = 0;
    int pause = t;
    while (true) {
      if (t >= pause) {
        pause = LongWork.stretch(t, textEnd) + 1;
      }
      if (p == patternEnd && t == textEnd) {
        return true;
      }
      if (p < patternEnd && pattern[p] == any) {
        p++;
        if (p == patternEnd) {
          return true;
        }
        retryPattern = p;
        retryText = t;
        continue;
      }
      int next = p < patternEnd && t < textEnd ? step(pattern, p, patternEnd, text, t, textEnd) : -1;
      if (next >= 0) {
        p = next;
        t = Utf8.next(text, t, textEnd);
      } else if (retryPattern >= 0 && retryText < textEnd) {
        work += t - retryText + 1;
        if (work > WORK_BETWEEN_CHECKS) {
          Interruption.check();
          work = 0;
        }
        retryText = Utf8.next(text, retryText, textEnd);
        retryText = skipToHead(pattern, retryPattern, patternEnd, text, retryText, textEnd);
        p = retryPattern;
        t = retryText;
      } else {
        return false;
      }
    }
  }

  /**
   * The next place in the text where a match of the pattern can begin: a fast search when it begins with plain ASCII
   * characters.
   */
  private int skipToHead(byte[] pattern, int at, int patternEnd, byte[] text, int start, int end) {
    int head = pattern[at];
    if (!isPlain(head)) {
      return start;
    }
    if (at + 1 < patternEnd && isPlain(pattern[at + 1])) {
      return skipToPair(head, pattern[at + 1], text, start, end);
    }
    int other = foldCase && ByteSearch.isLetter(head) ? head ^ 0x20 : head;
    int index = start;
    while (index < end) {
      int stop = LongWork.stretch(index, end);
      while (index < stop && text[index] != head && text[index] != other) {
        index++;
      }
      if (index < stop) {
        return index;
      }
    }
    return index;
  }

  private int skipToPair(int first, int second, byte[] text, int start, int end) {
    int index = start;
    while (index < end) {
      int stop = LongWork.stretch(index, end);
      index = ByteSearch.pair(text, index, stop, end, first, second, foldCase);
      if (index < stop) {
        return index;
      }
    }
    return index;
  }

  /** Whether a byte of a pattern stands for itself, an ASCII character. */
  private boolean isPlain(int character) {
    return character > 0 && character != any && character != one && character != set && character != escape;
  }

  /** Matches one character; the pattern's next index, or −1. */
  private int step(byte[] pattern, int p, int patternEnd, byte[] text, int t, int textEnd) {
    int wanted = pattern[p];
    if (wanted == one) {
      return p + 1;
    }
    int actual = text[t];
    if (wanted == set) {
      return matchSet(pattern, p + 1, patternEnd, Utf8.codePoint(text, t, textEnd));
    }
    if (wanted >= 0 && wanted != escape) {
      return actual == wanted || foldCase && (actual ^ wanted) == 0x20 && ByteSearch.isLetter(wanted) ? p + 1 : -1;
    }
    int index = p;
    int character = Utf8.codePoint(pattern, index, patternEnd);
    if (character == escape) {
      index = Utf8.next(pattern, index, patternEnd);
      if (index == patternEnd) {
        return -1;
      }
      character = Utf8.codePoint(pattern, index, patternEnd);
    }
    int textCharacter = Utf8.codePoint(text, t, textEnd);
    boolean same = character == textCharacter
        || foldCase && character < 0x80 && textCharacter < 0x80 && (character ^ textCharacter) == 0x20
            && ByteSearch.isLetter(character);
    return same ? Utf8.next(pattern, index, patternEnd) : -1;
  }

  /**
   * Matches a character against a set such as {@code [^a-z]}; the index after the set, or −1 also if the set has no
   * end.
   */
  private static int matchSet(byte[] pattern, int start, int end, int character) {
    int p = start;
    boolean inverted = p < end && pattern[p] == '^';
    if (inverted) {
      p++;
    }
    boolean seen = false;
    int prior = 0;
    if (p < end && pattern[p] == ']') {
      seen = character == ']';
      p++;
    }
    while (p < end && pattern[p] != ']') {
      int member = Utf8.codePoint(pattern, p, end);
      int next = Utf8.next(pattern, p, end);
      if (member == '-' && prior > 0 && next < end && pattern[next] != ']') {
        int last = Utf8.codePoint(pattern, next, end);
        next = Utf8.next(pattern, next, end);
        seen |= character >= prior && character <= last;
        prior = 0;
      } else {
        seen |= character == member;
        prior = member;
      }
      p = next;
    }
    return p == end || seen == inverted ? -1 : p + 1;
  }
}
