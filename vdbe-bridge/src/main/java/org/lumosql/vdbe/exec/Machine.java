// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.BitSet;
import java.util.Arrays;
import java.util.List;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.ByteSource;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Explain;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;

/**
 * One execution of a program at a time: registers, cursors, parameters.
 *
 * <p>States: <em>ready</em> (new, or after {@link #reset()}), <em>running</em> (after a {@link #step()} that gave a row), <em>done</em> (after
 * a step that gave none or threw; the next step starts again). Parameters keep their values until {@link #clearBindings()}.
 *
 * <p>Fields that are not private are the state that the opcode families work on.
 */
public final class Machine implements AutoCloseable {
  private static final int INSTRUCTIONS_BETWEEN_POLLS = 2000;

  final Host host;
  private TemporaryMemory temporaryMemory;
  private RowSets rowSets;
  final TextEncoding encoding;
  final Conversion conversion;
  final StatementTransaction transaction;
  final CallContext context;
  /** Working values of instructions; nothing in them outlives an instruction. */
  final Register scratchLeft = new Register();
  final Register scratchRight = new Register();
  /** Where functions put results that cannot go straight to their register. */
  final Register functionResult = new Register();
  private Register[] recodedArguments = {};
  private Program inverseKnownOf;
  private final BitSet inverted = new BitSet();

  private final Program program;
  private final Register[] parameters;
  private final Register[] mainRegisters;
  private final Cursor[] mainCursors;
  private final Cursor[] spareCursors;
  private State state = State.READY;
  private List<Object[]> explanation;
  private int explained;

  /** The program that runs: the main one or a trigger's. */
  Program current;
  Register[] registers;
  Cursor[] cursors;
  boolean[] once;
  AuxiliaryData auxiliary = new AuxiliaryData();
  Frame frame;
  int pc;
  /** Rows that cursors show from an earlier epoch must be shown again. Never 0. */
  int epoch = 1;
  /** The result of the last comparison, for Jump and ElseEq. */
  int compared;
  /** Rows changed since the statement began or since ResetCount. */
  long changes;
  int errorAction = StatementTransaction.ABORT;
  /** The cursor that CursorLock locked last; null if none is. */
  Cursor locked;
  private FilterLoop filterLoop;
  private final Runnable watch = this::poll;
  private Thread thread;
  private Interruption interruption;
  /** Whether records may hold the serial types 8 and 9: not in databases of a schema format before 4. */
  boolean writesConstants = true;
  private int[] recordTypes = new int[16];

  private boolean hasLargeParameters;
  private Register[] resultRegisters;
  private int resultFirst;
  private int resultCount;

  private enum State {
    READY,
    RUNNING,
    DONE,
    CLOSED
  }

  public Machine(Program program, Host host) {
    this.program = program;
    this.host = host;
    this.encoding = host.encoding();
    this.conversion = new Conversion(encoding);
    this.transaction = new StatementTransaction(this, program);
    this.context = new CallContext(this);
    this.parameters = newRegisters(program.parameters().size());
    this.mainRegisters = newRegisters(program.registerCount());
    this.mainCursors = new Cursor[program.cursorCount()];
    this.spareCursors = new Cursor[program.cursorCount()];
    this.current = program;
    this.registers = mainRegisters;
    this.cursors = mainCursors;
  }

  static Register[] newRegisters(int count) {
    Register[] registers = new Register[count + 1];
    for (int i = 0; i <= count; i++) {
      registers[i] = new Register();
    }
    return registers;
  }

  public Program program() {
    return program;
  }

  /** Whether a step has given a row and the execution has not ended yet. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  // ---- parameters ----------------------------------------------------------------------------------------------------------

  /** The value of parameter {@code number}, from 1, to be set between executions. Texts are in the database's encoding. */
  public Register parameter(int number) {
    if (number < 1 || number >= parameters.length) {
      throw new StoreException(ResultCode.RANGE, "parameter " + number + " of " + (parameters.length - 1));
    }
    return parameters[number];
  }

