// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.Salvaging;
import org.lumosql.btree.TreeKind;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.RawDatabase;
import org.lumosql.record.TextEncoding;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.RealText;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/**
 * {@code .recover}: statements that make what can be read of a damaged database. The schema table is read first; rows of the trees that it names go into
 * their tables, what other pages hold into a table of lost rows. Nothing of the damaged file is trusted but single entries.
 */
final class Recovery {
  private static final int SCHEMA_ROOT = 1;
  private static final int SCHEMA_FIELDS = 5;

  private final Shell shell;
  private final Output out;
  private String lostAndFound = "lost_and_found";
  private boolean withRowids = true;
  private boolean withFreePages = true;
  private TextEncoding encoding = TextEncoding.UTF8;
  private int sequenceRoot;

  Recovery(Shell shell) {
    this.shell = shell;
    this.out = shell.out();
  }

  boolean run(Words words) {
    for (int i = 1; i <= words.count(); i++) {
      String option = Words.option(words.get(i));
      if ("lost-and-found".equals(option) && i < words.count()) {
        lostAndFound = words.get(++i);
      } else if ("no-rowids".equals(option)) {
        withRowids = false;
      } else if ("ignore-freelist".equals(option)) {
        withFreePages = false;
      } else {
        shell.error("unexpected option: " + words.get(i));
        HelpCommand.show(shell.err(), words.name());
        shell.err().flush();
        return false;
      }
    }
    try (RawDatabase database = shell.connection().raw("main")) {
      recover(database);
      return true;
    } catch (EngineException e) {
      shell.error("sql error: " + e.getMessage() + " (" + e.code().primary().code() + ")");
      return false;
    }
  }

  private record Entry(String type, String name, String table, int root, String sql) {}

  private void recover(RawDatabase database) {
    encoding = encoding(database);
    List<Entry> schema = schema(database);
    out.print("BEGIN;\nPRAGMA writable_schema = on;\nPRAGMA foreign_keys = off;\n");
    setting("encoding", "'" + (encoding == TextEncoding.UTF8 ? "UTF-8" : encoding == TextEncoding.UTF16LE ? "UTF-16le" : "UTF-16be") + "'");
    setting("page_size", "'" + database.pageSize() + "'");
    setting("auto_vacuum", "'" + autoVacuum(database) + "'");
    setting("user_version", "'" + database.meta(MetaValue.USER_VERSION) + "'");
    setting("application_id", "'" + database.meta(MetaValue.APPLICATION_ID) + "'");
    try (RecoveredTables tables = new RecoveredTables(shell)) {
      List<String> later = new ArrayList<>();
      for (Entry entry : schema) {
        declare(entry, tables, later);
      }
      insertRows(database, tables, roots(schema));
      for (String sql : later) {
        out.print(sql).print(";\n");
      }
    }
    out.print("PRAGMA writable_schema = off;\nCOMMIT;\n");
  }

  private void setting(String pragma, String value) {
    out.print("PRAGMA ").print(pragma).print(" = ").print(value).print(";\n");
  }

  private static int autoVacuum(RawDatabase database) {
    if (database.meta(MetaValue.LARGEST_ROOT_PAGE) == 0) {
      return 0;
    }
    return database.meta(MetaValue.INCREMENTAL_VACUUM) == 0 ? 1 : 2;
  }

  private static TextEncoding encoding(RawDatabase database) {
    int number = database.meta(MetaValue.TEXT_ENCODING);
    for (TextEncoding candidate : TextEncoding.values()) {
      if (candidate.number() == number) {
        return candidate;
      }
    }
    return TextEncoding.UTF8;
  }

  private List<Entry> schema(RawDatabase database) {
    List<Entry> entries = new ArrayList<>();
    Iterator<Salvaging.Entry> rows = database.salvage(new int[] {SCHEMA_ROOT}, false);
    while (rows.hasNext()) {
      List<Object> values = Record.values(rows.next().record(), encoding);
      if (values != null && values.size() >= SCHEMA_FIELDS && values.get(0) instanceof String type && values.get(1) instanceof String name) {
        String table = values.get(2) instanceof String text ? text : name;
        int root = values.get(3) instanceof Long number ? number.intValue() : 0;
        entries.add(new Entry(type, name, table, root, values.get(4) instanceof String sql ? sql : null));
      }
    }
    return entries;
  }

