// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.NamedObject;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/**
 * Reads the schema from an engine's catalogue: so it is right whatever was rolled back, renamed or refused.
 *
 * <p>Values come as {@code Outcome} writes them: with the letter of their storage class.
 */
public final class SchemaReader {
  private static final String COLUMNS =
      "SELECT l.schema, l.name, l.type, l.wr, l.strict, c.name, c.type, c.\"notnull\", c.dflt_value IS NOT NULL, c.pk, c.hidden"
          + " FROM pragma_table_list AS l, pragma_table_xinfo(l.name, l.schema) AS c"
          + " WHERE l.name NOT LIKE 'sqlite_%' AND l.type IN ('table','view')";
  private static final String INDEXES =
      "SELECT l.schema, l.name, i.name, i.\"unique\", i.origin, i.partial, c.name"
          + " FROM pragma_table_list AS l, pragma_index_list(l.name, l.schema) AS i, pragma_index_info(i.name, l.schema) AS c"
          + " WHERE l.type = 'table' AND l.name NOT LIKE 'sqlite_%' ORDER BY l.schema, l.name, i.name, c.seqno";

  private final Function<String, List<String[]>> query;

  /** @param query runs a query; null if it failed */
  public SchemaReader(Function<String, List<String[]>> query) {
    this.query = query;
  }

  public SchemaModel read() {
    List<String[]> columns = query.apply(COLUMNS + " ORDER BY 1, 2, c.cid");
    if (columns == null) { // a view that refers to what is no longer there
      columns = query.apply(COLUMNS.replace(",'view'", "") + " ORDER BY 1, 2, c.cid");
    }
    if (columns == null) {
      return SchemaModel.EMPTY;
    }
    Map<String, String> definitions = readDefinitions();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String[] row : columns) {
      Table table =
          tables.computeIfAbsent(
              row[0] + "." + row[1],
              key ->
                  new Table(
                      text(row[0]),
                      quoted(text(row[1])),
                      row[2].equals("tview"),
                      isTrue(row[3]),
                      isTrue(row[4]),
                      definitions.getOrDefault(key, "").contains("AUTOINCREMENT"),
                      new ArrayList<>(),
                      new ArrayList<>()));
      table.columns().add(
          new Column(quoted(text(row[5])), text(row[6]), isTrue(row[7]), isTrue(row[8]), Integer.parseInt(row[9].substring(1)), !row[10].equals("i0")));
    }
    Set<String> temporary = tables.values().stream().filter(table -> table.schema().equals("temp")).map(Table::name).collect(Collectors.toSet());
    // SQLite keeps the columns of a temporary view that has become wrong, and tells that it is wrong only where it needs more
    tables.values().removeIf(table -> table.isView() && table.schema().equals("temp") && query.apply("SELECT 1 FROM " + table.text() + " LIMIT 0") == null);
    readIndexes(tables, definitions);
    return new SchemaModel(List.copyOf(tables.values()), readTriggers(), temporary, attached());
  }

  private void readIndexes(Map<String, Table> tables, Map<String, String> definitions) {
    List<String[]> rows = query.apply(INDEXES);
    if (rows == null) {
      return;
    }
    Map<String, Index> indexes = new LinkedHashMap<>();
    for (String[] row : rows) {
      Table table = tables.get(row[0] + "." + row[1]);
      if (table != null) {
        Index index =
            indexes.computeIfAbsent(
                row[0] + "." + row[2],
                key -> {
                  Index made = new Index(quoted(text(row[2])), isTrue(row[3]), row[4].equals("tc"), isTrue(row[5]), new ArrayList<>(), target(definitions.get(key)));
                  table.indexes().add(made);
                  return made;
                });
        index.columns().add(row[6].equals("n") ? null : quoted(text(row[6])));
      }
    }
  }

  /** The texts of tables and indexes, by schema and name as they are in answers. */
  private Map<String, String> readDefinitions() {
    Map<String, String> definitions = new HashMap<>();
    List<String[]> databases = query.apply("SELECT name FROM pragma_database_list");
    if (databases != null) {
      for (String[] database : databases) {
        List<String[]> rows = query.apply("SELECT name, sql FROM " + text(database[0]) + ".sqlite_schema WHERE type IN ('table','index') AND sql IS NOT NULL");
        if (rows != null) {
          rows.forEach(row -> definitions.put(database[0] + "." + row[0], text(row[1])));
        }
      }
    }
    return definitions;
  }

  /** What stands behind the name of the table. @param definition of an index, or null */
  private static String target(String definition) {
    return definition == null ? null : definition.substring(definition.indexOf('('));
  }

  private List<String> attached() {
    List<String[]> databases = query.apply("SELECT name FROM pragma_database_list WHERE name NOT IN ('main','temp')");
    return databases == null ? List.of() : databases.stream().map(row -> text(row[0])).toList();
  }

  private List<NamedObject> readTriggers() {
    List<NamedObject> triggers = new ArrayList<>();
    List<String[]> databases = query.apply("SELECT name FROM pragma_database_list");
    if (databases != null) {
      for (String[] database : databases) {
        String schema = text(database[0]);
        List<String[]> rows = query.apply("SELECT name, tbl_name FROM " + schema + ".sqlite_schema WHERE type = 'trigger'");
        if (rows != null) {
          rows.forEach(row -> triggers.add(new NamedObject(schema, quoted(text(row[0])), quoted(text(row[1])))));
        }
      }
    }
    return triggers;
  }

  private static String text(String value) {
    return value.substring(1);
  }

  private static boolean isTrue(String value) {
    return value.equals("i1");
  }

  /** The name as SQL writes it. */
  private static String quoted(String name) {
    boolean plain = !name.isEmpty() && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_')) && !Character.isDigit(name.charAt(0));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