  /** Whether a parameter is read from a stream while the row is stored that it goes into: that may fail half-way. */
  boolean hasLargeParameters() {
    return hasLargeParameters;
  }

  /** Binds a value that is read when the statement runs: at once, unless it goes into a stored row and nowhere else. */
  public void setLargeParameter(int number, int type, int length, ByteSource source) {
    Register value = parameter(number);
    value.setDistant(type, length, source);
    hasLargeParameters = true;
  }

  private void beginLargeParameters() {
    boolean isAny = false;
    for (int number = 1; number < parameters.length; number++) {
      Register value = parameters[number];
      if (value.isDistant()) {
        if (!LargeParameters.isStoredOnly(program, number, value.type() == Register.TEXT)) {
          value.fetch();
        }
        isAny = true; // fetched or not: what was read from a stream is not there for another execution
      }
    }
    hasLargeParameters = isAny;
  }

  public void clearBindings() {
    for (Register parameter : parameters) {
      parameter.setNull();
    }
  }

  // ---- running -------------------------------------------------------------------------------------------------------------

  /**
   * Runs to the next row.
   *
   * @return whether there is one: then {@link #column} shows it until the next call
   * @throws StoreException the statement failed; what it did is undone as its conflict clauses say
   */
  public boolean step() {
    if (state != State.RUNNING) {
      start();
    }
    if (explanation != null) {
      return stepExplanation();
    }
    epoch = nextEpoch();
    context.forgetTime();
    try {
      if (runWatched()) {
        return true;
      }
    } catch (StoreException failure) {
      throw end(failure);
    } catch (OutOfMemoryError exhausted) {
      throw end(new StoreException(ResultCode.NOMEM, "out of memory", exhausted));
    } catch (RuntimeException | Error bug) {
      end(new StoreException(ResultCode.INTERNAL, "internal error at instruction " + pc, bug));
      throw bug;
    }
    StoreException failure = end(null);
    if (failure != null) {
      throw failure;
    }
    return false;
  }

  /** What sorters and key sets of this statement share. */
  TemporaryMemory temporaryMemory() {
    if (temporaryMemory == null) {
      temporaryMemory = new TemporaryMemory(host.temporaryMemoryLimit());
    }
    return temporaryMemory;
  }

  RowSets rowSets() {
    if (rowSets == null) {
      rowSets = new RowSets(host, temporaryMemory());
    }
    return rowSets;
  }

  /** What takes long inside an instruction looks at {@link #poll} too. */
  private boolean runWatched() {
    if (Thread.currentThread() != thread) {
      thread = Thread.currentThread();
      interruption = Interruption.ofThread();
    }
    Runnable before = interruption.watch(watch);
    try {
      return Interpreter.run(this);
    } finally {
      interruption.watch(before);
    }
  }

  private void start() {
    if (state == State.CLOSED) {
      throw new StoreException(ResultCode.MISUSE, "the statement is closed");
    }
    if (state == State.DONE) {
      reset();
    }
    state = State.RUNNING;
    pc = 0;
    changes = 0;
    writesConstants = true;
    errorAction = StatementTransaction.ABORT;
    locked = null;
    if (hasLargeParameters) {
      beginLargeParameters();
    }
    if (program.has(Program.EXPLAIN) || program.has(Program.EXPLAIN_QUERY_PLAN)) {
      explanation = Explain.rows(program);
      explained = 0;
    } else {
      transaction.start();
    }
  }

  private boolean stepExplanation() {
    if (explained == explanation.size()) {
      endExplanation();
      return false;
    }
    Object[] row = explanation.get(explained++);
    resultRegisters = newRegisters(row.length);
    resultFirst = 0;
    resultCount = row.length;
    for (int i = 0; i < row.length; i++) {
      if (row[i] instanceof Integer) {
        resultRegisters[i].setInteger((Integer) row[i]);
      } else if (row[i] != null) {
        resultRegisters[i].setText(row[i].toString(), encoding);
      }
    }
    return true;
  }

