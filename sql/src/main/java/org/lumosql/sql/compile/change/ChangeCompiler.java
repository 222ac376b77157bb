// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** Compiles INSERT, UPDATE and DELETE: the entry point of this package. */
public final class ChangeCompiler {
  private ChangeCompiler() {}

  /** Compiles a statement at the top. */
  public static void compile(CompileContext context, Statement statement) {
    Environment environment = new Environment(context);
    ProgramBuilder program = context.program();
    int start = program.address();
    // if the program turns out to use AUTOINCREMENT sequences, this becomes a jump to where they are read
    program.emit(Opcode.Noop);
    compile(environment, statement);
    List<Autoincrement> sequences = environment.subprograms().sequences();
    if (!sequences.isEmpty()) {
      sequences.forEach(Autoincrement::end);
    }
    program.emit(Opcode.Halt);
    if (!sequences.isEmpty()) {
      program.setOpcode(start, Opcode.Goto);
      program.jumpHere(start);
      sequences.forEach(Autoincrement::begin);
      program.emit(Opcode.Goto, 0, start + 1);
    }
    context.addFlag(Program.COUNTS_CHANGES);
  }

  /** Compiles a statement as a part of another one: a step of a trigger, or a change of the schema table. */
  public static void compile(Environment environment, Statement statement) {
    Authority authority = environment.isInternal() ? environment.databases().authority() : null;
    if (authority == null) {
      compileHere(environment, statement);
      return;
    }
    authority.suspend();
    try {
      compileHere(environment, statement);
    } finally {
      authority.resume();
    }
  }

  private static void compileHere(Environment environment, Statement statement) {
    if (statement instanceof Statement.Insert insert) {
      new InsertCompiler(environment, insert).compile();
    } else if (statement instanceof Statement.Update update) {
      new UpdateCompiler(environment, update).compile();
    } else if (statement instanceof Statement.Delete delete) {
      new DeleteCompiler(environment, delete).compile();
    } else {
      throw new AssertionError(statement);
    }
  }
}
