// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.LiteralSlot;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.LogicalSimplification;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Subtypes;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * One program in the making: its instructions, the sources that have a current row, the constants that are computed
 * once, the databases
 * that are used. A trigger's program is made in a {@link #nested()} context.
 *
 * <p>The program has SQLite's layout: Init jumps to the end, where Transaction opcodes and factored constants
 * stand, and Goto 1 leads back:
 *
 * <pre>
 *   0  Init → tail
 *   1  body …
 *      Halt
 * tail Transaction … (one per database), constants, Goto 1
 * </pre>
 */
public final class CompileContext {
  private static final int[] NO_ROWS = {};

  private static final int FEW_CONSTANTS = 8;

  private final ProgramBuilder program;
  private final Databases databases;
  private final List<String> parameters;
  private final CompileContext outer;
  private final CompileContext root;
  private final ExplainPlan explainPlan;
  private final ExpressionCompiler expressions;
  // the sources that are open at a time are few: a search along an array is cheaper than a map
  private Source[] openSources = new Source[4];
  private SourceAccess[] accesses = new SourceAccess[4];
  private int openCount;
  /** Null while there have been none. */
  private Map<BoundExpression, Replacement> replacements;
  private Map<Object, Object> shared;
  private final List<BoundExpression> constants = new ArrayList<>();
  private int[] constantRegisters = new int[8];
  /** Places of constants in the list, once there are more than a search along it should look at. */
  private Map<BoundExpression, Integer> constantPlaces;
  private final List<LiteralSlot> literals = new ArrayList<>(0);
  private int[] literalAddresses = {};
  private LogicalSimplification simplification;
  private EvaluationOrder evaluationOrder;
  private int[] freeRegisters = new int[8];
  private int freeCount;
  private final BitSet temporaries = new BitSet();
  private boolean subtypesWanted;
  private boolean factoring;
  private Scope.Use use = Scope.Use.QUERY;
  private long used;
  private int lastSubqueryNumber;
  private int loopRows;
  private int[] rowsAroundOnce = NO_ROWS;
  private int onceDepth;
  private long written;
  private boolean replacesFile;
  private int flags;
  private List<Program.ResultColumn> columns = List.of();
  private final int tail;

  /**
   * How the value of a whole expression is had while a replacement is in force: from an index, a sorter, an
   * aggregate's register.
   */
  @FunctionalInterface
  public interface Replacement {
    /** Emits code that puts the value into a register. */
    void code(CompileContext context, int target);

    /** The register that holds the value already, or 0. */
    default int register() {
      return 0;
    }

    /** Whether a record holds it that outlives the statement: then it has no subtype, even if the expression gives it one. */
    default boolean isStored() {
      return false;
    }
  }

  /**
   * @param parameters names of the statement's parameters, null for nameless ones
   * @param program an empty one, which is the caller's again once the program is finished
   */
  public CompileContext(
      Databases databases, List<String> parameters, boolean explainQueryPlan, ProgramBuilder program) {
    this(databases, parameters, null, explainQueryPlan, program);
  }

  private CompileContext(
      Databases databases,
      List<String> parameters,
      CompileContext outer,
      boolean explainQueryPlan,
      ProgramBuilder program) {
    this.program = program;
    this.databases = databases;
    this.parameters = parameters;
    this.outer = outer;
    this.root = outer == null ? this : outer.root;
    this.explainPlan = new ExplainPlan(program, explainQueryPlan);
    this.factoring = databases.isOptimisationOn(Optimisation.FACTOR_OUT_CONST);
    this.expressions = new ExpressionCompiler(this);
    this.tail = program.newLabel();
    program.emit(Opcode.Init, 0, tail);
  }

  /**
   * A context for a subprogram of this one, with registers and cursors of its own. Databases it uses are used by
   * the outermost program.
   */
  public CompileContext nested() {
    return new CompileContext(databases, parameters, this, explainPlan.isOn(), new ProgramBuilder());
  }

