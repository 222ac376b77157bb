// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.error.DeepStack;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.ForeignKeyClause.Action;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * What the programs of one statement share: the programs of its triggers, each compiled once however often it is
 * called (a trigger may fire
 * itself), and the sequences of its AUTOINCREMENT tables.
 */
final class Subprograms {
  private final CompileContext root;
  private final Map<Key, P4.SubProgram> programs = new HashMap<>();
  /** Null while no table has one. */
  private Map<Table, Autoincrement> sequences;

  /** @param body a trigger, or a foreign key with its action and event */
  /** What a program takes of the stack, in levels of {@link DeepStack}. */
  private static final int LEVELS = 16;

  private record Key(Object body, ConflictAction policy) {}

  private record ActionKey(Table child, Object key, Action action, boolean isUpdate) {}

  private int nesting;

  Subprograms(CompileContext root) {
    this.root = root;
  }

  CompileContext root() {
    return root;
  }

  /** Emits a call of a trigger's program. @param ignore where RAISE(IGNORE) goes on */
  void call(Environment environment, Table table, Trigger trigger, RowPair rows, ConflictAction policy, int ignore) {
    P4.SubProgram program = program(environment, table, trigger, rows, policy);
    boolean mayRecurse = environment.isOn(Setting.RECURSIVE_TRIGGERS);
    call(environment, rows.first(), program, ignore, mayRecurse ? 0 : 1);
  }

  /** The program of a trigger, which is compiled if it is asked for the first time. */
  P4.SubProgram program(Environment environment, Table table, Trigger trigger, RowPair rows, ConflictAction policy) {
    Key key = new Key(trigger, policy);
    P4.SubProgram program = programs.get(key);
    if (program == null) {
      program = new P4.SubProgram(trigger);
      programs.put(key, program);
      enter();
      TriggerCompiler compiler = new TriggerCompiler(environment, table, trigger, rows, policy);
      program.define(compiler.compile());
      nesting--;
    }
    return program;
  }

  /** The program of one is compiled within the compiling of what calls it. */
  private void enter() {
    nesting++;
    DeepStack.require(nesting * LEVELS);
  }

  private static void call(Environment environment, int first, P4.SubProgram body, int ignore, int once) {
    environment.context().needStatementSavepoint();
    ProgramBuilder program = environment.program();
    program.emit(Opcode.Program, first, ignore, program.newRegister(), body, once);
  }

  /** Emits a call of what a foreign key does to the children of a row. @param first of the registers of OLD and NEW */
  void act(Environment environment, ForeignKeyMap map, Action action, boolean isUpdate, int first) {
    Key key = new Key(new ActionKey(map.child(), map.key(), action, isUpdate), ConflictAction.ABORT);
    P4.SubProgram program = programs.get(key);
    if (program == null) {
      program = new P4.SubProgram(key);
      programs.put(key, program);
      enter();
      program.define(new ForeignKeyAction(environment, map, action, isUpdate).compile());
      nesting--;
    }
    int next = environment.program().newLabel();
    call(environment, first, program, next, 0);
    environment.program().place(next);
  }

  /** The sequence of an AUTOINCREMENT table. */
  Autoincrement sequence(Table table) {
    if (sequences == null) {
      sequences = new IdentityHashMap<>(1);
    }
    return sequences.computeIfAbsent(table, wanted -> new Autoincrement(root, wanted));
  }

  /** The sequences that were asked for. */
  List<Autoincrement> sequences() {
    return sequences == null ? List.of() : List.copyOf(sequences.values());
  }
}
