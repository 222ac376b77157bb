// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.ParameterValues;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.value.NumberParser;
import org.lumosql.value.Register;

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
    if (!(subject instanceof BoundExpression.ColumnValue column) || analyzer.masks().number(column.source()) < 0) {
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
    String pattern = pattern(withoutCollation(call.arguments().get(0)), column);
    if (pattern == null) {
      return;
    }
    Prefix prefix = prefix(pattern, glob, escape);
    if (prefix != null && isComparable(column, prefix.text())) {
      addBounds(list, term, column, prefix, !glob);
    }
  }

  /** A COLLATE of the pattern says nothing, but likely() hides it. */
  private static BoundExpression withoutCollation(BoundExpression pattern) {
    return pattern instanceof BoundExpression.Collated collated ? withoutCollation(collated.operand()) : pattern;
  }

  /** A literal text, or that of a parameter whose value is known; null if there is none. */
  private String pattern(BoundExpression expression, BoundExpression.ColumnValue column) {
    if (expression instanceof BoundExpression.TextConstant literal) {
      return literal.value();
    }
    ParameterValues values = analyzer.databases().parameterValues();
    if (values == null || !(expression instanceof BoundExpression.ParameterValue parameter) || !isIndexed(column)) {
      return null;
    }
    Register value = values.ask(parameter.number(), true);
    return value != null && value.type() == Register.TEXT ? value.string(analyzer.databases().encoding()) : null;
  }

  /** Whether a range of the column could be of use: else a statement would be compiled again for each value in vain. */
  private static boolean isIndexed(BoundExpression.ColumnValue column) {
    Table table = Expressions.tableOf(column.source());
    return table != null
        && table.indexes().stream()
            .anyMatch(index -> index.parts().stream().anyMatch(part -> part.column() == column.column()));
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
   * A column without text affinity may hold numbers, which look like texts to LIKE: a bound that would be taken for a number is of no use then.
   */
  private static boolean isComparable(BoundExpression.ColumnValue column, String prefix) {
    if (Typing.affinity(column) == Affinity.TEXT && !(column.source() instanceof Source.FunctionSource)) {
      return true;
    }
    return !prefix.equals("-") && !isNumber(prefix) && !isNumber(successor(prefix));
  }

  private static boolean isNumber(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    NumberParser parser = new NumberParser();
    return parser.parse(bytes, 0, bytes.length) != NumberParser.NONE && parser.isWhole();
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