  /** A change that was explained counts as one of no rows. */
  private void endExplanation() {
    state = State.DONE;
    if (program.has(Program.COUNTS_CHANGES)) {
      host.setChanges(0);
    }
  }

  /** Ends the execution, well or by a failure. Returns the failure that the user is told of, or null. */
  private StoreException end(StoreException failure) {
    state = State.DONE;
    Interruption present = Interruption.ofThread();
    // a commit may be given up, what a failure leaves to be undone may not
    Runnable before = present.watch(failure == null ? watch : null);
    try {
      unwind();
      return transaction.finish(failure);
    } finally {
      present.watch(before);
    }
  }

  private void unwind() {
    while (frame != null) {
      closeCursors();
      Frame top = frame;
      leave(top);
    }
    closeCursors();
    if (rowSets != null) {
      rowSets.close();
    }
  }

  /** Brings back what was set aside for a subprogram. */
  void leave(Frame top) {
    current = top.program;
    registers = top.registers;
    cursors = top.cursors;
    once = top.once;
    auxiliary = top.auxiliary;
    changes = top.changes;
    host.setChanges(top.connectionChanges);
    host.setLastInsertRowid(top.lastInsertRowid);
    frame = top.parent;
  }

  void closeCursors() {
    for (int i = 0; i < cursors.length; i++) {
      closeCursor(i);
    }
  }

  /** A closed cursor of this number from an earlier execution, or a new one. */
  Cursor spareCursor(int number, Cursor.Kind kind) {
    if (cursors == mainCursors) {
      Cursor spare = spareCursors[number];
      spareCursors[number] = null;
      if (spare != null && spare.kind == kind) {
        return spare;
      }
    }
    return new Cursor(kind);
  }

  void closeCursor(int number) {
    Cursor cursor = cursors[number];
    if (cursor != null) {
      cursors[number] = null;
      if (cursors == mainCursors) {
        spareCursors[number] = cursor;
      }
      cursor.close();
    }
  }

