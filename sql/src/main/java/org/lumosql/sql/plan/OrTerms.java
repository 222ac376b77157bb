// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;

/** A disjunction taken apart. */
public final class OrTerms {
  private final TermList disjuncts;
  private final long indexable;

  /** @param indexable the sources of which each disjunct could use an index */
  OrTerms(TermList disjuncts, long indexable) {
    this.disjuncts = disjuncts;
    this.indexable = indexable;
  }

  TermList terms() {
    return disjuncts;
  }

  long indexable() {
    return indexable;
  }

  /** The disjuncts as expressions. */
  public List<BoundExpression> expressions() {
    return disjuncts.original().stream().map(Term::expression).toList();
  }
}
