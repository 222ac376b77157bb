// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/**
 * Tables, columns, keys and indexes as JDBC describes them, read with pragmas. What is in {@code main} and {@code temp} has no schema name;
 * what is in an attached database has the database's.
 */
final class SchemaDescription {
  private static final int NO_SIZE = 2_000_000_000;
  private static final Map<String, Integer> RULES =
      Map.of(
          "CASCADE", DatabaseMetaData.importedKeyCascade,
          "RESTRICT", DatabaseMetaData.importedKeyRestrict,
          "SET NULL", DatabaseMetaData.importedKeySetNull,
          "SET DEFAULT", DatabaseMetaData.importedKeySetDefault);

  private final LumoConnection connection;

  SchemaDescription(LumoConnection connection) {
    this.connection = connection;
  }

  /** A table or view. @param schema null for main and temp @param sql of its definition, or null */
  private record Relation(String database, String schema, String name, String type, String sql) {}

  /** A foreign key column. */
  private record Reference(
      Relation child, String from, String parent, String to, int sequence, int id, String onUpdate, String onDelete, String name) {}

  // ---- reading ---------------------------------------------------------------------------------------------------------------------

  private interface RowReader {
    void read(Statement row);
  }

  private void forEach(String sql, RowReader reader, String... parameters) throws SQLException {
    connection.enter();
    try (Statement statement = connection.engine().prepare(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.bindText(i + 1, parameters[i]);
      }
      while (statement.step()) {
        reader.read(statement);
      }
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      connection.leave();
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names of the databases that a schema pattern means: those that it matches, or main and temp if it matches none. */
  private List<String> databases(String catalog, String schema) throws SQLException {
    List<String> all = new ArrayList<>();
    forEach("SELECT name FROM pragma_database_list ORDER BY seq", row -> all.add(row.columnText(0)));
    if (!all.contains("temp")) {
      all.add(1, "temp");
    }
    String wanted = schema == null || schema.isEmpty() ? catalog : schema;
    if (wanted == null) {
      return schema == null ? all : all.subList(0, 2);
    }
    List<String> matching = all.stream().filter(name -> LikePattern.matches(wanted, name)).toList();
    return matching.isEmpty() ? all.subList(0, 2) : matching;
  }

  /** Tables and views whose name matches a LIKE pattern, the schema tables among them. */
  private List<Relation> relations(String catalog, String schema, String pattern) throws SQLException {
    List<Relation> found = new ArrayList<>();
    for (String database : databases(catalog, schema)) {
      boolean isTemporary = database.equals("temp");
      String schemaName = isTemporary || database.equals("main") ? null : database;
      forEach(
          "SELECT name, type, sql FROM " + quoted(database) + (isTemporary ? ".sqlite_temp_schema" : ".sqlite_schema")
              + " WHERE type IN ('table','view') AND name LIKE ?1 ESCAPE '\\'",
          row ->
              found.add(
                  new Relation(
                      database, schemaName, row.columnText(0), kind(row.columnText(0), row.columnText(1), isTemporary), row.columnText(2))),
          pattern == null ? "%" : pattern);
      if (!isTemporary && LikePattern.matches(pattern == null ? "%" : pattern, "sqlite_schema")) {
        found.add(new Relation(database, schemaName, "sqlite_schema", "SYSTEM TABLE", null));
      }
    }
    return found;
  }

  private static String kind(String name, String type, boolean isTemporary) {
    if (isTemporary) {
      return "GLOBAL TEMPORARY";
    }
    return name.startsWith("sqlite_") ? "SYSTEM TABLE" : type.toUpperCase(Locale.ROOT);
  }

  /** The table of a name, which is no pattern; null if there is none. */
  private Relation relation(String catalog, String schema, String name) throws SQLException {
    if (name == null) {
      return null;
    }
    List<Relation> all = relations(catalog, schema, LikePattern.escaped(name));
    return all.isEmpty() ? null : all.get(0);
  }

  // ---- tables and columns ------------------------------------------------------------------------------------------------------------

  ResultSet tables(String catalog, String schema, String pattern, String[] types) throws SQLException {
    List<String> wanted = types == null ? null : List.of(types).stream().map(type -> type.toUpperCase(Locale.ROOT)).toList();
    List<Object[]> rows = new ArrayList<>();
    for (Relation relation : relations(catalog, schema, pattern)) {
      if (wanted == null || wanted.contains(relation.type())) {
        rows.add(new Object[] {null, relation.schema(), relation.name(), relation.type(), null, null, null, null, null, null});
      }
    }
    rows.sort(Comparator.<Object[], String>comparing(row -> (String) row[3]).thenComparing(row -> row[1] == null ? "" : (String) row[1])
        .thenComparing(row -> (String) row[2]));
    return RowsQuery.of(connection, Labels.TABLES, rows);
  }

  ResultSet columns(String catalog, String schema, String table, String pattern) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    List<Relation> relations = new ArrayList<>(relations(catalog, schema, table));
    relations.sort(Comparator.comparing((Relation relation) -> relation.schema() == null ? "" : relation.schema()).thenComparing(Relation::name));
    for (Relation relation : relations) {
      boolean autoincrement = relation.sql() != null && relation.sql().toUpperCase(Locale.ROOT).contains("AUTOINCREMENT");
      forEach(
          "SELECT name, type, \"notnull\", dflt_value, pk, hidden, cid FROM pragma_table_xinfo(?1, ?2) ORDER BY cid",
          row -> {
            if (pattern == null || LikePattern.matches(pattern, row.columnText(0))) {
              rows.add(column(relation, row, autoincrement));
            }
          },
          relation.name(),
          relation.database());
    }
    return RowsQuery.of(connection, Labels.COLUMNS, rows);
  }

  private static Object[] column(Relation relation, Statement row, boolean autoincrement) {
    String declared = row.columnText(1);
    int size = SqlTypes.number(declared, 0);
    int digits = SqlTypes.number(declared, 1);
    boolean notNull = row.columnLong(2) != 0;
    boolean isKey = row.columnLong(4) == 1;
    return new Object[] {
      null, relation.schema(), relation.name(), row.columnText(0), SqlTypes.ofColumn(declared), SqlTypes.name(declared),
      size < 0 ? NO_SIZE : size, NO_SIZE, Math.max(0, digits), 10,
      notNull ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable, null, row.columnText(3), 0, 0,
      size < 0 ? NO_SIZE : size, row.columnLong(6) + 1, notNull ? "NO" : "YES", null, null, null, null,
      isKey && autoincrement ? "YES" : "NO", row.columnLong(5) > 1 ? "YES" : "NO"
    };
  }

  ResultSet primaryKeys(String catalog, String schema, String table) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    Relation relation = relation(catalog, schema, table);
    if (relation != null) {
      String keyName = new DefinitionNames(relation.sql()).primaryKey();
      forEach(
          "SELECT name, pk FROM pragma_table_info(?1, ?2) WHERE pk > 0 ORDER BY name",
          row -> rows.add(new Object[] {null, relation.schema(), table, row.columnText(0), row.columnLong(1), keyName}),
          relation.name(),
          relation.database());
    }
    return RowsQuery.of(connection, Labels.PRIMARY_KEYS, rows);
  }

