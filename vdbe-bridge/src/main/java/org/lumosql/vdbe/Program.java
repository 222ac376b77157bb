// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.List;
import org.lumosql.value.Register;

/**
 * A compiled statement. Immutable and shared; all state is in the machine. Instruction {@code i} is {@code opcodes[i]} with operands
 * {@code p1[i] … p5[i]}. The arrays are handed out uncopied for the dispatch loop: nobody writes to them.
 *
 * @param opcodes constants of {@link Opcode}
 * @param p4 constants: see {@link P4}
 * @param registerCount registers are numbered from 1 to this
 * @param cursorCount cursors are numbered from 0
 * @param parameters names of the parameters ?1 …, null for nameless ones
 * @param columns the result columns; empty if it returns none
 * @param databasesUsed bit per database index that the program reads
 * @param databasesWritten bit per database index that the program writes
 * @param flags a sum of the constants
 * @param sql the statement's text; null for subprograms
 * @param comments for EXPLAIN, null where there is none; null if there are none at all
 * @param plannedFor values of parameters that the plan was made for
 */
public record Program(
    int[] opcodes,
    int[] p1,
    int[] p2,
    int[] p3,
    Object[] p4,
    int[] p5,
    int registerCount,
    int cursorCount,
    List<String> parameters,
    List<ResultColumn> columns,
    long databasesUsed,
    long databasesWritten,
    int flags,
    String sql,
    String[] comments,
    List<PlannedValue> plannedFor) {
  /** Never changes the database. */
  public static final int READ_ONLY = 1;
  /** May fail half-way after having changed several rows: needs a statement savepoint. */
  public static final int NEEDS_STATEMENT_SAVEPOINT = 2;
  /** Counts changes for {@code changes()}. */
  public static final int COUNTS_CHANGES = 4;
  /** Is an EXPLAIN (its rows are the program's instructions). */
  public static final int EXPLAIN = 8;
  /** Is an EXPLAIN QUERY PLAN. */
  public static final int EXPLAIN_QUERY_PLAN = 16;

  public int size() {
    return opcodes.length;
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** The same program, made for these values. */
  public Program plannedFor(List<PlannedValue> values) {
    return new Program(
        opcodes, p1, p2, p3, p4, p5, registerCount, cursorCount, parameters, columns, databasesUsed, databasesWritten, flags, sql, comments, values);
  }

  /**
   * A parameter that the planner looked at.
   *
   * @param value what it had then, which nobody changes; null if that was not known
   * @param isPart whether the program is right for this value only; else another one might have a better plan
   */
  public record PlannedValue(int parameter, Register value, boolean isPart) {}

  /**
   * A result column.
   *
   * @param name the label as SQLite gives it
   * @param declaredType null if it is no column of a table
   * @param database name of the database of the column it comes from, or null
   * @param table or null
   * @param column the column's own name, or null
   */
  public record ResultColumn(String name, String declaredType, String database, String table, String column) {}
}