  public boolean isNested() {
    return outer != null;
  }

  public ProgramBuilder program() {
    return program;
  }

  public Databases databases() {
    return databases;
  }

  /** The side of an AND or OR that alone decides, because of literals; otherwise the expression itself. */
  BoundExpression simplified(BoundExpression expression) {
    if (!(expression instanceof BoundExpression.And || expression instanceof BoundExpression.Or)) {
      return expression;
    }
    if (simplification == null) {
      simplification = new LogicalSimplification();
    }
    return simplification.of(expression);
  }

  EvaluationOrder evaluationOrder() {
    if (evaluationOrder == null) {
      evaluationOrder = new EvaluationOrder();
    }
    return evaluationOrder;
  }

  public ExpressionCompiler expressions() {
    return expressions;
  }

  /** Where lines of EXPLAIN QUERY PLAN go. */
  public ExplainPlan explainPlan() {
    return explainPlan;
  }

  // ---- where values come from
  // ------------------------------------------------------------------------------------------------

  /** How to read the source's present row; null if no loop over it is open. */
  public SourceAccess access(Source source) {
    int place = placeOf(source);
    return place < 0 ? null : accesses[place];
  }

  /** Sets how to read a source, null to forget it. Returns what held before, so that the caller can put it back. */
  public SourceAccess setAccess(Source source, SourceAccess access) {
    int place = placeOf(source);
    SourceAccess before = place < 0 ? null : accesses[place];
    if (access == null) {
      if (place >= 0) {
        forget(place);
      }
    } else if (place >= 0) {
      accesses[place] = access;
    } else {
      if (openCount == openSources.length) {
        openSources = Arrays.copyOf(openSources, openCount * 2);
        accesses = Arrays.copyOf(accesses, openCount * 2);
      }
      openSources[openCount] = source;
      accesses[openCount++] = access;
    }
    return before;
  }

  private int placeOf(Source source) {
    for (int i = openCount - 1; i >= 0; i--) {
      if (openSources[i] == source) {
        return i;
      }
    }
    return -1;
  }

  private void forget(int place) {
    openCount--;
    openSources[place] = openSources[openCount];
    accesses[place] = accesses[openCount];
    openSources[openCount] = null;
    accesses[openCount] = null;
  }

  /**
   * From now on expressions equal to this one are not computed but taken from there. Returns what held before; null
   * ends it.
   */
  public Replacement setReplacement(BoundExpression expression, Replacement replacement) {
    if (replacements == null) {
      replacements = new HashMap<>();
    }
    return replacement == null ? replacements.remove(expression) : replacements.put(expression, replacement);
  }

  /** The replacement in force for an expression, or null. */
  public Replacement replacement(BoundExpression expression) {
    if (replacements == null || replacements.isEmpty()) {
      return null;
    }
    Replacement replacement = replacements.get(expression);
    boolean isLost = replacement != null && subtypesWanted && replacement.isStored() && Subtypes.mayBeGiven(expression);
    return isLost ? null : replacement;
  }

  /** Whether what is compiled next goes to a function that asks for subtypes, directly or through others; returns what held before. */
  boolean setSubtypesWanted(boolean wanted) {
    boolean before = subtypesWanted;
    subtypesWanted = wanted;
    return before;
  }

  /**
   * Something kept for the whole compilation under an object's identity: a materialised common table, a subroutine
   * made once.
   */
  public Object shared(Object key) {
    return shared == null ? null : shared.get(key);
  }

  public void setShared(Object key, Object value) {
    if (shared == null) {
      shared = new IdentityHashMap<>();
    }
    shared.put(key, value);
  }

  // ---- registers
  // -------------------------------------------------------------------------------------------------------------

  /** A register for a short time; give it back with {@link #releaseTemporary}. */
  public int temporary() {
    int register = freeCount == 0 ? program.newRegister() : freeRegisters[--freeCount];
    temporaries.set(register);
    return register;
  }

