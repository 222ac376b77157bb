// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** Entries of a target's indexes: their fields, and removing them for a row that goes away. */
public final class IndexKeys {
  private final Target target;

  public IndexKeys(Target target) {
    this.target = target;
  }

  /** Emits code that puts the first fields of a row's index entry into consecutive registers. */
  public void fields(Index index, int count, SourceAccess row, int first) {
    for (int i = 0; i < count; i++) {
      Index.Part part = index.parts().get(i);
      if (part.column() == Index.EXPRESSION) {
        target.code(target.bind(part.expression(), Scope.Use.INDEX), row, first + i);
      } else {
        field(row, part.column(), first + i);
      }
    }
  }

  /** Emits a jump if a row is not in a partial index. */
  public void jumpIfNotIn(Index index, SourceAccess row, int label) {
    BoundExpression where = target.bind(index.definition().where(), Scope.Use.PARTIAL_INDEX);
    target.jumpIfNot(where, row, label);
  }

  /**
   * Emits code that removes the index entries of a row.
   *
   * @param wanted null for all indexes
   * @param except number of the index whose cursor stands on the entry and that is dealt with elsewhere, −1 for none
   */
  void delete(SourceAccess row, boolean[] wanted, int except) {
    for (int i = 0; i < target.indexes().size(); i++) {
      Index index = target.indexes().get(i);
      if (!index.isTable() && i != except && (wanted == null || wanted[i])) {
        delete(i, index, row);
      }
    }
  }

  private void delete(int number, Index index, SourceAccess row) {
    ProgramBuilder program = target.environment().program();
    int skip = program.newLabel();
    if (index.isPartial()) {
      jumpIfNotIn(index, row, skip);
    }
    int count = index.isUnique() && isNotNull(index) ? index.keyCount() : index.parts().size();
    int first = program.newRegisters(count);
    fields(index, count, row, first);
    boolean endsWithRowid = target.table().hasRowid() && count == index.parts().size();
    program.emit(Opcode.IdxDelete, target.indexCursor(number), first, 0, endsWithRowid ? nameOf(index) : index.name(), count);
    program.place(skip);
  }

  /** The name, or more if something of the key is computed. */
  private Object nameOf(Index index) {
    List<P4.ComputedIndex.PlainField> plain = new ArrayList<>();
    for (int i = 0; i < index.parts().size(); i++) {
      Index.Part part = index.parts().get(i);
      if (part.column() != Index.EXPRESSION && (part.column() < 0 || !target.table().column(part.column()).isVirtual())) {
        plain.add(new P4.ComputedIndex.PlainField(i, target.environment().databases().collationOrMissing(part.collation())));
      }
    }
    return plain.size() == index.parts().size() ? index.name() : new P4.ComputedIndex(index.name(), plain);
  }

  /** Whether no column of the key can be NULL, so that the key alone tells entries of a unique index apart. */
  boolean isNotNull(Index index) {
    for (Index.Part part : index.parts().subList(0, index.keyCount())) {
      boolean isAlias = part.column() >= 0 && part.column() == target.table().rowidAlias();
      boolean isRowid = part.column() == Index.ROWID || isAlias;
      if (!isRowid && (part.column() < 0 || target.table().column(part.column()).notNull() == null)) {
        return false;
      }
    }
    return true;
  }

  /** A column as the table's record has it too. */
  private void field(SourceAccess row, int column, int to) {
    int register = row.columnRegister(column);
    if (register != 0) {
      target.environment().program().emit(Opcode.SCopy, register, to);
    } else {
      row.column(target.environment().context(), column, to);
    }
  }
}