  ResultSet bestRow(String catalog, String schema, String table) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    Relation relation = relation(catalog, schema, table);
    if (relation != null) {
      forEach(
          "SELECT name, type FROM pragma_table_info(?1, ?2) WHERE pk > 0 ORDER BY pk",
          row ->
              rows.add(
                  new Object[] {
                    DatabaseMetaData.bestRowSession, row.columnText(0), SqlTypes.ofColumn(row.columnText(1)),
                    SqlTypes.name(row.columnText(1)), 0, 0, 0, DatabaseMetaData.bestRowNotPseudo
                  }),
          relation.name(),
          relation.database());
    }
    return RowsQuery.of(connection, Labels.BEST_ROW, rows);
  }

  // ---- keys ------------------------------------------------------------------------------------------------------------------------

  private List<Reference> references(Relation child) throws SQLException {
    List<Reference> found = new ArrayList<>();
    DefinitionNames names = new DefinitionNames(child.sql());
    forEach(
        "SELECT id, seq, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list(?1, ?2) ORDER BY id, seq",
        row -> {
          int id = (int) row.columnLong(0);
          // the pragma counts from the last one
          String name = names.foreignKey(names.foreignKeyCount() - 1 - id);
          found.add(
              new Reference(
                  child, row.columnText(3), row.columnText(2), row.columnText(4), (int) row.columnLong(1), id, row.columnText(5),
                  row.columnText(6), name));
        },
        child.name(),
        child.database());
    return found;
  }

  /** @param parent only keys that refer to this table, null for any @param child only keys of this table, null for any */
  ResultSet keys(String catalog, String schema, String parent, String child, boolean byParent) throws SQLException {
    List<Relation> children = child == null ? relations(catalog, schema, null) : one(relation(catalog, schema, child));
    List<Object[]> rows = new ArrayList<>();
    for (Relation relation : children) {
      for (Reference reference : relation.type().equals("VIEW") ? List.<Reference>of() : references(relation)) {
        if (parent == null || reference.parent().equalsIgnoreCase(parent)) {
          rows.add(key(reference));
        }
      }
    }
    int table = byParent ? 2 : 6;
    rows.sort(
        Comparator.<Object[], String>comparing(row -> (String) row[table])
            .thenComparing(row -> row[11] == null ? "" : (String) row[11])
            .thenComparing(row -> (Integer) row[14])
            .thenComparing(row -> (Integer) row[8]));
    return RowsQuery.of(connection, Labels.KEYS, rows.stream().map(row -> java.util.Arrays.copyOf(row, 14)).toList());
  }

  private static List<Relation> one(Relation relation) {
    return relation == null ? List.of() : List.of(relation);
  }

  private Object[] key(Reference reference) throws SQLException {
    Relation child = reference.child();
    Relation parent = parentOf(child, reference.parent());
    String[] to = {reference.to()};
    if (to[0] == null && parent != null) {
      forEach(
          "SELECT name FROM pragma_table_info(?1, ?2) WHERE pk = " + (reference.sequence() + 1),
          row -> to[0] = row.columnText(0),
          parent.name(),
          parent.database());
    }
    boolean deferred = child.sql() != null && child.sql().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").contains("INITIALLY DEFERRED");
    return new Object[] {
      null, child.schema(), reference.parent(), to[0], null, child.schema(), child.name(), reference.from(), reference.sequence() + 1,
      RULES.getOrDefault(reference.onUpdate(), DatabaseMetaData.importedKeyNoAction),
      RULES.getOrDefault(reference.onDelete(), DatabaseMetaData.importedKeyNoAction), reference.name(),
      parent == null ? null : new DefinitionNames(parent.sql()).primaryKey(),
      deferred ? DatabaseMetaData.importedKeyInitiallyDeferred : DatabaseMetaData.importedKeyInitiallyImmediate, reference.id()
    };
  }

  /** The parent table is in the same database as the child. */
  private Relation parentOf(Relation child, String name) throws SQLException {
    for (Relation relation : relations(null, child.database(), LikePattern.escaped(name))) {
      if (relation.database().equals(child.database())) {
        return relation;
      }
    }
    return null;
  }

  // ---- indexes ---------------------------------------------------------------------------------------------------------------------

  ResultSet indexes(String catalog, String schema, String table, boolean unique) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    Relation relation = relation(catalog, schema, table);
    if (relation != null) {
      forEach(
          "SELECT NOT i.\"unique\", i.name, c.seqno + 1, c.name, c.\"desc\" FROM pragma_index_list(?1, ?2) i, pragma_index_xinfo(i.name, ?2) c"
              + " WHERE c.key AND (i.\"unique\" OR " + (unique ? 0 : 1) + ") ORDER BY 1, 2, 3",
          row ->
              rows.add(
                  new Object[] {
                    null, relation.schema(), table, row.columnLong(0), null, row.columnText(1), DatabaseMetaData.tableIndexOther,
                    row.columnLong(2), row.columnText(3), row.columnLong(4) == 0 ? "A" : "D", 0, 0, null
                  }),
          relation.name(),
          relation.database());
    }
    return RowsQuery.of(connection, Labels.INDEXES, rows);
  }

  /** Attached databases; main and temp have no names. */
  ResultSet schemas(String pattern) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    forEach(
        "SELECT name FROM pragma_database_list WHERE seq > 1 ORDER BY name",
        row -> {
          if (pattern == null || LikePattern.matches(pattern, row.columnText(0))) {
            rows.add(new Object[] {row.columnText(0), null});
          }
        });
    return RowsQuery.of(connection, Labels.SCHEMAS, rows);
  }
}
