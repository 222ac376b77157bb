// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.ExpressionCompiler;
import org.lumosql.sql.plan.JoinPlan;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.plan.Term;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * What the classes that emit the loops of one join share: the plan, the loops opened so far, which terms need no test
 * any more.
 */
final class LoopContext {
  final CompileContext compile;
  final ExpressionCompiler expressions;
  final ProgramBuilder program;
  final JoinPlan plan;
  final LoopRequest request;
  final List<OpenLoop> loops = new ArrayList<>();
  /** Where all loops end. */
  final int breakLabel;
  /** Sources that have no current row yet. */
  long notReady;
  /** A term could not be tested because it needs a source outside of this part of a join. */
  boolean untested;
  /** This is one disjunct of an OR; these sources of the whole join have no row yet. */
  OrPart part;

  private final boolean[] tested;
  /** Null while there are none. */
  private boolean[] likeOnly;
  private final int[] openChildren;

  LoopContext(CompileContext compile, ExpressionCompiler expressions, JoinPlan plan, LoopRequest request) {
    this.compile = compile;
    this.expressions = expressions;
    this.program = compile.program();
    this.plan = plan;
    this.request = request;
    this.breakLabel = program.newLabel();
    int count = plan.termCount();
    tested = new boolean[count];
    openChildren = new int[count];
    for (var loop : plan.loops()) {
      notReady |= loop.bit();
    }
    for (int i = 0; i < count; i++) {
      Term term = plan.term(i);
      openChildren[term.number()] = term.childCount();
      // conditions of a join that was left out go with it
      tested[term.number()] = term.isDropped() || (term.needed() & ~notReady) != 0;
    }
  }

  boolean isTested(Term term) {
    return tested[term.number()];
  }

  void setTested(Term term) {
    tested[term.number()] = true;
  }

  /** Whether a LIKE needs its test only in the pass over blobs. */
  boolean isLikeOnly(Term term) {
    return likeOnly != null && likeOnly[term.number()];
  }

  /**
   * The search of a loop makes sure that a term holds: no test is needed, nor of the term it is derived from once all
   * of its children are served. Inside a LEFT JOIN, terms of WHERE must be tested nevertheless, for the NULL row.
   */
  void serve(OpenLoop loop, Term served) {
    if (loop.path().isTransitive() && served.isEquivalence()) {
      return; // with a = b AND c = b, a search for a = b that comes from the second says nothing of c
    }
    Term term = served;
    boolean first = true;
    while (term != null
        && !isTested(term)
        && (loop.matchRegister == 0 || term.isOfOuterJoin())
        && (notReady & term.needed()) == 0) {
      if (!first && served.isLikeBound()) {
        if (likeOnly == null) {
          likeOnly = new boolean[tested.length];
        }
        likeOnly[term.number()] = true;
      } else {
        setTested(term);
      }
      first = false;
      term = term.parent();
      if (term != null && --openChildren[term.number()] != 0) {
        return;
      }
    }
  }
}
