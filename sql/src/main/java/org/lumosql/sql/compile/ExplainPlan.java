// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Lines of EXPLAIN QUERY PLAN: Explain instructions with P1 the line's id, P2 the id of the line it stands under,
 * P4 its text. Nothing is
 * emitted for other statements.
 */
public final class ExplainPlan {
  private final ProgramBuilder program;
  private final boolean on;
  private boolean muted;
  private final Deque<Integer> parents;

  ExplainPlan(ProgramBuilder program, boolean on) {
    this.program = program;
    this.on = on;
    this.parents = on ? new ArrayDeque<>() : null;
    if (on) {
      parents.push(0);
    }
  }

  /** Whether lines are wanted. Ask where making a line's text costs something. */
  public boolean isOn() {
    return on;
  }

  /** A line. */
  public void line(String text) {
    line(text, 0);
  }

  /** A line of a loop. @param cost of one run, as the planner estimates it: the column {@code notused} shows it */
  public void line(String text, int cost) {
    if (on && !muted) {
      program.emit(Opcode.Explain, program.address(), parents.peek(), cost, text);
    }
  }

  /** Whether lines are left out. */
  public boolean isMuted() {
    return muted;
  }

  /** Leaves lines out while code is emitted that was emitted once already. */
  public void setMuted(boolean newValue) {
    muted = newValue;
  }

  /** A line of two parts. */
  void line(String first, String second) {
    if (on) {
      line(first + second);
    }
  }

  /** A line that the lines up to {@link #pop()} stand under. */
  public void push(String text) {
    if (on) {
      int id = program.address();
      line(text);
      parents.push(id);
    }
  }

  public void pop() {
    if (on && parents.size() > 1) {
      parents.pop();
    }
  }
}
