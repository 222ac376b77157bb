// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.LoopPlan;
import org.lumosql.vdbe.Opcode;

/** A loop whose code has been begun: its cursors, labels, and the instruction that will step it. */
final class OpenLoop {
  final LoopPlan plan;
  /** Cursor of the table or materialised rows, −1 if there is none. */
  int tableCursor = -1;
  /** Cursor of the index, −1 if there is none. */
  int indexCursor = -1;
  /** Where the loop ends. */
  int breakLabel;
  /** Where the next value of the innermost IN begins; the same as {@link #breakLabel} without IN. */
  int nextValueLabel;
  /** Where the next row is asked for. */
  int continueLabel;
  /** Where a row is done with: the same, but for EXISTS, which asks for no other. */
  int doneLabel;
  /** The loop's first instruction after it was positioned. */
  int bodyAddress;

  int stepOpcode = Opcode.Noop;
  int stepP1;
  int stepP2;
  int stepP3;
  int stepP5;

  final List<InLoop> inLoops = new ArrayList<>(0);
  int skipAddress;
  /** Register that counts the two passes of a LIKE range, 0 if there are none. */
  int likeCounter;
  int likeAddress;
  /** Whether the first of them is over blobs. */
  boolean blobsFirst;
  /** Register that counts the passes over values and over NULLs, 0 if all come in one pass. */
  int nullsCounter;
  int nullsAddress;
  int nullsLabel;
  /** Register that tells whether a LEFT JOIN has had a match, 0 if it is none. */
  int matchRegister;
  int firstAddress;
  RightJoinMatches rightJoin;
  /** Register of a Bloom filter that is yet to be asked before the search, 0 if there is none. */
  int filterRegister;
  boolean isFilterBuilt;
  OrUnion.Result union;
  CoroutineAccess coroutine;

  /**
   * One IN whose values are visited.
   *
   * @param cursor of the values
   * @param top address of the instruction that reads a value
   * @param step Next or Prev; Noop if the same cursor serves a field before
   * @param field of the index
   */
  record InLoop(int cursor, int top, int step, int field) {}

  OpenLoop(LoopPlan plan) {
    this.plan = plan;
  }

  AccessPath path() {
    return plan.path();
  }

  /** Sets the instruction that steps. */
  void stepWith(int opcode, int cursor, int target) {
    stepOpcode = opcode;
    stepP1 = cursor;
    stepP2 = target;
  }
}