  /** Gives a temporary register back; does nothing with one that is not temporary or was given back already. */
  public void releaseTemporary(int register) {
    if (temporaries.get(register)) {
      temporaries.clear(register);
      if (freeCount == freeRegisters.length) {
        freeRegisters = Arrays.copyOf(freeRegisters, freeCount * 2);
      }
      freeRegisters[freeCount++] = register;
    }
  }

  /** Consecutive registers for a short time. */
  public int temporaries(int count) {
    return count == 1 ? temporary() : program.newRegisters(count);
  }

  /** Gives back what {@link #temporaries} returned. */
  public void releaseTemporaries(int first, int count) {
    for (int i = 0; i < count; i++) {
      temporaries.set(first + i);
      releaseTemporary(first + i);
    }
  }

  /**
   * Forgets the free temporary registers. Called where code begins and ends that runs in turn with other code (a
   * co-routine): registers that
   * either holds across the switch must not be taken for free by the other.
   */
  public void forgetTemporaries() {
    freeCount = 0;
  }

  // ---- constants
  // -------------------------------------------------------------------------------------------------------------

  /** Whether constant expressions may be computed at the program's start rather than where they stand. */
  public boolean isFactoring() {
    return factoring;
  }

  /** Switches factoring; returns what held before. */
  public boolean setFactoring(boolean on) {
    boolean before = factoring;
    factoring = on;
    return before;
  }

  /** What the expressions are part of that are being coded: functions of an index, CHECK or generated column must be pure. */
  Scope.Use use() {
    return use;
  }

  /** Sets what expressions are part of; returns what held before. */
  public Scope.Use setUse(Scope.Use now) {
    Scope.Use before = use;
    use = now;
    return before;
  }

  /** The register that holds a constant expression from the program's start on. Nobody may write to it. */
  public int constant(BoundExpression expression) {
    int known = constantPlace(expression);
    if (known >= 0) {
      return constantRegisters[known];
    }
    int place = constants.size();
    if (place == constantRegisters.length) {
      constantRegisters = Arrays.copyOf(constantRegisters, place * 2);
    }
    int register = program.newRegister();
    constantRegisters[place] = register;
    constants.add(expression);
    if (constantPlaces != null && expression.slot() == null) {
      constantPlaces.put(expression, place);
    }
    return register;
  }

  /** Literals whose value is free have a register each: comparing them would fix it. */
  private int constantPlace(BoundExpression expression) {
    if (expression.slot() != null) {
      return -1;
    }
    int count = constants.size();
    if (count > FEW_CONSTANTS) {
      if (constantPlaces == null) {
        constantPlaces = new HashMap<>();
        for (int i = 0; i < count; i++) {
          if (constants.get(i).slot() == null) {
            constantPlaces.put(constants.get(i), i);
          }
        }
      }
      Integer place = constantPlaces.get(expression);
      return place == null ? -1 : place;
    }
    for (int i = 0; i < count; i++) {
      if (constants.get(i).slot() == null && constants.get(i).equals(expression)) {
        return i;
      }
    }
    return -1;
  }

  /** The instruction at an address loads the value of a literal, and nothing else depends on it. */
  void loadsLiteral(LiteralSlot slot, int address) {
    if (outer != null) {
      // subprograms are shared as they are
      slot.pin();
      return;
    }
    literals.add(slot);
    if (literals.size() > literalAddresses.length) {
      literalAddresses = Arrays.copyOf(literalAddresses, literals.size() * 2 + 6);
    }
    literalAddresses[literals.size() - 1] = address;
  }

  /** The literals that instructions load, one for each of {@link #literalAddresses()}. */
  public List<LiteralSlot> literals() {
    return literals;
  }

  /** The addresses of the instructions. */
  public int[] literalAddresses() {
    return Arrays.copyOf(literalAddresses, literals.size());
  }

