// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.error.ResultCode;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The largest rowid that an AUTOINCREMENT table ever had (https://sqlite.org/autoinc.html): read from {@code
 * sqlite_sequence} at the start of the
 * outermost program, kept in its registers, written back at its end.
 */
final class Autoincrement {
  private static final int APPEND = 8;

  private final CompileContext root;
  private final Table table;
  private final Table sequence;
  private final int name;
  private final int largest;
  private final int rowid;
  private final int original;

  Autoincrement(CompileContext root, Table table) {
    this.root = root;
    this.table = table;
    this.sequence = root.databases().schema(table.database()).table("sqlite_sequence");
    boolean isTable = sequence != null && !sequence.isView() && !sequence.isVirtual();
    if (!isTable || !sequence.hasRowid() || sequence.columnCount() != 2) {
      throw new SqlException(ResultCode.CORRUPT_SEQUENCE, "database disk image is malformed", -1);
    }
    int first = root.program().newRegisters(4);
    name = first;
    largest = first + 1;
    rowid = first + 2;
    original = first + 3;
  }

  /** The register of the largest rowid, in the outermost program: P3 of NewRowid, P1 of MemMax. */
  int largest() {
    return largest;
  }

  /** Emits reading the sequence into the registers. */
  void begin() {
    ProgramBuilder program = root.program();
    int cursor = program.newCursor();
    int value = program.newRegister();
    int next = program.newLabel();
    int missing = program.newLabel();
    int done = program.newLabel();
    program.emit(Opcode.String8, 0, name, 0, table.name().getBytes(root.databases().encoding().charset()));
    program.emit(Opcode.Null, 0, largest, original);
    root.openTable(sequence, cursor, Opcode.OpenRead);
    program.emit(Opcode.Rewind, cursor, missing);
    int loop = program.address();
    program.emit(Opcode.Column, cursor, 0, value);
    program.emit(Opcode.Ne, name, next, value, new P4.Comparison(root.databases().requireCollation("BINARY")));
    program.emit(Opcode.Rowid, cursor, rowid);
    program.emit(Opcode.Column, cursor, 1, largest);
    program.emit(Opcode.AddImm, largest, 0);
    program.emit(Opcode.Copy, largest, original);
    program.emit(Opcode.Goto, 0, done);
    program.place(next);
    program.emit(Opcode.Next, cursor, loop);
    program.place(missing);
    program.emit(Opcode.Integer, 0, largest);
    program.place(done);
    program.emit(Opcode.Close, cursor);
  }

  /** Emits writing the sequence back if it has grown. */
  void end() {
    ProgramBuilder program = root.program();
    int cursor = program.newCursor();
    int record = program.newRegister();
    int unchanged = program.newLabel();
    int known = program.newLabel();
    program.emit(Opcode.Le, original, unchanged, largest);
    root.writeDatabase(table.database());
    root.openTable(sequence, cursor, Opcode.OpenWrite);
    program.emit(Opcode.NotNull, rowid, known);
    program.emit(Opcode.NewRowid, cursor, rowid);
    program.place(known);
    program.emit(Opcode.MakeRecord, name, 2, record);
    program.emit(Opcode.Insert, cursor, record, rowid, null, APPEND);
    program.emit(Opcode.Close, cursor);
    program.place(unchanged);
  }
}
