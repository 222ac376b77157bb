// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;

/**
 * Emits the tests of conditions, each in the outermost loop where all it needs is there: first what the index alone can
 * tell, subqueries last.
 */
final class ConditionTests {
  private final LoopContext context;

  ConditionTests(LoopContext context) {
    this.context = context;
  }

  private enum Pass {
    INDEX_ONLY,
    CHEAP,
    ALL
  }

  private static final Pass[] PASSES = Pass.values();

  /** Conditions that need no source, before all loops. */
  void testConstants() {
    boolean noSources = context.plan.loops().isEmpty();
    for (int i = 0; i < context.plan.termCount(); i++) {
      Term term = context.plan.term(i);
      if (!context.isTested(term)
          && !term.isDerived()
          && term.needed() == 0
          && (noSources
              || Expressions.isRepeatable(term.expression()) && !Expressions.hasQuery(term.expression()))
          && !(term.isOfOuterJoin() || term.joinedSource() >= 0)) {
        if (isHidden(term)) {
          context.untested = true;
          continue;
        }
        context.expressions.jumpIfFalse(term.expression(), context.breakLabel, true);
        context.setTested(term);
      }
    }
  }

  /** What can be tested now that a loop has a row. */
  void test(OpenLoop loop) {
    Index index = loop.path().index() == null || loop.indexCursor < 0 || needsNoTable(loop) ? null : loop.path().index().index();
    for (Pass pass : PASSES) {
      if (pass == Pass.INDEX_ONLY && index == null) {
        continue;
      }
      for (int i = 0; i < context.plan.termCount(); i++) {
        Term term = context.plan.term(i);
        if (isDue(term, loop) && isForPass(term, pass, loop, index)) {
          test(term, loop);
        }
      }
    }
  }

  /** Whether the index has all there is, so that there is nothing to be gained from testing some conditions first. */
  private boolean needsNoTable(OpenLoop loop) {
    return loop.path().index().index().isTable() || loop.path().isCovering() && context.part == null;
  }

  /** Whether it needs a source of the whole join that has no row yet while this part runs. */
  private boolean isHidden(Term term) {
    return context.part != null && context.part.hidden().test(term.expression());
  }

  private boolean isDue(Term term, OpenLoop loop) {
    if (context.isTested(term) || term.isDerived()) {
      return false;
    }
    if ((term.needed() & context.notReady) != 0 || isHidden(term)) {
      context.untested = true;
      return false;
    }
    int number = loop.plan.number();
    boolean left = context.plan.isLeftJoined(number);
    if (!left && !context.plan.isLeftOfRight(number) && !context.plan.isRightJoined(number)) {
      return true;
    }
    // WHERE comes after outer joins are done; conditions of joins that are not complete wait too
    return term.joinedSource() >= 0
        && (!left || term.isOfOuterJoin())
        && (1L << term.joinedSource() & context.notReady) == 0;
  }

  private boolean isForPass(Term term, Pass pass, OpenLoop loop, Index index) {
    switch (pass) {
      case INDEX_ONLY:
        return !Expressions.hasQuery(term.expression()) && isCovered(term.expression(), loop.plan.source(), index);
      case CHEAP:
        return !hasCorrelatedQuery(term.expression());
      default:
        return true;
    }
  }

  /** As in SQLite a condition that is itself an IN with a query is not among those that wait, unless there is such a query inside. */
  private static boolean hasCorrelatedQuery(BoundExpression expression) {
    if (!(expression instanceof BoundExpression.InQuery in) || in.negated()) {
      return Expressions.hasCorrelatedQuery(expression);
    }
    return Expressions.hasCorrelatedQuery(in.operand()) || in.query().hasCorrelatedQuery();
  }

  private static boolean isCovered(BoundExpression expression, Source source, Index index) {
    boolean[] covered = {true};
    Expressions.forEachColumn(
        expression,
        column -> {
          int number = Expressions.columnNumber(column);
          covered[0] &= column.source() != source || number < 0 || index.fieldOf(number) >= 0;
        });
    return covered[0];
  }

  private void test(Term term, OpenLoop loop) {
    int skip = 0;
    if (context.isLikeOnly(term)) {
      // in the pass over texts the range says it all
      skip = context.program.newLabel();
      context.program.emit(loop.blobsFirst ? Opcode.IfNot : Opcode.If, loop.likeCounter, skip);
    }
    context.expressions.jumpIfFalse(term.expression(), loop.continueLabel, true);
    if (skip != 0) {
      context.program.place(skip);
    }
    context.setTested(term);
  }

  /** After a LEFT JOIN's match is noted: everything that is left for its row, the NULL row included. */
  void testAfterMatch(OpenLoop loop) {
    if (context.plan.isLeftOfRight(loop.plan.number())) {
      return;
    }
    for (int i = 0; i < context.plan.termCount(); i++) {
      Term term = context.plan.term(i);
      if (!context.isTested(term) && !term.isDerived() && (term.needed() & context.notReady) == 0) {
        if (isHidden(term)) {
          context.untested = true;
          continue;
        }
        context.expressions.jumpIfFalse(term.expression(), loop.continueLabel, true);
        context.setTested(term);
      }
    }
  }
}