  /** Ends an execution that is under way and makes the machine ready for another one. Parameters stay. */
  public void reset() {
    StoreException failure = null;
    if (state == State.RUNNING && explanation == null) {
      failure = end(null);
    } else if (state == State.RUNNING) {
      endExplanation();
    }
    explanation = null;
    if (once != null) {
      Arrays.fill(once, false);
    }
    auxiliary.clear();
    for (Register register : mainRegisters) {
      register.setNull();
    }
    resultCount = 0;
    if (state != State.CLOSED) {
      state = State.READY;
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Resets the machine for a rest: parameters are forgotten, memory of large values is given back. */
  public void release() {
    reset();
    for (Register register : mainRegisters) {
      register.release();
    }
    for (Register parameter : parameters) {
      parameter.release();
    }
  }

  @Override
  public void close() {
    if (state != State.CLOSED) {
      try {
        reset();
      } finally {
        state = State.CLOSED;
      }
    }
  }

  // ---- the row -------------------------------------------------------------------------------------------------------------

  /** Called by ResultRow. */
  void setResult(int first, int count) {
    resultRegisters = registers;
    resultFirst = first;
    resultCount = count;
  }

  /** Values in the present row; 0 if there is none. */
  public int columnCount() {
    return resultCount;
  }

  /** A value of the present row, from 0; valid until the next step. */
  public Register column(int index) {
    Register value = columnAsItIs(index);
    if (value.zeroTail() != 0 && value.type() == Register.BLOB) {
      value.expandZeroTail();
    } else if (value.isDistant()) {
      value.fetch();
    }
    return value;
  }

  /** As {@link #column}, but a large value may not be here yet. */
  public Register columnAsItIs(int index) {
    if (index < 0 || index >= resultCount) {
      throw new StoreException(ResultCode.RANGE, "column " + index + " of " + resultCount);
    }
    return resultRegisters[resultFirst + index];
  }

  // ---- for the families ----------------------------------------------------------------------------------------------------

  Register parameterValue(int number) {
    return parameters[number];
  }

  /** Whether the program takes rows out of the aggregate in a register again (windows). */
  boolean hasInverse(int register) {
    if (inverseKnownOf != current) {
      inverseKnownOf = current;
      inverted.clear();
      int[] opcodes = current.opcodes();
      for (int address = 0; address < opcodes.length; address++) {
        if (opcodes[address] == Opcode.AggInverse) {
          inverted.set(operand3(address));
        }
      }
    }
    return inverted.get(register);
  }

  /** Working space for the serial types of a record. */
  int[] recordTypes(int count) {
    if (recordTypes.length < count) {
      recordTypes = new int[count * 2];
    }
    return recordTypes;
  }

  /** Registers for arguments in another encoding. */
  Register[] recodedArguments(int count) {
    if (recodedArguments.length < count) {
      recodedArguments = newRegisters(count + 4);
    }
    return recodedArguments;
  }

  private int nextEpoch() {
    return epoch == Integer.MAX_VALUE ? 1 : epoch + 1;
  }

  /** Something was written: what cursors show must be looked up again. */
  void written() {
    epoch = nextEpoch();
  }

  /** Looks whether somebody wants the statement to stop; returns after how many instructions to look again. */
  int poll() {
    if (host.isInterrupted()) {
      throw new StoreException(ResultCode.INTERRUPT, "interrupted");
    }
    int interval = host.progressInterval();
    if (interval > 0 && host.progress()) {
      throw new StoreException(ResultCode.INTERRUPT, "interrupted by the progress handler");
    }
    return interval > 0 ? Math.min(interval, INSTRUCTIONS_BETWEEN_POLLS) : INSTRUCTIONS_BETWEEN_POLLS;
  }

  /** Looks for a loop of tests that ends with the instruction that has just jumped back. Returns the address of the Next of the one to use, or −1. */
  int findFilterLoop(int from) {
    FilterLoop found = host.progressInterval() > 0 ? null : FilterLoop.at(current, from, filterLoop);
    if (found != null) {
      filterLoop = found;
    }
    return filterLoopAddress();
  }

  /** The address of the Next of the filter loop of the program that runs, −1 if none is known. */
  int filterLoopAddress() {
    return filterLoop != null && filterLoop.isOf(current) && host.progressInterval() == 0 ? filterLoop.next : -1;
  }

  int runFilterLoop() {
    return filterLoop.run(this);
  }

  /** ResetCount: {@code changes()} shows what has been changed up to here. */
  void publishChanges() {
    host.setChanges(changes);
    host.addTotalChanges(changes);
    changes = 0;
  }

  boolean runsOnce(int address) {
    if (once == null) {
      once = new boolean[current.size()];
    }
    boolean first = !once[address];
    once[address] = true;
    return first;
  }

  int operand1(int address) {
    return current.p1()[address];
  }

  int operand2(int address) {
    return current.p2()[address];
  }

  int operand3(int address) {
    return current.p3()[address];
  }

  Object operand4(int address) {
    return current.p4()[address];
  }

  int operand5(int address) {
    return current.p5()[address];
  }

  /** The collation of a comparison's P4. */
  static Collation collation(Object operand) {
    if (operand instanceof org.lumosql.vdbe.P4.Comparison) {
      return ((org.lumosql.vdbe.P4.Comparison) operand).collation();
    }
    return operand instanceof Collation ? (Collation) operand : null;
  }

  /** Whether the instruction before this one is of the kind. */
  boolean follows(int address, int opcode) {
    return address > 0 && current.opcodes()[address - 1] == opcode;
  }
}
