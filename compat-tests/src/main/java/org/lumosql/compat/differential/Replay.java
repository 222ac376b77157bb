// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lumosql.compat.differential.generate.Generated;

/**
 * Runs a script on two new engines and looks at everything after each statement. Messages that differ count in the last statement only, and only where the difference of
 * a message is looked for: those before say nothing about it.
 */
final class Replay {
  private static final Pattern FORGETS_STATISTICS = Pattern.compile("(?is)^\\s*ALTER\\b.*\\b(RENAME|DROP)\\b");
  private static final List<String> READ_SCHEMA_AGAIN = List.of("SAVEPOINT again", "CREATE TABLE \"of no use\"(a)", "ROLLBACK TO again", "RELEASE again");

  private final Engine.Factory left;
  private final Engine.Factory right;

  Replay(Engine.Factory left, Engine.Factory right) {
    this.left = left;
    this.right = right;
  }

  /** The first difference of answers or states; null if there is none, or a statement takes too long to tell. */
  Difference run(List<Generated> script) {
    return run(script, true, false);
  }

  /**
   * @param looksAtState whether the states are compared after each change, and not only the answers
   * @param looksAtMessage whether the message of the last statement is compared
   */
  Difference run(List<Generated> script, boolean looksAtState, boolean looksAtMessage) {
    try (Engine one = left.open();
        Engine other = right.open()) {
      Check check = new Check(one, other);
      List<String> before = new ArrayList<>();
      for (Generated statement : script) {
        Outcome answer = one.run(statement.sql());
        Outcome expected = other.run(statement.sql());
        if (answer.isTimeout() || expected.isTimeout()) {
          return null;
        }
        Comparison.Kind kind = Comparison.compare(statement, answer, expected);
        boolean isMeant = kind != Comparison.Kind.MESSAGE || looksAtMessage && before.size() == script.size() - 1;
        if (kind != null && isMeant) {
          return new Difference(kind, before, statement, null, answer, expected);
        }
        if (Accepted.leavesChanges(expected) && looksAtState && state(check) != null) {
          return null; // from here on the states differ by right
        }
        Check.Finding finding = !looksAtState || isQuery(statement.sql()) ? null : state(check);
        if (finding != null) {
          return new Difference(finding.kind(), before, statement, finding.query(), finding.left(), finding.right());
        }
        before.add(statement.sql());
      }
      return null;
    }
  }

  private static Check.Finding state(Check check) {
    Check.Finding finding = check.counters();
    if (finding == null) {
      finding = check.contents();
    }
    return finding == null ? check.integrity() : finding;
  }

  private static boolean isQuery(String sql) {
    String start = sql.substring(0, Math.min(8, sql.length())).toUpperCase(Locale.ROOT);
    return start.startsWith("SELECT") || start.startsWith("VALUES") || start.startsWith("PRAGMA");
  }

  /**
   * Whether the reference itself answers differently when it visits rows in another order: then nothing is defined that could be compared. The same goes for
   * statistics: when ALTER TABLE renames or drops something, SQLite mostly forgets them until it reads the schema again.
   */
  boolean isAmbiguous(Difference difference) {
    return answersDifferently(difference, List.of("PRAGMA reverse_unordered_selects=1"))
        || difference.script().stream().anyMatch(FORGETS_STATISTICS.asPredicate()) && answersDifferently(difference, READ_SCHEMA_AGAIN);
  }

  private boolean answersDifferently(Difference difference, List<String> preparation) {
    try (Engine one = right.open();
        Engine other = right.open()) {
      difference.script().forEach(one::run);
      difference.script().forEach(other::run);
      preparation.forEach(one::run);
      Outcome changed = one.run(difference.last().sql());
      Outcome usual = other.run(difference.last().sql());
      one.run("PRAGMA reverse_unordered_selects=0");
      return Comparison.compare(difference.last(), changed, usual) != null || (difference.question() != null || !isQuery(difference.last().sql())) && state(new Check(one, other)) != null;
    }
  }
}
