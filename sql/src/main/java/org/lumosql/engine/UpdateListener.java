// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Told of each row of a rowid table that a statement of the connection changes. Must not use the connection. */
@FunctionalInterface
public interface UpdateListener {
  void rowChanged(Operation operation, String database, String table, long rowid);

  /** What happened to the row. */
  enum Operation {
    INSERT(18),
    DELETE(9),
    UPDATE(23);

    private final int number;

    Operation(int number) {
      this.number = number;
    }

    /** SQLite's number. */
    public int number() {
      return number;
    }

    static Operation of(int number) {
      return number == 18 ? INSERT : number == 9 ? DELETE : UPDATE;
    }
  }
}
