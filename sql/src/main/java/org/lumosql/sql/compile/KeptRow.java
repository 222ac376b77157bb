// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;

/**
 * A row of the table that a window's rows are collected in, as expressions see it: the columns of the block's sources, its aggregates and the calls over other
 * windows are fields of the record.
 */
final class KeptRow {
  private final CompileContext context;
  private final QueryBlock block;
  private final List<BoundExpression> columns;
  private final Set<BoundExpression> kept;

  /**
   * @param columns of the record
   * @param kept those of them that expressions read
   */
  KeptRow(CompileContext context, QueryBlock block, List<BoundExpression> columns, Set<BoundExpression> kept) {
    this.context = context;
    this.block = block;
    this.columns = columns;
    this.kept = kept;
  }

  /** Emits code that reads the row under a cursor. */
  void read(int cursor, Runnable code) {
    List<SourceAccess> accesses = new ArrayList<>(block.sources().size());
    for (Source source : block.sources()) {
      accesses.add(context.setAccess(source, new FieldAccess(source, cursor)));
    }
    Map<BoundExpression, CompileContext.Replacement> before = new IdentityHashMap<>();
    for (BoundExpression column : kept) {
      if (!(column instanceof ColumnValue)) {
        before.put(
            column, context.setReplacement(column, Replacements.field(cursor, columns.indexOf(column))));
      }
    }
    code.run();
    before.forEach(context::setReplacement);
    for (int i = 0; i < accesses.size(); i++) {
      context.setAccess(block.sources().get(i), accesses.get(i));
    }
  }

  private final class FieldAccess implements SourceAccess {
    private final Source source;
    private final int cursor;

    FieldAccess(Source source, int cursor) {
      this.source = source;
      this.cursor = cursor;
    }

    @Override
    public void column(CompileContext compile, int column, int target) {
      int field = columns.indexOf(new ColumnValue(source, column));
      assert field >= 0 : "column " + source + "." + column + " was not kept";
      compile.program().emit(Opcode.Column, cursor, field, target);
    }
  }
}
