// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.table;

import java.util.List;
import java.util.function.Supplier;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/** The virtual tables that every connection has, one line each. */
public final class BuiltInTables {
  private static final List<VirtualModule> MODULES =
      List.of(
          new TableFunction("json_each", () -> new JsonTable(false, false)),
          new TableFunction("json_tree", () -> new JsonTable(true, false)),
          new TableFunction("jsonb_each", () -> new JsonTable(false, true)),
          new TableFunction("jsonb_tree", () -> new JsonTable(true, true)),
          new TableFunction("generate_series", SeriesTable::new));

  private BuiltInTables() {}

  public static List<VirtualModule> modules() {
    return MODULES;
  }

  /** A table-valued function: FROM may name it, CREATE VIRTUAL TABLE may not. */
  private record TableFunction(String name, Supplier<VirtualTable> table) implements VirtualModule {
    @Override
    public boolean isEponymous() {
      return true;
    }

    @Override
    public boolean isCreatable() {
      return false;
    }

    @Override
    public VirtualTable connect(Host host, String database, String name, List<String> arguments, boolean create) {
      return table.get();
    }
  }
}
