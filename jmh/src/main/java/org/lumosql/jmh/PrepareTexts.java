// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

/** Typical statements, by what their texts have in common with those before. */
public enum PrepareTexts {
  /** They are the same, as those of applications that build no SQL of values. */
  SAME(
      "SELECT a, b FROM wide WHERE id = ?",
      "SELECT count(*), sum(c) FROM wide WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10",
      "INSERT INTO wide(a, b, c) VALUES(?, ?, ?)",
      "UPDATE wide SET a = a + 1, d = ? WHERE id = ?",
      "DELETE FROM wide WHERE b = ? AND f > ?",
      "SELECT x.a, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = ?"),
  /** They differ in literals, as those of applications that do. */
  OTHER_LITERALS(
      "SELECT a, b FROM wide WHERE id = #",
      "SELECT count(*), sum(c) FROM wide WHERE a BETWEEN # AND 77# GROUP BY b ORDER BY 1 DESC LIMIT 10",
      "INSERT INTO wide(a, b, c) VALUES(#, 5, 7.#)",
      "UPDATE wide SET a = a + 1, d = 'name #' WHERE id = #",
      "DELETE FROM wide WHERE b = # AND f > 77#",
      "SELECT x.a, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = 'text #'"),
  /** They differ in a name, so that each must be compiled. */
  OTHER_NAMES(
      "SELECT a AS n#, b FROM wide WHERE id = ?",
      "SELECT count(*) AS n#, sum(c) FROM wide WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10",
      "INSERT INTO wide AS n#(a, b, c) VALUES(?, ?, ?)",
      "UPDATE wide AS n# SET a = a + 1, d = ? WHERE id = ?",
      "DELETE FROM wide AS n# WHERE b = ? AND f > ?",
      "SELECT x.a AS n#, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = ?");

  private final String[] statements;

  /** @param statements # stands for a number */
  PrepareTexts(String... statements) {
    this.statements = statements;
  }

  /** Statements in which # stands for a number. */
  String[] statements() {
    return statements;
  }
}
