// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

import java.util.Comparator;

/** Letters of names without regard to case, as SQLite sees them: A to Z alone have two forms, so that {@code ä} and {@code Ä} are different names. */
public final class Ascii {
  /** An order in which names are equal as {@link #equal} says. */
  public static final Comparator<String> ORDER = Ascii::compare;

  private Ascii() {}

  /** Whether two names are the same. Null is no name's equal. */
  public static boolean equal(String left, String right) {
    if (left == null || right == null || left.length() != right.length()) {
      return false;
    }
    for (int i = 0; i < left.length(); i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b && lower(a) != lower(b)) {
        return false;
      }
    }
    return true;
  }

  private static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      int difference = lower(left.charAt(i)) - lower(right.charAt(i));
      if (difference != 0) {
        return difference;
      }
    }
    return left.length() - right.length();
  }

  /** The name in small letters; the same object if it is. */
  public static String lower(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != lower(name.charAt(i))) {
        char[] letters = name.toCharArray();
        for (int j = i; j < letters.length; j++) {
          letters[j] = lower(letters[j]);
        }
        return new String(letters);
      }
    }
    return name;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
