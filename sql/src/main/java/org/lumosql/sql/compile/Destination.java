// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Where the rows of a query go. Factories for the usual ones are here; others implement it themselves. */
public interface Destination {
  /**
   * Emits what is done with a row, which is in consecutive registers that the code must not change.
   *
   * @param breakLabel to jump to if no more rows are wanted
   */
  void row(CompileContext context, int firstRegister, int count, int breakLabel);

  /** The first of the registers where rows must be put before {@link #row}, 0 if any will do. */
  default int firstRegister() {
    return 0;
  }

  /** Where rows go that were sorted at the very end. */
  default Destination afterSort() {
    return this;
  }

  /** Whether rows are shown to the statement's user, and nothing else reads their registers. */
  default boolean showsRows() {
    return false;
  }

  /** Whether the values themselves are wanted; an EXISTS does not look at them. */
  default boolean needsValues() {
    return true;
  }

  /** Whether subtypes of values (JSON) are seen by whoever takes them. They end at the border of a subquery. */
  default boolean keepsSubtypes() {
    return true;
  }

  /** Rows of the statement. */
  static Destination output() {
    return new Destination() {
      @Override
      public void row(CompileContext context, int first, int count, int breakLabel) {
        context.program().emit(Opcode.ResultRow, first, count);
      }

      @Override
      public boolean showsRows() {
        return true;
      }
    };
  }

  /** Nothing is done. */
  static Destination discard() {
    return (context, first, count, breakLabel) -> {};
  }

  /** Rows into fixed registers, then a Yield to the reader of the co-routine. */
  static Destination coroutine(int yieldRegister, int firstRegister) {
    return coroutine(yieldRegister, firstRegister, false);
  }

  /** @param keepsSubtypes whether the reader is no query around, but takes the rows as they are */
  static Destination coroutine(int yieldRegister, int firstRegister, boolean keepsSubtypes) {
    return new Destination() {
      @Override
      public void row(CompileContext context, int first, int count, int breakLabel) {
        context.program().emit(Opcode.Yield, yieldRegister);
      }

      @Override
      public int firstRegister() {
        return firstRegister;
      }

      @Override
      public boolean keepsSubtypes() {
        return keepsSubtypes;
      }
    };
  }

  /** The first row into fixed registers. */
  static Destination registers(int firstRegister) {
    return new Destination() {
      @Override
      public void row(CompileContext context, int first, int count, int breakLabel) {
        context.program().emit(Opcode.Goto, 0, breakLabel);
      }

      @Override
      public int firstRegister() {
        return firstRegister;
      }

      @Override
      public boolean keepsSubtypes() {
        return false;
      }
    };
  }

  /** 1 into a register if there is a row. */
  static Destination exists(int register) {
    return new Destination() {
      @Override
      public void row(CompileContext context, int first, int count, int breakLabel) {
        context.program().emit(Opcode.Integer, 1, register);
        context.program().emit(Opcode.Goto, 0, breakLabel);
      }

      @Override
      public boolean needsValues() {
        return false;
      }
    };
  }

  /** Rows appended to an ephemeral table with rowids 1, 2, …. */
  static Destination ephemeralTable(int cursor) {
    return (context, first, count, breakLabel) -> {
      ProgramBuilder program = context.program();
      int record = context.temporary();
      int rowid = context.temporary();
      program.emit(Opcode.MakeRecord, first, count, record);
      program.emit(Opcode.NewRowid, cursor, rowid);
      program.emit(Opcode.Insert, cursor, record, rowid, null, 8);
      context.releaseTemporary(rowid);
      context.releaseTemporary(record);
    };
  }

  /**
   * Rows as keys of an ephemeral index, each once.
   *
   * @param affinities letters that the values are converted by, or null
   */
  static Destination ephemeralIndex(int cursor, String affinities) {
    return (context, first, count, breakLabel) -> {
      int record = context.temporary();
      context.program().emit(Opcode.MakeRecord, first, count, record, affinities);
      context.program().emit(Opcode.IdxInsert, cursor, record, first, (long) count);
      context.releaseTemporary(record);
    };
  }
}
