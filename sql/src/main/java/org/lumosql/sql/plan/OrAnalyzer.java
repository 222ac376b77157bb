// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/**
 * Takes a disjunction apart (https://sqlite.org/optoverview.html#or_optimizations): equalities of one column become an
 * IN; two comparisons of a column with the same value become one; else, if each disjunct can use an index of the same
 * source, the union of those serves the whole.
 */
final class OrAnalyzer {
  private final TermAnalyzer analyzer;

  OrAnalyzer(TermAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  void analyze(TermList list, Term term) {
    TermList parts = new TermList(list, true);
    for (BoundExpression part : Expressions.disjuncts(Expressions.withoutCollation(term.expression()))) {
      parts.add(part, term.joinedSource(), term.isOfOuterJoin());
    }
    analyzer.analyze(parts);
    long indexable = ~0L;
    long equal = ~0L;
    // derived terms lie behind the written ones; the list does not grow here
    for (Term part : parts.all()) {
      if ((part.operators & Operators.INDEXABLE) == 0) {
        equal = 0;
        indexable &= analyzeConjunction(parts, part);
      } else if (!part.copied) {
        long bit = 1L << part.source;
        indexable &= part.derived && part.parent != null && part.parent.source >= 0
            ? bit | 1L << part.parent.source
            : bit;
        equal &= (part.operators & Operators.EQUAL) == 0 ? 0 : derivedBits(part, bit);
      }
    }
    if (indexable != 0) {
      term.alternatives = new OrTerms(parts, indexable);
      term.operators = Operators.OR;
      list.setHasOr();
    }
    if (indexable != 0 && parts.original().size() == 2) {
      combine(list, term, parts);
    }
    if (equal != 0) {
      deriveIn(list, term, parts, equal);
    }
  }

  private static long derivedBits(Term part, long bit) {
    return part.derived && part.parent != null && part.parent.source >= 0 ? bit | 1L << part.parent.source : bit;
  }

  /** A disjunct that is itself a conjunction: what indexes may do for it. */
  private long analyzeConjunction(TermList parts, Term part) {
    if (part.derived) {
      return 0;
    }
    TermList conjunction = new TermList(parts, false);
    for (BoundExpression expression : Expressions.conjuncts(part.expression())) {
      conjunction.add(expression, part.joinedSource(), part.isOfOuterJoin());
    }
    // a lone term that no index serves as it stands may still be a BETWEEN or LIKE
    analyzer.analyze(conjunction);
    part.conjunction = conjunction;
    part.operators = Operators.AND;
    long bits = 0;
    for (Term inner : conjunction.all()) {
      if ((inner.operators & Operators.INDEXABLE) != 0) {
        bits |= 1L << inner.source;
      }
    }
    return bits;
  }

  // ---- x = 1 OR x = 2 ---------------------------------------------------------------------------------------------

  private void deriveIn(TermList list, Term term, TermList parts, long equal) {
    for (Term candidate : parts.all()) {
      if (candidate.copied || candidate.source < 0 || (equal & 1L << candidate.source) == 0) {
        continue;
      }
      List<BoundExpression> values = valuesOf(parts, candidate);
      if (values != null) {
        analyzer.derive(list, term, new BoundExpression.InList(sideOf(candidate), values, false));
        return;
      }
    }
  }

  private static BoundExpression sideOf(Term term) {
    return Expressions.withoutCollation(term.left);
  }

  /** What the column of one disjunct is equal to in all of them; null if one has another column. */
  private List<BoundExpression> valuesOf(TermList parts, Term candidate) {
    List<BoundExpression> values = new ArrayList<>();
    for (Term part : parts.original()) {
      Term match = matching(parts, part, candidate);
      if (match == null) {
        return null;
      }
      Affinity right = Typing.affinity(match.right);
      if (right != Affinity.NONE && right != Typing.affinity(match.left)
          || !ComparisonTyping.same(match.collation, candidate.collation)
          || !ComparisonTyping.same(match.collation, Typing.collationOrBinary(sideOf(match)))) {
        return null;
      }
      values.add(match.right);
    }
    return values;
  }

  private static Term matching(TermList parts, Term part, Term candidate) {
    for (Term term : parts.all()) {
      if ((term == part || term.parent == part)
          && term.source == candidate.source
          && term.column == candidate.column
          && term.has(Operators.EQUAL)
          && (term.column != Term.EXPRESSION || sideOf(term).equals(sideOf(candidate)))) {
        return term;
      }
    }
    return null;
  }

  // ---- x < 1 OR x = 1 ---------------------------------------------------------------------------------------------

  private void combine(TermList list, Term term, TermList parts) {
    if (parts.size() != 2) {
      return;
    }
    Term first = parts.get(0);
    Term second = parts.get(1);
    int both = first.operators | second.operators;
    int comparisons = Operators.EQUAL | Operators.RANGE;
    if ((first.operators & comparisons) == 0
        || (second.operators & comparisons) == 0
        || (both & (Operators.EQUAL | Operators.UPPER)) != both && (both & (Operators.EQUAL | Operators.LOWER)) != both
        || !first.left.equals(second.left)
        || !first.right.equals(second.right)) {
      return;
    }
    BinaryOperator operator;
    if (Integer.bitCount(both) == 1) {
      operator = ((BoundExpression.Comparison) Expressions.withoutCollation(first.expression())).operator();
      if (first.commuted) {
        operator = Expressions.commuted(operator);
      }
    } else {
      operator = (both & Operators.UPPER) != 0 ? BinaryOperator.LESS_EQUAL : BinaryOperator.GREATER_EQUAL;
    }
    analyzer.derive(list, term, new BoundExpression.Comparison(operator, first.left, first.right));
  }
}
