// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/**
 * The terms whose left side is a given column or indexed expression, directly or because an equality of columns lets
 * one stand for the other: {@code a = b AND b = 5} gives 5 for a.
 */
final class TermScan {
  private static final int MAXIMUM_EQUIVALENTS = 11;

  private final TermList list;
  private final SourceMasks masks;
  private final Affinity affinity;
  private final String collation;
  private final BoundExpression expression;
  private final int operators;

  private TermScan(
      TermList list, SourceMasks masks, BoundExpression part, boolean isRowid, String collation, int operators) {
    this.list = list;
    this.masks = masks;
    this.affinity = Typing.affinity(part);
    this.collation = isRowid ? null : collation;
    this.expression = part;
    this.operators = operators;
  }

  private record Place(int source, int column) {}

  /** @param field of the index */
  static List<Term> ofField(
      TermList list, SourceMasks masks, int source, BoundIndex index, int field, int operators) {
    int column = index.column(field);
    if (!isAny(list, source, column)) {
      return List.of();
    }
    return new TermScan(list, masks, index.part(field), column == -1, index.collation(field), operators)
        .find(source, column);
  }

  /** For a column whatever its collation, such as the rowid. */
  static List<Term> ofColumn(
      TermList list, SourceMasks masks, int source, BoundExpression.ColumnValue column, int operators) {
    int number = Expressions.columnNumber(column);
    if (!isAny(list, source, number)) {
      return List.of();
    }
    return new TermScan(list, masks, column, true, null, operators).find(source, number);
  }

  /** Whether there is any term on a column itself: without one there is nothing to find, by equivalences neither. */
  private static boolean isAny(TermList list, int source, int column) {
    for (TermList outer = list; outer != null; outer = outer.outer()) {
      for (int i = 0; !outer.isDisjunction() && i < outer.size(); i++) {
        if (outer.get(i).source == source && outer.get(i).column == column) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Term> find(int source, int column) {
    List<Place> places = new ArrayList<>(1);
    places.add(new Place(source, column));
    List<Term> found = new ArrayList<>(2);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      for (TermList outer = list; outer != null; outer = outer.outer()) {
        if (!outer.isDisjunction()) {
          collect(outer, place, i > 0, places, found);
        }
      }
    }
    return found;
  }

  private void collect(TermList terms, Place place, boolean viaEquivalence, List<Place> places, List<Term> found) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.source != place.source()
          || term.column != place.column()
          || viaEquivalence && term.isOfOuterJoin()
          || term.column == Term.EXPRESSION && !Expressions.withoutCollation(term.left).equals(expression)) {
        continue;
      }
      if (term.has(Operators.EQUIVALENCE) && places.size() < MAXIMUM_EQUIVALENTS) {
        addEquivalent(term, places);
      }
      if (term.has(operators) && fits(term) && !isOwnColumn(term, places.get(0))) {
        found.add(term);
      }
    }
  }

  private void addEquivalent(Term term, List<Place> places) {
    if (Expressions.withoutCollation(term.right) instanceof BoundExpression.ColumnValue column) {
      Place place = new Place(masks.number(column.source()), Expressions.columnNumber(column));
      if (place.source() >= 0 && !places.contains(place)) {
        places.add(place);
      }
    }
  }

  /** Whether the index is in the order that the comparison sees. */
  private boolean fits(Term term) {
    if (collation == null || term.isNullTest()) {
      return true;
    }
    return ComparisonTyping.fits(term.affinity, affinity) && Ascii.equal(term.collation.name(), collation);
  }

  private boolean isOwnColumn(Term term, Place first) {
    return term.has(Operators.EQUAL | Operators.IS)
        && term.right instanceof BoundExpression.ColumnValue column
        && masks.number(column.source()) == first.source()
        && Expressions.columnNumber(column) == first.column();
  }
}
