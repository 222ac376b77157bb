// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;

/** The terms of a conjunction, or of a disjunction: those that were written first, then those derived from them. */
final class TermList {
  private Term[] terms = new Term[4];
  private int size;
  private final TermList outer;
  private final boolean disjunction;
  private int originalCount;
  private boolean hasOr;
  private boolean revised;

  /** @param outer the list in which the disjunction that this belongs to stands, or null */
  TermList(TermList outer, boolean disjunction) {
    this.outer = outer;
    this.disjunction = disjunction;
  }

  Term add(BoundExpression expression, int joinedSource, boolean outerJoin) {
    return add(expression, expression, joinedSource, outerJoin);
  }

  /** @param written the condition before constants took the place of columns in it */
  Term add(BoundExpression expression, BoundExpression written, int joinedSource, boolean outerJoin) {
    Term term = new Term(size, expression, written, joinedSource, outerJoin);
    append(term);
    return term;
  }

  /** Lists a term of another list here too. */
  void addExisting(Term term) {
    append(term);
    originalCount = size;
  }

  private void append(Term term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, size * 2);
    }
    terms[size++] = term;
  }

  /** All that were added so far are the ones that were written. */
  void endOriginal() {
    originalCount = size;
  }

  List<Term> original() {
    return Collections.unmodifiableList(Arrays.asList(terms).subList(0, originalCount));
  }

  /** How many of the first were written. */
  int originalCount() {
    return originalCount;
  }

  /** The terms that there are now. */
  List<Term> all() {
    return Collections.unmodifiableList(Arrays.asList(terms).subList(0, size));
  }

  Term get(int index) {
    return terms[index];
  }

  int size() {
    return size;
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

  /** Whether samples told that a term is not as rare as it had been taken for. */
  boolean isRevised() {
    return revised;
  }

  void setRevised() {
    revised = true;
  }
}
