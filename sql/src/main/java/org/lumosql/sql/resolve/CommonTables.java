// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.With;

/** The common tables of a WITH clause, and those of the clauses around it. */
final class CommonTables {
  private final CommonTables outer;
  private final Map<String, Entry> entries = new HashMap<>();

  /** One common table; the identity stands for all its uses. */
  static final class Entry {
    private final With.CommonTable table;
    private final CommonTables environment;
    private String error;
    private int uses;

    private Entry(With.CommonTable table, CommonTables environment) {
      this.table = table;
      this.environment = environment;
    }

    With.CommonTable table() {
      return table;
    }

    /** What its own body may refer to. */
    CommonTables environment() {
      return environment;
    }

    /** What a reference to it means while it is being resolved: the message of an error; null if it may be used. */
    String error() {
      return error;
    }

    void setError(String message) {
      error = message;
    }

    /** How many FROM clauses have it so far. */
    int uses() {
      return uses;
    }

    void addUses(int count) {
      uses += count;
    }
  }

  CommonTables(CommonTables outer, With with) {
    this.outer = outer;
    for (With.CommonTable table : with.tables()) {
      if (entries.putIfAbsent(Ascii.lower(table.name()), new Entry(table, this)) != null) {
        throw new SqlException("duplicate WITH table name: " + table.name(), table.position());
      }
    }
  }

  /** The queries of the common tables that no FROM clause has had so far. */
  List<Select> unused() {
    return entries.values().stream().filter(entry -> entry.uses == 0).map(entry -> entry.table.select()).toList();
  }

  /** The innermost common table of a name; null if there is none. */
  static Entry find(CommonTables environment, String name) {
    String key = Ascii.lower(name);
    for (CommonTables tables = environment; tables != null; tables = tables.outer) {
      Entry entry = tables.entries.get(key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }
}