  /** Prints what makes a table; what makes other things waits until the rows are there. */
  private void declare(Entry entry, RecoveredTables tables, List<String> later) {
    if (entry.sql() == null) {
      if (entry.type().equals("index") && entry.root() > 0) {
        tables.addAutomaticIndex(entry.name(), entry.table(), entry.root());
      }
      return;
    }
    boolean isTable = entry.type().equals("table");
    if (isTable && entry.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, 14)) {
      out.print("INSERT INTO sqlite_schema VALUES('table', ").print(SqlText.quote(entry.name())).print(", ")
          .print(SqlText.quote(entry.table())).print(", 0, ").print(SqlText.quote(entry.sql())).print(");\n");
    } else if (isTable && entry.name().equals("sqlite_sequence")) {
      sequenceRoot = entry.root();
      tables.add(entry.name(), entry.sql(), entry.root());
    } else if (isTable && entry.name().startsWith("sqlite_stat")) {
      out.print("ANALYZE sqlite_schema;\n");
      tables.add(entry.name(), entry.sql(), entry.root());
    } else if (isTable) {
      if (tables.add(entry.name(), entry.sql(), entry.root())) {
        out.print(entry.sql()).print(";\n");
      }
    } else {
      tables.addIndex(entry.type(), entry.root());
      later.add(entry.sql());
    }
  }

  private static int[] roots(List<Entry> schema) {
    int[] roots = new int[schema.size() + 1];
    int count = 1;
    roots[0] = SCHEMA_ROOT;
    for (Entry entry : schema) {
      if (entry.root() > 1) {
        roots[count++] = entry.root();
      }
    }
    return java.util.Arrays.copyOf(roots, count);
  }

  private void insertRows(RawDatabase database, RecoveredTables tables, int[] roots) {
    List<Salvaging.Entry> lost = new ArrayList<>();
    List<Salvaging.Entry> sequences = new ArrayList<>();
    int width = 0;
    Iterator<Salvaging.Entry> entries = database.salvage(roots, withFreePages);
    ProgressBar bar = ProgressBar.start(shell, "recovering", 0);
    long count = 0;
    while (entries.hasNext()) {
      Salvaging.Entry entry = entries.next();
      bar.reached(++count);
      RecoveredTables.Target target = tables.target(entry.root());
      if (target == RecoveredTables.NOT_NEEDED || entry.root() == SCHEMA_ROOT) {
        continue;
      }
      List<Object> values = Record.values(entry.record(), encoding);
      if (values == null) {
        continue;
      }
      if (sequenceRoot > 0 && entry.root() == sequenceRoot) {
        sequences.add(entry);
        continue;
      }
      boolean fits = target != null && target.isIndexTree() == (entry.kind() == TreeKind.INDEX);
      if (fits) {
        target.insert(out, entry.rowid(), values, withRowids);
      } else {
        lost.add(entry);
        width = Math.max(width, values.size());
      }
    }
    bar.end();
    printSequences(sequences, tables);
    if (!lost.isEmpty()) {
      printLost(lost, width, tables);
    }
  }

  /** The table of sequences comes with the first table that has one; inserting rows fills it, so that its own rows come last. */
  private void printSequences(List<Salvaging.Entry> sequences, RecoveredTables tables) {
    if (sequences.isEmpty() || !tables.haveSequences()) {
      return;
    }
    out.print("DELETE FROM sqlite_sequence;\n");
    RecoveredTables.Target target = tables.target(sequenceRoot);
    for (Salvaging.Entry entry : sequences) {
      target.insert(out, entry.rowid(), Record.values(entry.record(), encoding), withRowids);
    }
  }

  private void printLost(List<Salvaging.Entry> lost, int width, RecoveredTables tables) {
    String name = SqlText.name(tables.freeName(lostAndFound));
    out.print("CREATE TABLE ").print(name).print("(rootpgno INTEGER, nfield INTEGER, id INTEGER");
    for (int i = 0; i < width; i++) {
      out.print(", c").print(i);
    }
    out.print(");\n");
    Map<Integer, String> roots = new HashMap<>();
    for (Salvaging.Entry entry : lost) {
      List<Object> values = Record.values(entry.record(), encoding);
      String root = roots.computeIfAbsent(entry.root(), number -> number == Salvaging.ORPHAN ? "NULL" : Integer.toString(number));
      out.print("INSERT INTO ").print(name).print(" VALUES(").print(root).print(", ").print(values.size()).print(", ");
      out.print(entry.kind() == TreeKind.TABLE ? Long.toString(entry.rowid()) : "NULL");
      for (int i = 0; i < width; i++) {
        out.print(", ");
        printValue(out, i < values.size() ? values.get(i) : null);
      }
      out.print(");\n");
    }
  }

  /** Prints a value as a literal. */
  static void printValue(Output out, Object value) {
    if (value == null) {
      out.print("NULL");
    } else if (value instanceof Long number) {
      out.print(number.longValue());
    } else if (value instanceof Double real) {
      out.print(RealText.asNumber(real));
    } else if (value instanceof byte[] bytes) {
      out.print(SqlText.blob(bytes));
    } else {
      printText(out, (String) value);
    }
  }

  /** A text on one line: what would end the line is written as the character of its number. */
  private static void printText(Output out, String text) {
    if (text.indexOf('\0') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      out.print(SqlText.quote(text));
      return;
    }
    String before = "";
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean isControl = c == '\0' || c == '\n' || c == '\r';
      int end = at;
      while (end < text.length() && isControl == (text.charAt(end) == '\0' || text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
        end++;
      }
      out.print(before);
      if (isControl) {
        out.print("char(");
        for (int i = at; i < end; i++) {
          out.print(i == at ? "" : ",").print((long) text.charAt(i));
        }
        out.print(')');
      } else {
        out.print(SqlText.quote(text.substring(at, end)));
      }
      before = "||";
      at = end;
    }
  }
}
