// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** The sorter of a GROUP BY: its records hold the keys, then the columns that are read afterwards. */
final class GroupSorter {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final List<BoundOrderingTerm> keys;
  private final List<ColumnValue> columns;
  private final int cursor;
  private int openAddress;
  private int rowCursor;
  private int top;
  private int endLabel;

  GroupSorter(CompileContext context, List<BoundOrderingTerm> keys, List<ColumnValue> columns) {
    this.context = context;
    this.program = context.program();
    this.keys = keys;
    this.columns = columns;
    this.cursor = program.newCursor();
  }

  void open() {
    openAddress =
        program.emit(
            Opcode.SorterOpen, cursor, keys.size() + columns.size(), 0, KeyOrders.ofTerms(context, keys, 0));
  }

  void remove() {
    program.setOpcode(openAddress, Opcode.Noop);
  }

  void push() {
    int count = keys.size() + columns.size();
    int first = program.newRegisters(count);
    for (int i = 0; i < keys.size(); i++) {
      context.expressions().codeTo(keys.get(i).expression(), first + i);
    }
    for (int i = 0; i < columns.size(); i++) {
      context.expressions().codeTo(columns.get(i), first + keys.size() + i);
    }
    int record = program.newRegister();
    program.emit(Opcode.MakeRecord, first, count, record);
    program.emit(Opcode.SorterInsert, cursor, record);
  }

  void beginRows() {
    int record = program.newRegister();
    rowCursor = program.newCursor();
    endLabel = program.newLabel();
    program.emit(Opcode.OpenPseudo, rowCursor, record, keys.size() + columns.size());
    program.emit(Opcode.SorterSort, cursor, endLabel);
    top = program.address();
    program.emit(Opcode.SorterData, cursor, record, rowCursor);
  }

  void readKeys(int target) {
    for (int i = 0; i < keys.size(); i++) {
      program.emit(Opcode.Column, rowCursor, i, target + i);
    }
  }

  void endRows() {
    program.emit(Opcode.SorterNext, cursor, top);
    program.place(endLabel);
  }

  /** How a source is read from the sorted row. */
  SourceAccess access(Source source) {
    return (compile, column, target) -> {
      int index = columns.indexOf(new ColumnValue(source, column));
      assert index >= 0 : "column " + source + "." + column + " was not sorted along";
      compile.program().emit(Opcode.Column, rowCursor, keys.size() + index, target);
    };
  }
}
