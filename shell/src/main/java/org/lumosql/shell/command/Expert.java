// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;
import org.lumosql.vdbe.IndexPlan;

/**
 * {@code .expert}: proposes indexes for statements. The statements are compiled over {@link ExpertTable}s first, which tell what they compare and sort; then over empty tables with
 * all indexes that might help, and statistics as ANALYZE would make them of the real tables: the indexes that the planner takes are the proposal.
 */
final class Expert implements AutoCloseable {
  private static final Pattern INDEX_USED = Pattern.compile("USING (?:COVERING )?INDEX (\\S+)");

  private final Connection database;
  private final Connection listener = Connection.open(":memory:");
  private final Connection trial = Connection.open(":memory:");
  private final List<ExpertTable.Shape> shapes = new ArrayList<>();
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  /** By name: the statement that makes it. */
  private final Map<String, String> candidates = new LinkedHashMap<>();
  private final List<String> statements = new ArrayList<>();

  Expert(Connection database) {
    this.database = database;
    listener.addModule(ExpertTable.module(shapes));
    List<String> later = new ArrayList<>();
    try (Statement rows =
        database.prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type != 'table', rowid")) {
      while (rows.step()) {
        String sql = rows.columnText(2);
        trial.execute(sql);
        if (rows.columnText(0).equals("table")) {
          standIn(rows.columnText(1));
        } else if (!rows.columnText(0).equals("index")) {
          later.add(sql);
        }
      }
    }
    later.forEach(listener::execute);
  }

