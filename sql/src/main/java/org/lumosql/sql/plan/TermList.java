// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;

/** The terms of a conjunction, or of a disjunction: those that were written first, then those derived from them. */
final class TermList {
  private final List<Term> terms = new ArrayList<>();
  private final List<Term> all = Collections.unmodifiableList(terms);
  private final TermList outer;
  private final boolean disjunction;
  private int originalCount;
  private boolean hasOr;

  /** @param outer the list in which the disjunction that this belongs to stands, or null */
  TermList(TermList outer, boolean disjunction) {
    this.outer = outer;
    this.disjunction = disjunction;
  }

  Term add(BoundExpression expression, int joinedSource, boolean outerJoin) {
    Term term = new Term(terms.size(), expression, joinedSource, outerJoin);
    terms.add(term);
    return term;
  }

  /** Lists a term of another list here too. */
  void addExisting(Term term) {
    terms.add(term);
    originalCount = terms.size();
  }

  /** All that were added so far are the ones that were written. */
  void endOriginal() {
    originalCount = terms.size();
  }

  List<Term> original() {
    return Collections.unmodifiableList(terms.subList(0, originalCount));
  }

  /** How many of the first were written. */
  int originalCount() {
    return originalCount;
  }

  List<Term> all() {
    return all;
  }

  Term get(int index) {
    return terms.get(index);
  }

  int size() {
    return terms.size();
  }

  TermList outer() {
    return outer;
  }

  boolean isDisjunction() {
    return disjunction;
  }

  boolean hasOr() {
    return hasOr;
  }

  void setHasOr() {
    hasOr = true;
  }
}
