// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Arrays;
import java.util.List;
import org.lumosql.error.DeepStack;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.sql.parse.TokenScan;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.exec.Machine;

/** A program with the machine that runs it and the text that it was made from. Owned by one statement at a time. */
final class CompiledStatement {
  private static final int MOST_UNCHANGED = 10;

  private final Statement tree;
  private final String sql;
  private final int end;
  private final Program program;
  private final int generation;
  /** Those that the text was checked against. */
  private final Object limits;
  private final Session session;
  private Machine machine;
  /** How often it was compiled again for other values without getting another plan. */
  private int unchanged;
  /** Executions with other values before it is tried again. */
  private int patience;

  private CompiledStatement(Session session, Statement tree, String sql, int end, Program program, int generation) {
    this.tree = tree;
    this.sql = sql;
    this.end = end;
    this.program = program;
    this.generation = generation;
    this.limits = session.limits().ofLanguage();
    this.session = session;
  }

  /** Compiles the statement at an offset of a script. An empty one has no program. */
  static CompiledStatement compile(Session session, String script, int from) {
    ParsedStatement parsed = StatementCompiler.parse(session, script, from);
    String sql = from == 0 && parsed.end() == script.length() ? script : script.substring(from, parsed.end());
    Program program = parsed.statement() == null ? null : compile(session, parsed, sql);
    if (from == 0) {
      session.parsedDefinition().remember(sql, parsed, session.limits().ofLanguage());
    }
    return new CompiledStatement(session, null, sql, parsed.end(), program, session.programGeneration());
  }

  /** Compiles the first statement of a text, or takes over the program of a text of the same shape. */
  static CompiledStatement compile(Session session, String text) {
    boolean mayBeTooLong = StatementCompiler.isTooLong(session, text) || text.length() > session.limit(Limits.LENGTH) / 3;
    if (!session.shapes().isOn() || session.catalog().hasAuthorizer() || mayBeTooLong) {
      return compile(session, text, 0);
    }
    TokenScan scan = TokenScan.of(text);
    if (!scan.isShareable()) {
      return compile(session, text, 0);
    }
    StatementShape shape = session.shapes().find(scan, session);
    if (shape != null) {
      String sql = scan.end() == text.length() ? text : text.substring(0, scan.end());
      Program program = shape.programFor(scan, sql, session);
      return new CompiledStatement(session, null, sql, scan.end(), program, session.programGeneration());
    }
    ParsedStatement parsed = StatementCompiler.parse(session, scan);
    String sql = parsed.end() == text.length() ? text : text.substring(0, parsed.end());
    Program program = DeepStack.run(parsed.isDeep(), () -> StatementCompiler.compile(session, parsed, sql, scan));
    return new CompiledStatement(session, null, sql, parsed.end(), program, session.programGeneration());
  }

  private static Program compile(Session session, ParsedStatement parsed, String sql) {
    return DeepStack.run(parsed.isDeep(), () -> StatementCompiler.compile(session, parsed, sql));
  }

  /** Compiles a syntax tree that has no text. */
  static CompiledStatement of(Session session, Statement tree, String text) {
    Program program = compile(session, new ParsedStatement(tree, 0, List.of(), false), text);
    return new CompiledStatement(session, tree, text, 0, program, session.programGeneration());
  }

  /** The same statement compiled for the present schema, with the parameters' values. */
  CompiledStatement again(Session session) {
    CompiledStatement fresh = compiledAgain(session);
    if (program.plannedFor().isEmpty() || !hasSamePlan(fresh.program)) {
      fresh.unchanged = 0;
    } else {
      fresh.unchanged = Math.min(unchanged + 1, MOST_UNCHANGED);
      fresh.patience = (1 << fresh.unchanged) - 2;
    }
    if (machine != null) {
      for (int i = 1; i <= program.parameters().size(); i++) {
        Register value = machine.parameter(i);
        if (value.isDistant()) {
          fresh.machine().setLargeParameter(i, value.type(), value.length(), value.source());
        } else {
          fresh.machine().parameter(i).copyFrom(value);
        }
      }
      machine.close();
    }
    return fresh;
  }

  private CompiledStatement compiledAgain(Session session) {
    session.catalog().offerValues(machine == null ? null : machine::parameter);
    try {
      // what stands for the text of a tree that has none cannot be parsed
      return tree == null ? compile(session, sql, 0) : of(session, tree, sql);
    } finally {
      session.catalog().offerValues(null);
    }
  }

  private boolean hasSamePlan(Program other) {
    return Arrays.equals(program.opcodes(), other.opcodes())
        && Arrays.equals(program.p1(), other.p1())
        && Arrays.equals(program.p2(), other.p2())
        && Arrays.equals(program.p3(), other.p3());
  }

  /**
   * Whether the parameters have other values than those that the program was planned for. Where another value could only have a better plan, that is looked at ever more rarely if
   * it never had one.
   */
  boolean isPlannedForOthers() {
    List<Program.PlannedValue> planned = program.plannedFor();
    boolean isOther = false;
    for (int i = 0; i < planned.size(); i++) {
      Program.PlannedValue value = planned.get(i);
      if (!isSame(value.value(), machine().parameter(value.parameter()))) {
        if (value.isPart()) {
          return true;
        }
        isOther = true;
      }
    }
    return isOther && patience-- <= 0;
  }

  private static boolean isSame(Register planned, Register present) {
    if (planned == null || present.isDistant()) {
      return planned == null && present.isDistant();
    }
    if (planned.type() != present.type()) {
      return false;
    }
    switch (planned.type()) {
      case Register.NULL:
        return true;
      case Register.INTEGER:
        return planned.integer() == present.integer();
      case Register.REAL:
        return planned.real() == present.real();
      default:
        return Arrays.equals(
            planned.bytes(),
            planned.offset(),
            planned.offset() + planned.length(),
            present.bytes(),
            present.offset(),
            present.offset() + present.length());
    }
  }

  boolean isExpired(Session session) {
    return generation != session.programGeneration();
  }

  /** Whether its text, prepared now, would be compiled to the same: limits that are set later do not end a prepared statement, but its reuse. */
  boolean isReusable(Session session) {
    return !isExpired(session) && limits == session.limits().ofLanguage();
  }

  String sql() {
    return sql;
  }

  int end() {
    return end;
  }

  /** Null for an empty statement. */
  Program program() {
    return program;
  }

  /** Made when it is first needed: a statement that is only looked at needs none. Requires: a program. */
  Machine machine() {
    if (machine == null) {
      machine = new Machine(program, session);
    }
    return machine;
  }

  /** Ends an execution that is under way and forgets the parameters. */
  void release() {
    if (machine != null) {
      machine.release();
    }
  }
}