  // ---- databases
  // -------------------------------------------------------------------------------------------------------------

  /** The program reads a database: it begins with a Transaction that checks the schema cookie. */
  public void useDatabase(int database) {
    root().used |= 1L << database;
  }

  public void writeDatabase(int database) {
    useDatabase(database);
    root().written |= 1L << database;
  }

  private CompileContext root() {
    return root;
  }

  /** The program may fail half-way with changes done. */
  public void needStatementSavepoint() {
    root().flags |= Program.NEEDS_STATEMENT_SAVEPOINT;
  }

  /** The program changes the database by an instruction that begins its own transaction, as VACUUM does. */
  public void replacesFile() {
    root().replacesFile = true;
  }

  /** Adds one of {@link Program}'s flags. */
  public void addFlag(int flag) {
    root().flags |= flag;
  }

  public void setColumns(List<Program.ResultColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  // ---- cursors
  // ---------------------------------------------------------------------------------------------------------------

  /** Opens a table's own tree for reading on a new cursor. */
  public int openTable(Table table) {
    int cursor = program.newCursor();
    openTable(table, cursor, Opcode.OpenRead);
    return cursor;
  }

  /** Opens a table's own tree. @param opcode OpenRead or OpenWrite */
  public void openTable(Table table, int cursor, int opcode) {
    useDatabase(table.database());
    Object p4 =
        table.hasRowid()
            ? table.storedColumns()
            : table.treeOrder(databases);
    program.emit(opcode, cursor, table.rootPage(), table.database(), p4);
  }

  // ---- the end
  // ---------------------------------------------------------------------------------------------------------------

  /** Ends the program: Halt, transactions, constants. @param sql the statement's text, null for subprograms */
  public Program finish(String sql) {
    program.emit(Opcode.Halt);
    program.place(tail);
    if (outer == null) {
      for (int database = 0; database < databases.count(); database++) {
        if ((used >> database & 1) != 0) {
          var schema = databases.schema(database);
          program.emit(
              Opcode.Transaction, database, (int) (written >> database & 1), schema.cookie(), (long) schema.generation(), 1);
        }
      }
    }
    factoring = false;
    // the list may grow while its expressions are coded
    for (int i = 0; i < constants.size(); i++) {
      expressions.codeTo(constants.get(i), constantRegisters[i]);
    }
    program.emit(Opcode.Goto, 0, 1);
    if (written == 0 && !replacesFile) {
      flags |= Program.READ_ONLY;
    }
    return program.build(parameters, columns, used, written, flags, sql);
  }

  /** The estimate of how often the code that is being emitted runs, by the loops around it; see {@code LogEstimate}. */
  public int loopRows() {
    return loopRows;
  }

  /** Loops with that many rows are around from now on; returns what was before. */
  public int enterLoops(int rows) {
    int before = loopRows;
    loopRows += rows;
    return before;
  }

  public void leaveLoops(int before) {
    loopRows = before;
  }

  /** What is emitted up to {@link #endApart} is planned as if no loops were around. */
  void beginApart() {
    if (onceDepth == rowsAroundOnce.length) {
      rowsAroundOnce = Arrays.copyOf(rowsAroundOnce, onceDepth + 8);
    }
    rowsAroundOnce[onceDepth++] = loopRows;
    loopRows = 0;
  }

  void endApart() {
    loopRows = rowsAroundOnce[--onceDepth];
  }

  /** A number for a subquery that the compiler makes, beyond those that the resolver gave. */
  public int nextSubqueryNumber() {
    return ++lastSubqueryNumber;
  }

  /** Compiles a query whose rows go to a destination; returns the estimate of their number, see {@code LogEstimate}. */
  public int compile(BoundQuery query, Destination destination) {
    lastSubqueryNumber = Math.max(lastSubqueryNumber, query.lastNumber());
    return new QueryCompiler(this).compile(query, destination);
  }
}
