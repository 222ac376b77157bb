// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.List;
import org.lumosql.compat.differential.generate.Generated;

/**
 * A difference between the engines.
 *
 * @param kind what differs
 * @param script the statements before, in order
 * @param last the statement that differs, or after which the states differ
 * @param question the query that shows a difference of states; null if the statement itself differs
 * @param left what the first engine says
 * @param right what the second engine says
 */
public record Difference(Comparison.Kind kind, List<String> script, Generated last, String question, Outcome left, Outcome right) {
  private static final int ROWS_SHOWN = 12;

  /** What a reader needs: the script, and both answers as comments. */
  public String report() {
    StringBuilder text = new StringBuilder("-- ").append(kind).append('\n');
    script.forEach(statement -> text.append(statement).append(";\n"));
    text.append(last.sql()).append(";\n");
    if (question != null) {
      text.append(question).append(";\n");
    }
    return text.append("-- left:  ").append(answer(left)).append("\n-- right: ").append(answer(right)).append('\n').toString();
  }

  private static String answer(Outcome outcome) {
    if (outcome.isError()) {
      return "error " + outcome.code() + ": " + outcome.message().replace("\n", "\n--   ");
    }
    StringBuilder text = new StringBuilder(outcome.columns() + " " + outcome.rows().size() + " rows");
    for (String[] row : outcome.rows().subList(0, Math.min(ROWS_SHOWN, outcome.rows().size()))) {
      text.append("\n--   ").append(String.join(" | ", row).replace("\n", "\\n"));
    }
    return text.toString();
  }

  /** What differences of one cause have in common, roughly: the kind and the words of the messages, without names and numbers. */
  String signature() {
    return kind + "|" + words(left) + "|" + words(right) + (question == null ? "" : "|state");
  }

  private static String words(Outcome outcome) {
    if (!outcome.isError()) {
      return "ok";
    }
    return outcome.isCrash() ? site(outcome) : outcome.code() + outcome.message().replaceAll("\\w*\\d\\w*|\\w+\\.[\\w ,]+|\\w+\\(\\)|: .*", "*");
  }

  /** Whether another one is of the same nature, so that a smaller script still shows the same thing. */
  boolean resembles(Difference other) {
    return signature().equals(other.signature());
  }

  /** Where a crash happened; empty for everything else. */
  private static String site(Outcome outcome) {
    if (!outcome.isCrash()) {
      return "";
    }
    String[] lines = outcome.message().split("\n");
    return lines[0].split(":")[0] + (lines.length > 1 ? lines[1] : "");
  }
}
