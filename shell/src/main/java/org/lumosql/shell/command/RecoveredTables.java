// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** The tables of a damaged database: which tree is whose, and how the fields of its records are its columns. A database in memory is asked about that. */
final class RecoveredTables implements AutoCloseable {
  /** The tree of an index, whose entries its table has too. */
  static final Target NOT_NEEDED = new Target("", true, List.of(), -1, false);

  private final Connection scratch;
  private final Map<Integer, Target> targets = new HashMap<>();
  private final Set<String> withoutRowid = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  RecoveredTables(Shell shell) {
    scratch = shell.connect(Shell.MEMORY, false);
    scratch.execute("PRAGMA writable_schema = on");
  }

  /**
   * Where the rows of a tree go.
   *
   * @param columns of the fields in their order; null where a field is not stored by INSERT
   * @param integerKey the field that is the rowid, or −1
   */
  record Target(String table, boolean isIndexTree, List<String> columns, int integerKey, boolean hasFreeRowid) {
    void insert(Output out, long rowid, List<Object> values, boolean withRowids) {
      StringBuilder names = new StringBuilder();
      boolean rowidFirst = !isIndexTree && integerKey < 0 && hasFreeRowid && withRowids;
      if (rowidFirst) {
        names.append("_rowid_");
      }
      int count = Math.min(columns.size(), Math.max(values.size(), integerKey + 1));
      for (int i = 0; i < count; i++) {
        if (columns.get(i) != null) {
          names.append(names.length() == 0 ? "" : ", ").append(SqlText.name(columns.get(i)));
        }
      }
      out.print("INSERT OR IGNORE INTO ").print(SqlText.name(table)).print('(').print(names.toString()).print(") VALUES (");
      boolean first = true;
      if (rowidFirst) {
        out.print(rowid);
        first = false;
      }
      for (int i = 0; i < count; i++) {
        if (columns.get(i) != null) {
          out.print(first ? "" : ", ");
          first = false;
          Recovery.printValue(out, i == integerKey ? Long.valueOf(rowid) : values.get(i));
        }
      }
      out.print(");\n");
    }
  }

  /** Adds a table. False if its statement cannot be understood; its rows are then lost ones. */
  boolean add(String name, String sql, int root) {
    names.add(name.toLowerCase(Locale.ROOT));
    try {
      if (!name.startsWith("sqlite_")) {
        scratch.execute(sql);
        targets.put(root, target(name));
      } else {
        targets.put(root, systemTable(name, sql));
      }
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  /** Tables of SQLite's own have plain columns. */
  private Target systemTable(String name, String sql) {
    scratch.execute("CREATE TABLE made_" + name + sql.substring(sql.indexOf('(')));
    Target made = target("made_" + name);
    return new Target(name, made.isIndexTree(), made.columns(), made.integerKey(), made.hasFreeRowid());
  }

  private Target target(String name) {
    List<String> columns = new ArrayList<>();
    int integerKey = -1;
    int keys = 0;
    String quoted = SqlText.quote(name);
    try (Statement rows = scratch.prepare("SELECT name, type, pk, hidden FROM pragma_table_xinfo(" + quoted + ") ORDER BY cid")) {
      while (rows.step()) {
        long hidden = rows.columnLong(3);
        if (hidden == 2) {
          continue; // generated when read: not in the record
        }
        if (rows.columnLong(2) > 0) {
          keys++;
          integerKey = "INTEGER".equalsIgnoreCase(rows.columnText(1)) ? columns.size() : integerKey;
        }
        columns.add(hidden == 0 ? rows.columnText(0) : null);
      }
    }
    boolean isWithoutRowid = isWithoutRowid(quoted);
    if (isWithoutRowid) {
      withoutRowid.add(name.toLowerCase(Locale.ROOT));
      return new Target(name, true, keyOrder(quoted, columns), -1, false);
    }
    boolean isRowid = keys == 1 && integerKey >= 0 && !hasIndexOfKey(quoted);
    return new Target(name, false, columns, isRowid ? integerKey : -1, columns.stream().noneMatch("_rowid_"::equalsIgnoreCase));
  }

  private boolean isWithoutRowid(String quoted) {
    try (Statement row = scratch.prepare("SELECT wr FROM pragma_table_list(" + quoted + ")")) {
      return row.step() && row.columnLong(0) != 0;
    }
  }

  private boolean hasIndexOfKey(String quoted) {
    try (Statement row = scratch.prepare("SELECT 1 FROM pragma_index_list(" + quoted + ") WHERE origin='pk'")) {
      return row.step();
    }
  }

  /** The columns as the records of a WITHOUT ROWID table have them: those of the key come first. */
  private List<String> keyOrder(String quoted, List<String> stored) {
    List<String> columns = new ArrayList<>();
    try (Statement rows =
        scratch.prepare(
            "SELECT x.name FROM pragma_index_list(" + quoted + ") l, pragma_index_xinfo(l.name) x WHERE l.origin='pk' ORDER BY x.seqno")) {
      while (rows.step()) {
        String name = rows.columnText(0);
        columns.add(stored.contains(name) ? name : null);
      }
    }
    return columns;
  }

  /** Whether a table with AUTOINCREMENT is among them. */
  boolean haveSequences() {
    try (Statement row = scratch.prepare("SELECT 1 FROM sqlite_schema WHERE name='sqlite_sequence'")) {
      return row.step();
    }
  }

  /** Adds what is no table: nothing of it needs to be read. */
  void addIndex(String type, int root) {
    if (type.equals("index") && root > 0) {
      targets.putIfAbsent(root, NOT_NEEDED);
    }
  }

  void addAutomaticIndex(String name, String table, int root) {
    targets.putIfAbsent(root, NOT_NEEDED);
  }

  /** Where the rows of a tree go; null if that is not known. */
  Target target(int root) {
    return targets.get(root);
  }

  /** A name that no table has. */
  String freeName(String wanted) {
    String name = wanted;
    for (int i = 0; names.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
