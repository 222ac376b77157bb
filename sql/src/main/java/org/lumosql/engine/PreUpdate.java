// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.error.ResultCode;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** A row that is about to change, as a {@link PreUpdateListener} is shown it: which it is, and its columns before and after. Valid during that call. */
public final class PreUpdate {
  private final Session session;
  private final String database;
  private final P4.RowChange change;
  private final Register[] registers;
  private final int old;
  private final int fresh;
  private final int depth;
  private final int blobColumn;

  PreUpdate(Session session, String database, P4.RowChange change, Register[] registers, int old, int fresh, int depth) {
    this(session, database, change, registers, old, fresh, depth, -1);
  }

  /** @param old first register of the row that is there, negative or 0 for none; @param fresh of what it will be */
  PreUpdate(
      Session session, String database, P4.RowChange change, Register[] registers, int old, int fresh, int depth, int blobColumn) {
    this.session = session;
    this.database = database;
    this.change = change;
    this.registers = registers;
    this.old = old;
    this.fresh = fresh;
    this.depth = depth;
    this.blobColumn = blobColumn;
  }

  /** What will happen. Writing a piece of a blob is a DELETE, because what will be there is not known: see {@link #blobColumn}. */
  public UpdateListener.Operation operation() {
    return UpdateListener.Operation.of(change.operation());
  }

  public String database() {
    return database;
  }

  public String table() {
    return change.table();
  }

  /** The rowid that the row has, for an INSERT the one that it will have; 0 in a table WITHOUT ROWID. */
  public long oldRowid() {
    return rowid(old > 0 ? old : fresh);
  }

  /** The rowid that the row will have, for a DELETE the one that it has; 0 in a table WITHOUT ROWID. */
  public long newRowid() {
    return rowid(fresh > 0 ? fresh : old);
  }

  private long rowid(int register) {
    return registers[register].type() == Register.INTEGER ? registers[register].integer() : 0;
  }

  /** Number of the table's columns. */
  public int columnCount() {
    return change.places().length;
  }

  /** 0 if the statement itself changes the row, 1 if a trigger or the action of a foreign key that it fired does, and so on. */
  public int depth() {
    return depth;
  }

  /** The column that a {@link BlobHandle} is about to write to; −1 for every other change. */
  public int blobColumn() {
    return blobColumn;
  }

  /**
   * A column of the row as it is. Texts are in {@link Connection#encoding()}; {@link #text} makes a string of a value.
   *
   * @throws EngineException MISUSE for an INSERT, RANGE if there is no such column
   */
  public Register oldValue(int column) {
    return value(old, column, "an INSERT has no old row");
  }

  /**
   * A column of the row as it will be.
   *
   * @throws EngineException MISUSE for a DELETE, RANGE if there is no such column
   */
  public Register newValue(int column) {
    return value(fresh, column, "a DELETE has no new row");
  }

  /** A value of this row as a text; null for NULL. */
  public String text(Register value) {
    return ColumnValues.text(session, value);
  }

  /** A copy of a value's bytes, of a number those of its text; null for NULL. */
  public byte[] bytes(Register value) {
    return ColumnValues.bytes(session, value);
  }

  private Register value(int row, int column, String missing) {
    if (row <= 0) {
      throw new EngineException(ResultCode.MISUSE, missing);
    }
    if (column < 0 || column >= columnCount()) {
      throw new EngineException(ResultCode.RANGE, "column index " + column + " out of range, number of columns: " + columnCount());
    }
    return registers[row + change.places()[column]];
  }
}
