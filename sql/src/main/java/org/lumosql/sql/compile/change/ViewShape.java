// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** The columns of a view. */
record ViewShape(Source source) {
  int columnCount() {
    return source.columnCount();
  }

  /** All its columns. */
  List<BoundExpression> values() {
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < columnCount(); i++) {
      values.add(new BoundExpression.ColumnValue(source, i));
    }
    return values;
  }

  String columnName(int column) {
    return source.columnName(column);
  }

  Affinity affinity(int column) {
    return source.affinity(column);
  }

  Collation collation(int column) {
    return source.collation(column);
  }

  /** Emits the conversion of a row to the affinities of the columns. */
  void convert(ProgramBuilder program, RowRegisters row) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < columnCount(); i++) {
      letters.append(affinity(i).letter());
    }
    program.emit(Opcode.Affinity, row.firstColumn(), columnCount(), 0, letters.toString());
  }

  /** The number of a column by name, −1 if there is none. */
  int columnNumber(String name) {
    for (int i = 0; i < columnCount(); i++) {
      if (Ascii.equal(columnName(i), name)) {
        return i;
      }
    }
    return -1;
  }
}