  private void standIn(String table) {
    StringBuilder declaration = new StringBuilder("CREATE TABLE x(");
    List<String> names = new ArrayList<>();
    int rowid = -1;
    try (Statement rows = database.prepare("SELECT name, type, pk, (SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk) FROM pragma_table_xinfo(?1)")) {
      rows.bindText(1, table);
      while (rows.step()) {
        declaration.append(names.isEmpty() ? "" : ", ").append(quoted(rows.columnText(0))).append(' ').append(rows.columnText(1));
        String collation = database.columnInfo("main", table, rows.columnText(0)).collation();
        declaration.append(" COLLATE ").append(collation);
        boolean isRowid = rows.columnLong(2) == 1 && rows.columnLong(3) == 1 && rows.columnText(1).equalsIgnoreCase("INTEGER");
        rowid = isRowid ? names.size() : rowid;
        names.add(rows.columnText(0));
      }
    }
    shapes.add(new ExpertTable.Shape(table, declaration.append(')').toString(), rowid));
    columns.put(table, names);
    listener.execute("CREATE VIRTUAL TABLE " + quoted(table) + " USING expert(" + (shapes.size() - 1) + ")");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name as it stands in SQL: in quotes if it needs them. */
  private static String name(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !Connection.isKeyword(name) ? name : quoted(name);
  }

  // ---- listening -------------------------------------------------------------------------------------------------------------------

  /** Takes the statements of a script. @throws EngineException if one cannot be compiled */
  void add(String script) {
    int from = 0;
    while (from < script.length()) {
      try (Statement statement = listener.prepare(script, from)) {
        from = statement.end();
        if (!statement.isEmpty()) {
          statements.add(statement.sql());
        }
      }
    }
  }

  // ---- trying ----------------------------------------------------------------------------------------------------------------------

  /** Makes the indexes that might help. */
  private void tryCandidates() {
    StringBuilder statistics = new StringBuilder();
    for (int i = shapes.size() - 1; i >= 0; i--) {
      ExpertTable.Shape shape = shapes.get(i);
      List<String> existing = existing(shape.name());
      // where several would do, the planner takes the one that was made last
      for (List<IndexPlan.Order> index : shape.indexes()) {
        String list = list(shape.name(), index);
        if (existing.stream().noneMatch(other -> (other + ", ").startsWith(list + ", "))) {
          String name = shape.name() + "_idx_" + String.format("%08x", hash(list));
          String sql = "CREATE INDEX " + name(name) + " ON " + name(shape.name()) + "(" + list + ");";
          if (candidates.putIfAbsent(name, sql) == null) {
            trial.execute(sql);
            statistics.append(statistics(shape.name(), name, index));
          }
        }
      }
    }
    trial.execute("ANALYZE"); // makes the table of statistics
    trial.execute("DELETE FROM sqlite_stat1; DELETE FROM sqlite_stat4");
    copyStatistics();
    trial.execute(statistics.toString());
    trial.execute("ANALYZE sqlite_schema");
  }

  /** The columns of the indexes that a table has, each as text. */
  private List<String> existing(String table) {
    List<String> lists = new ArrayList<>();
    try (Statement rows =
        database.prepare(
            "SELECT (SELECT group_concat(name || iif(\"desc\", ' DESC', ''), ', ') FROM (SELECT * FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno))"
                + " FROM pragma_index_list(?) l WHERE NOT partial")) {
      rows.bindText(1, table);
      while (rows.step()) {
        if (!rows.isNull(0)) {
          lists.add(rows.columnText(0));
        }
      }
    }
    return lists;
  }

  private String list(String table, List<IndexPlan.Order> index) {
    StringBuilder list = new StringBuilder();
    for (IndexPlan.Order term : index) {
      list.append(list.length() == 0 ? "" : ", ").append(name(columns.get(table).get(term.column())));
      list.append(term.descending() ? " DESC" : "");
    }
    return list.toString();
  }

  /** The number in an index's name: SQLite's tool makes the same of the same columns. */
  private static int hash(String columns) {
    int hash = 0;
    for (byte letter : columns.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hash = 9 * hash + letter;
    }
    return hash;
  }

  private void copyStatistics() {
    try (Statement rows = database.prepare("SELECT tbl, idx, stat FROM sqlite_stat1");
        Statement insert = trial.prepare("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)")) {
      while (rows.step()) {
        for (int i = 0; i < 3; i++) {
          insert.bindText(i + 1, rows.columnText(i));
        }
        insert.step();
      }
    } catch (EngineException noStatistics) {
      assert noStatistics != null; // the database was never analyzed
    }
  }

  /** An INSERT of what ANALYZE would find out about an index; nothing for an empty table. */
  private String statistics(String table, String index, List<IndexPlan.Order> terms) {
    StringBuilder query = new StringBuilder("SELECT (SELECT count(*) FROM ").append(quoted(table)).append(')');
    for (int i = 1; i <= terms.size(); i++) {
      query.append(", (SELECT count(*) FROM (SELECT DISTINCT ");
      for (int j = 0; j < i; j++) {
        query.append(j == 0 ? "" : ", ").append(quoted(columns.get(table).get(terms.get(j).column())));
      }
      query.append(" FROM ").append(quoted(table)).append("))");
    }
    try (Statement counts = database.prepare(query.toString())) {
      counts.step();
      long rows = counts.columnLong(0);
      if (rows == 0) {
        return "";
      }
      StringBuilder text = new StringBuilder().append(rows);
      for (int i = 1; i <= terms.size(); i++) {
        text.append(' ').append((rows + counts.columnLong(i) - 1) / counts.columnLong(i));
      }
      return "INSERT INTO sqlite_stat1 VALUES (" + SqlText.quote(table) + ", " + SqlText.quote(index) + ", '" + text + "');";
    }
  }

  // ---- telling ---------------------------------------------------------------------------------------------------------------------

  void report(Shell shell, boolean isVerbose) {
    tryCandidates();
    if (isVerbose) {
      shell.out().print("-- Candidates -----------------------------\n");
      List<String> newestFirst = new ArrayList<>(candidates.values());
      Collections.reverse(newestFirst);
      newestFirst.forEach(sql -> shell.out().println(sql));
      shell.out().print('\n');
    }
    for (int i = 0; i < statements.size(); i++) {
      if (isVerbose) {
        shell.out().print("-- Query " + (i + 1) + " --------------------------------\n");
        shell.out().println(statements.get(i)).print('\n');
      }
      report(shell, statements.get(i));
    }
  }

  private void report(Shell shell, String sql) {
    List<String> plan = new ArrayList<>();
    Set<String> used = new LinkedHashSet<>();
    try (Statement rows = trial.prepare("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.step()) {
        plan.add(rows.columnText(3));
        Matcher index = INDEX_USED.matcher(rows.columnText(3));
        if (index.find() && candidates.containsKey(index.group(1))) {
          used.add(index.group(1));
        }
      }
    }
    List<String> proposals = new ArrayList<>();
    used.forEach(name -> proposals.add(0, candidates.get(name)));
    if (proposals.isEmpty()) {
      proposals.add("(no new indexes)");
    }
    proposals.forEach(proposal -> shell.out().println(proposal));
    shell.out().print('\n');
    plan.forEach(line -> shell.out().println(line));
    shell.out().print('\n');
  }

  @Override
  public void close() {
    trial.close();
    listener.close();
  }

  // ---- the command -----------------------------------------------------------------------------------------------------------------

  /** The next input is looked at and not run. */
  static boolean expert(Shell shell, Words words) {
    if (shell.safeMode().isOn()) {
      shell.error("Cannot run experimental commands such as \"expert\" in safe mode");
      return false;
    }
    boolean verbose = false;
    for (int i = 1; i <= words.count(); i++) {
      String option = Words.option(words.get(i));
      if (option != null && option.length() >= 1 && "verbose".startsWith(option)) {
        verbose = true;
      } else if (option != null && option.length() >= 1 && "sample".startsWith(option)) {
        if (++i > words.count()) {
          shell.error("option requires an argument: " + words.get(i - 1));
          return false;
        }
        long share = Words.integer(words.get(i));
        if (share < 0 || share > 100) {
          shell.error("value out of range: " + words.get(i));
          return false;
        }
      } else {
        String word = words.get(i);
        shell.error("unknown option: " + (word.startsWith("--") ? word.substring(1) : word));
        return false;
      }
    }
    boolean isVerbose = verbose;
    shell.settings().nextInput =
        script -> {
          try (Expert expert = new Expert(shell.connection())) {
            expert.add(script);
            expert.report(shell, isVerbose);
          }
        };
    return true;
  }
}
