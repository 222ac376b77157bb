// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

/** JDBC's patterns for names: as of LIKE, with a backslash before a character that stands for itself, and without regard to case. */
final class LikePattern {
  private LikePattern() {}

  static boolean matches(String pattern, String name) {
    return matches(pattern, 0, name, 0);
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    int i = p;
    int j = n;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == '%') {
        for (int k = j; k <= name.length(); k++) {
          if (matches(pattern, i, name, k)) {
            return true;
          }
        }
        return false;
      }
      if (c == '\\' && i < pattern.length()) {
        c = pattern.charAt(i++);
      } else if (c == '_' && j < name.length()) {
        j++;
        continue;
      }
      if (j == name.length() || Character.toLowerCase(c) != Character.toLowerCase(name.charAt(j))) {
        return false;
      }
      j++;
    }
    return j == name.length();
  }

  /** The pattern that only a name itself matches. */
  static String escaped(String name) {
    return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
