// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.CompileContext.Replacement;
import org.lumosql.sql.compile.ExpressionCompiler;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.IndexBinder;
import org.lumosql.sql.plan.JoinPlan;
import org.lumosql.sql.plan.LoopPlan;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.plan.Planner;
import org.lumosql.sql.plan.QueryRows;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The loops over the sources of a FROM clause. {@link #begin} plans them and emits their beginnings; the code that the
 * caller emits then runs once for each combination of rows that fulfils the conditions, with the access to every source
 * set; {@link #end} closes the loops.
 */
public final class NestedLoops {
  private static final int LOOPS_BEFORE_LOOKING = 3;

  private final LoopContext context;
  /** What was in force before, to be put back: pairs of a source or expression and its access or replacement. */
  private final List<Object> restores = new ArrayList<>(4);

  private int rowsAround;

  private NestedLoops(LoopContext context) {
    this.context = context;
  }

  /** Plans the loops over sources and emits their beginnings. */
  public static NestedLoops begin(
      CompileContext compile,
      ExpressionCompiler expressions,
      List<Source> sources,
      List<JoinCondition> conditions,
      LoopRequest request) {
    IndexBinder indexes = binder(compile);
    QueryRows rows = new QueryRows(compile.databases(), indexes);
    JoinPlan plan =
        new Planner(compile.databases(), indexes, rows::of)
            .plan(sources, conditions, request.withOuterRows(compile.loopRows()), false);
    return begin(compile, expressions, plan, request);
  }

  /** Emits the beginnings of loops that are planned already. */
  public static NestedLoops begin(CompileContext compile, JoinPlan plan, LoopRequest request) {
    return begin(compile, compile.expressions(), plan, request);
  }

  private static NestedLoops begin(
      CompileContext compile, ExpressionCompiler expressions, JoinPlan plan, LoopRequest request) {
    NestedLoops loops = new NestedLoops(new LoopContext(compile, expressions, plan, request));
    loops.rowsAround = compile.enterLoops(plan.rows());
    loops.openAll();
    loops.beginAll();
    return loops;
  }

  /** Emits what makes the rows of subqueries, before anything else of the block around them. */
  public static void emitSubqueries(CompileContext compile, List<Source> sources) {
    new SubquerySources(compile, sources).emit();
  }

  private static IndexBinder binder(CompileContext compile) {
    return new IndexBinder(
        (source, expression) -> {
          Scope scope = new Scope(null, Scope.Use.PARTIAL_INDEX);
          scope.add(source);
          return new Resolver(compile.databases()).bindExpression(expression, scope);
        });
  }

  /** A loop over one source as part of another: for a disjunct, or for rows without a match. */
  static NestedLoops beginPart(
      LoopContext whole, List<Source> sources, List<JoinCondition> conditions, OrPart part) {
    CompileContext compile = whole.compile;
    JoinPlan plan =
        new Planner(compile.databases(), binder(compile), source -> 0)
            .plan(sources, conditions, whole.request.forPart(), true);
    LoopContext context = new LoopContext(compile, whole.expressions, plan, whole.request.forPart());
    context.part = part;
    NestedLoops loops = new NestedLoops(context);
    loops.openAll();
    loops.beginAll();
    return loops;
  }

  // ---- opening cursors --------------------------------------------------------------------------------------------

  private void openAll() {
    if (context.plan.loops().isEmpty() && context.part == null) {
      context.compile.explainPlan().line("SCAN CONSTANT ROW");
    }
    new ConditionTests(context).testConstants();
    for (LoopPlan plan : context.plan.loops()) {
      OpenLoop loop = new OpenLoop(plan);
      context.loops.add(loop);
      open(loop);
      if (context.plan.isRightJoined(plan.number()) && context.part == null) {
        loop.rightJoin = new RightJoinMatches(context, loop);
      }
    }
  }

  private void open(OpenLoop loop) {
    if (!(loop.plan.source() instanceof Source.TableSource source)) {
      SourceAccess access = context.compile.access(loop.plan.source());
      if (access instanceof CoroutineAccess coroutine) {
        loop.coroutine = coroutine;
      } else if (access != null) {
        loop.tableCursor = access.tableCursor();
      } else if (loop.plan.source() instanceof Source.FunctionSource function) {
        loop.tableCursor = VirtualLoop.open(context, function);
      }
      return;
    }
    AccessPath path = loop.path();
    boolean right = context.plan.isRightJoined(loop.plan.number());
    boolean needsTable = !(path.kind() == AccessPath.Kind.INDEX && path.isCovering()) || right;
    boolean primaryKey = path.index() != null && path.index().index().isTable();
    if (context.part != null) {
      loop.tableCursor = context.part.tableCursor();
    } else if (source.tableCursor() >= 0) {
      loop.tableCursor = source.tableCursor();
    } else if (needsTable || primaryKey) {
      loop.tableCursor = context.compile.openTable(source.table());
      if (needsTable) {
        breakIfEmpty(loop);
      }
    }
    if (path.index() != null) {
      loop.indexCursor =
          primaryKey ? loop.tableCursor : source.indexCursor() >= 0 ? source.indexCursor() : openIndex(path.index().index());
    }
  }

  /** From the third loop on it pays to ask first whether an inner table has rows at all: as SQLite does, so that nothing is computed for the others. */
  private void breakIfEmpty(OpenLoop loop) {
    if (context.loops.size() < LOOPS_BEFORE_LOOKING || context.plan.isLeftOfRight(loop.plan.number())) {
      return;
    }
    for (OpenLoop each : context.loops) { // a row of an outer join needs none to its right
      if (context.plan.isLeftJoined(each.plan.number()) || context.plan.isRightJoined(each.plan.number())) {
        return;
      }
    }
    context.program.emit(Opcode.IfEmpty, loop.tableCursor, context.breakLabel);
  }

  private int openIndex(Index index) {
    ProgramBuilder program = context.program;
    int cursor = program.newCursor();
    context.compile.useDatabase(index.table().database());
    program.emit(
        Opcode.OpenRead,
        cursor,
        index.rootPage(),
        index.table().database(),
        index.keyOrder(context.compile.databases()));
    return cursor;
  }

  // ---- beginning the loops ----------------------------------------------------------------------------------------

  private void beginAll() {
    for (OpenLoop loop : context.loops) {
      begin(loop);
    }
  }

  private void begin(OpenLoop loop) {
    ProgramBuilder program = context.program;
    int number = loop.plan.number();
    loop.breakLabel = program.newLabel();
    loop.nextValueLabel = loop.breakLabel;
    loop.continueLabel = program.newLabel();
    loop.doneLabel = loop.plan.source().isExists() ? program.newLabel() : loop.continueLabel;
    if (context.compile.access(loop.plan.source()) instanceof RowAccess rows) {
      rows.fill(program);
    }
    AutomaticIndexLoop automatic = null;
    if (loop.path().kind() == AccessPath.Kind.AUTOMATIC_INDEX) {
      setTableAccess(loop, true);
      automatic = new AutomaticIndexLoop(context, loop);
      automatic.build();
    } else if (loop.path().isFiltered()) {
      new SearchFilter(context).build(context.loops.indexOf(loop));
    }
    explain(loop);
    if (context.plan.isLeftJoined(number) && context.part == null) {
      loop.matchRegister = program.newRegister();
      program.emit(Opcode.Integer, 0, loop.matchRegister);
    }
    context.notReady &= ~loop.plan.bit();
    setTableAccess(loop, false);
    if (automatic != null) {
      automatic.search();
    } else {
      position(loop);
    }
    ConditionTests tests = new ConditionTests(context);
    tests.test(loop);
    beginOuterJoin(loop, tests);
  }

  private void explain(OpenLoop loop) {
    if (loop.path().kind() == AccessPath.Kind.OR || !context.compile.explainPlan().isOn()) {
      return;
    }
    LoopRequest.Purpose purpose = context.request.purpose();
    // rows without a match of a RIGHT JOIN are in no order
    boolean extreme =
        (purpose == LoopRequest.Purpose.MINIMUM || purpose == LoopRequest.Purpose.MAXIMUM)
            && !context.plan.isLeftOfRight(-1);
    boolean left = context.plan.isLeftJoined(loop.plan.number()) && context.part == null;
    boolean isPart = context.part != null;
    boolean right = context.plan.isRightJoined(loop.plan.number()) && !isPart;
    String line = PlanLine.of(loop.plan, extreme, left, right, isPart);
    context.compile.explainPlan().line(line, loop.plan.path().cost());
  }

  private void position(OpenLoop loop) {
    switch (loop.path().kind()) {
      case INDEX:
        new IndexSearch(context, loop).emit();
        break;
      case OR:
        new OrUnion(context, loop).emit();
        setTableAccess(loop, true);
        break;
      case VIRTUAL:
        new VirtualLoop(context, loop).emit();
        break;
      default:
        if (loop.path().isConstrained()) {
          new RowidSearch(context, loop).emit();
        } else {
          scan(loop);
        }
    }
  }

  private void scan(OpenLoop loop) {
    ProgramBuilder program = context.program;
    if (loop.plan.source() instanceof Source.RecursiveSource) {
      // the queue's loop is around this: there is just one row
      loop.bodyAddress = program.address();
      return;
    }
    if (loop.coroutine != null) {
      program.emit(Opcode.InitCoroutine, loop.coroutine.yieldRegister(), 0, loop.coroutine.start());
      loop.bodyAddress = program.emit(Opcode.Yield, loop.coroutine.yieldRegister(), loop.breakLabel);
      loop.stepWith(Opcode.Goto, 0, loop.bodyAddress);
      return;
    }
    boolean reverse = loop.plan.reverse();
    program.emit(reverse ? Opcode.Last : Opcode.Rewind, loop.tableCursor, loop.breakLabel);
    loop.bodyAddress = program.address();
    loop.stepWith(reverse ? Opcode.Prev : Opcode.Next, loop.tableCursor, loop.bodyAddress);
    loop.stepP5 = 1;
  }

  private void beginOuterJoin(OpenLoop loop, ConditionTests tests) {
    if (loop.rightJoin != null) {
      loop.rightJoin.note();
    }
    if (loop.matchRegister != 0) {
      loop.firstAddress = context.program.address();
      context.program.emit(Opcode.Integer, 1, loop.matchRegister);
    }
    if (loop.rightJoin != null) {
      loop.rightJoin.beginBody();
    }
    if (loop.matchRegister != 0 || loop.rightJoin != null) {
      tests.testAfterMatch(loop);
    }
  }

  // ---- access -----------------------------------------------------------------------------------------------------

  /** @param tableOnly nothing is read from the index */
  private void setTableAccess(OpenLoop loop, boolean tableOnly) {
    if (!(loop.plan.source() instanceof Source.TableSource source)) {
      if (loop.plan.source() instanceof Source.FunctionSource) {
        set(loop.plan.source(), new VirtualAccess(loop.tableCursor));
      }
      return;
    }
    AccessPath path = loop.path();
    // the second pass of a RIGHT JOIN positions the table only
    boolean noIndex =
        tableOnly || path.kind() != AccessPath.Kind.INDEX || loop.rightJoin != null || path.index().index().isTable();
    if (noIndex) {
      set(source, new TableAccess(source, loop.tableCursor));
      return;
    }
    set(source, new TableAccess(source, loop.tableCursor, loop.indexCursor, path.index().index()));
    if (context.plan.isLeftJoined(loop.plan.number())
        || context.plan.isLeftOfRight(loop.plan.number())
        || !context.compile.databases().isOptimisationOn(Optimisation.INDEXED_EXPR)) {
      return;
    }
    for (int field : IndexSearch.expressionFields(path.index())) {
      replace(path.index().part(field), loop.indexCursor, field);
    }
  }

  private void set(Source source, SourceAccess access) {
    SourceAccess before = context.compile.setAccess(source, access);
    restores.add(source);
    restores.add(before);
  }

  private void replace(BoundExpression expression, int cursor, int field) {
    Replacement before =
        context.compile.setReplacement(expression, new IndexField(cursor, field));
    restores.add(expression);
    restores.add(before);
  }

  // ---- what the caller may ask ------------------------------------------------------------------------------------

  /** To jump to when done with a row. */
  public int continueLabel() {
    List<OpenLoop> loops = context.loops;
    return loops.isEmpty() ? context.breakLabel : loops.get(loops.size() - 1).doneLabel;
  }

  /** To jump to when no more rows are wanted. */
  public int breakLabel() {
    return context.breakLabel;
  }

  /** How many leading terms of the wanted order the rows are in. */
  public int orderedTerms() {
    return context.plan.orderedTerms();
  }

  /** Whether rows come in the wanted order. */
  public boolean isOrdered() {
    return context.plan.orderedTerms() == context.request.orderBy().size();
  }

  public JoinPlan.Distinctness distinctness() {
    return context.plan.distinctness();
  }

  /** Whether rows are at least distinct enough that no check is needed. */
  public boolean isDistinct() {
    return context.plan.distinctness() == JoinPlan.Distinctness.UNIQUE;
  }

  /**
   * The innermost loop alone is in the wanted order: with a LIMIT, once the sorter is full and a row is too large, the
   * rest of this loop need not be visited. Also how min() and max() know that the first row that is not NULL has it.
   */
  public boolean isInnerLoopOrdered() {
    return context.plan.isInnerLoopOrdered();
  }

  /** Where the innermost loop that can still yield smaller rows goes on; see {@link #isInnerLoopOrdered}. */
  public int innerBreakLabel() {
    if (!context.plan.isInnerLoopOrdered() || context.loops.isEmpty()) {
      return continueLabel();
    }
    for (int i = context.loops.size() - 1; i >= 0; i--) {
      OpenLoop loop = context.loops.get(i);
      if (loop.path().isOneRow() || loop.stepOpcode == Opcode.Noop || loop.plan.source().isExists()) {
        continue;
      }
      return loop.nextValueLabel;
    }
    return context.breakLabel;
  }

  /** Estimate of rows, ten times their binary logarithm. */
  public int rows() {
    return context.plan.rows();
  }

  boolean isUntested() {
    return context.untested;
  }

  /** The cursor on a source's table, −1 if only an index is read. */
  public int tableCursor(Source source) {
    for (OpenLoop loop : context.loops) {
      if (loop.plan.source() == source) {
        return loop.tableCursor;
      }
    }
    return -1;
  }

  /** Closes the loops. Afterwards sources are read as before. */
  public void end() {
    if (context.part == null) {
      context.compile.leaveLoops(rowsAround);
    }
    new LoopEnds(context).endAll();
    for (int i = restores.size() - 2; i >= 0; i -= 2) {
      if (restores.get(i) instanceof Source source) {
        context.compile.setAccess(source, (SourceAccess) restores.get(i + 1));
      } else {
        context.compile.setReplacement((BoundExpression) restores.get(i), (Replacement) restores.get(i + 1));
      }
    }
  }
}
