// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.Locale;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/**
 * LIKE and GLOB with a constant prefix become a range (https://sqlite.org/optoverview.html#the_like_optimization). LIKE
 * ignores the case of ASCII letters, so that its range needs a NOCASE index; GLOB needs a BINARY one.
 */
final class LikeRange {
  private final TermAnalyzer analyzer;

  LikeRange(TermAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * @param text what matching texts begin with; @param complete the pattern is that and one wildcard for the rest, no
   * more
   */
  private record Prefix(String text, boolean complete) {}

  void derive(TermList list, Term term, BoundExpression.Call call) {
    if (!call.function().has(FunctionDefinition.LIKE)
        || call.arguments().size() < 2
        || !analyzer.databases().isOptimisationOn(Optimisation.LIKE_RANGE)) {
      return;
    }
    boolean glob = call.function().name().equals("glob");
    BoundExpression subject = Expressions.withoutCollation(call.arguments().get(1));
    if (!(withoutCollation(call.arguments().get(0)) instanceof BoundExpression.TextConstant pattern)
        || !(subject instanceof BoundExpression.ColumnValue column)
        || analyzer.masks().number(column.source()) < 0) {
      return;
    }
    int escape = -1;
    if (call.arguments().size() == 3) {
      if (!(call.arguments().get(2) instanceof BoundExpression.TextConstant given) || given.value().length() != 1) {
        return;
      }
      escape = given.value().charAt(0);
      if (escape == '%' || escape == '_') {
        return;
      }
    }
    Prefix prefix = prefix(pattern.value(), glob, escape);
    if (prefix != null && isComparable(column, prefix.text())) {
      addBounds(list, term, column, prefix, !glob);
    }
  }

  /** A COLLATE of the pattern says nothing, but likely() hides it. */
  private static BoundExpression withoutCollation(BoundExpression pattern) {
    return pattern instanceof BoundExpression.Collated collated ? withoutCollation(collated.operand()) : pattern;
  }

  private static Prefix prefix(String pattern, boolean glob, int escape) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char letter = pattern.charAt(i);
      boolean wildcard = glob ? letter == '*' || letter == '?' || letter == '[' : letter == '%' || letter == '_';
      if (wildcard) {
        break;
      }
      if (letter == escape) {
        i++;
        if (i == pattern.length()) {
          return null;
        }
      }
      text.append(pattern.charAt(i));
      i++;
    }
    // the upper bound is the prefix with its last character made one larger
    if (text.length() == 0 || text.charAt(text.length() - 1) >= 0x7f) {
      return null;
    }
    boolean complete = i == pattern.length() - 1 && pattern.charAt(i) == (glob ? '*' : '%');
    return new Prefix(text.toString(), complete);
  }

  /**
   * A column without text affinity may hold numbers, which look like texts to LIKE: a prefix that may begin a number is
   * of no use then.
   */
  private static boolean isComparable(BoundExpression.ColumnValue column, String prefix) {
    if (Typing.affinity(column) == Affinity.TEXT && !(column.source() instanceof Source.FunctionSource)) {
      return true;
    }
    char first = prefix.charAt(0);
    if (first >= '0' && first <= '9' || first == '-' && (prefix.length() == 1 || isDigit(prefix.charAt(1)))) {
      return false;
    }
    return !isNumber(prefix) && !isNumber(successor(prefix));
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9' || letter == '.';
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+');
  }

  private static String successor(String prefix) {
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }

  private void addBounds(
      TermList list, Term term, BoundExpression.ColumnValue column, Prefix prefix, boolean ignoreCase) {
    Collation collation =
        ignoreCase ? Collations.nocase(analyzer.databases().encoding()) : Collations.binary();
    String low = prefix.text();
    String high = prefix.text();
    boolean complete = prefix.complete();
    if (ignoreCase) {
      low = low.toUpperCase(Locale.ROOT);
      high = Ascii.lower(high);
      // '@' + 1 is 'A', which NOCASE folds to 'a': the range gets too wide at that edge
      complete &= high.charAt(high.length() - 1) != 'A' - 1;
    }
    BoundExpression operand = new BoundExpression.Collated(column, collation);
    mark(
        analyzer.derive(
            list,
            term,
            new BoundExpression.Comparison(
                BinaryOperator.GREATER_EQUAL, operand, new BoundExpression.TextConstant(low))),
        ignoreCase);
    mark(
        analyzer.derive(
            list,
            term,
            new BoundExpression.Comparison(
                BinaryOperator.LESS, operand, new BoundExpression.TextConstant(successor(high)))),
        ignoreCase);
    if (!complete) {
      // the range is wider than the pattern: the children never serve the whole term
      term.childCount++;
    }
  }

  private static void mark(Term bound, boolean ignoreCase) {
    bound.likeBound = true;
    bound.likeFolded = ignoreCase;
  }
}
