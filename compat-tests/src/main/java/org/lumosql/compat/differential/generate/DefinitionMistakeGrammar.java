// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** Changes and definitions with one mistake each, about tables that are there. */
final class DefinitionMistakeGrammar {
  private final Grammars grammars;
  private final Randomness random;

  DefinitionMistakeGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  String statement() {
    List<Table> tables = grammars.schema().tables();
    if (tables.isEmpty()) {
      return "DROP TABLE nosuch";
    }
    Table table = random.of(tables);
    String name = table.text();
    String column = random.of(table.columns()).name();
    return switch (random.below(9)) {
      case 0 -> create(table.name(), column);
      case 1 -> "CREATE TABLE n1(" + body() + ")" + random.of("", "", " STRICT", " WITHOUT ROWID", " STRICT, WITHOUT ROWID");
      case 2 -> drop(table);
      case 3 -> "ALTER TABLE " + name + alteration(column);
      case 4 -> insert(name, column, table.columns().size());
      case 5 -> random.of("UPDATE " + name + " SET nosuch=1", "UPDATE " + name + " SET (" + column + ",nosuch)=(1,2)", "UPDATE " + name + " SET (" + column + ")=(1,2)", 
          "UPDATE " + name + " INDEXED BY nosuch SET " + column + "=1", "UPDATE " + name + " SET " + column + "=sum(1)", "UPDATE " + name + " SET " + column + "=nosuch", "UPDATE nosuch SET a=1",
          "UPDATE " + name + " SET " + column + "=1 RETURNING nosuch", "UPDATE " + name + " SET " + column + "=1 RETURNING count(*)", "UPDATE " + name + " SET " + column + "=1 ORDER BY 1");
      case 6 -> random.of("DELETE FROM nosuch", "DELETE FROM " + name + " WHERE nosuch", "DELETE FROM " + name + " INDEXED BY nosuch", "DELETE FROM " + name + " WHERE max(" + column + ")", "DELETE FROM " + name + " RETURNING *,nosuch.*",
          "DELETE FROM " + name + " ORDER BY 1", "DELETE FROM " + name + " RETURNING " + name + ".*");
      case 7 -> trigger(table, column);
      default -> random.of("REINDEX nosuch", "ANALYZE nosuch", "REINDEX main.nosuch", "ANALYZE main.nosuch", "REINDEX nosuch.a", "VACUUM nosuch", "VACUUM INTO 1", "VACUUM temp", "DETACH main", "DETACH nosuch", "ATTACH ':memory:' AS main", "RELEASE nosuch",
          "ROLLBACK TO nosuch", "PRAGMA nosuch", "SELECT * FROM pragma_nosuch", "PRAGMA main.table_info(nosuch)", "PRAGMA nosuch.user_version", "PRAGMA index_info(nosuch)");
    };
  }

  private String create(String name, String column) {
    return random.of(
        "CREATE TABLE " + name + "(a)", "CREATE VIEW " + name + " AS SELECT 1", "CREATE INDEX " + name + " ON " + name + "(" + column + ")", "CREATE INDEX i99 ON " + name + "(nosuch)", "CREATE INDEX i99 ON nosuch(a)",
        "CREATE INDEX i99 ON " + name + "(random())", "CREATE INDEX i99 ON " + name + "(" + column + ") WHERE (SELECT 1)", "CREATE INDEX i99 ON " + name + "(" + column + " COLLATE nosuch)", "CREATE INDEX nosuch.i99 ON " + name + "(" + column + ")",
        "CREATE INDEX i99 ON " + name + "(max(" + column + "))", "CREATE INDEX i99 ON " + name + "(" + column + " NULLS LAST)", "CREATE INDEX i99 ON " + name + "('" + column + "')", "CREATE INDEX sqlite_i ON " + name + "(" + column + ")",
        "CREATE TABLE sqlite_t(a)", "CREATE TABLE nosuch.n1(a)", "CREATE VIEW v9 AS SELECT ?", "CREATE TEMP VIEW main.v9 AS SELECT 1", "CREATE VIEW v9(a) AS SELECT nosuch", "CREATE INDEX i99 ON " + name + "(" + column + ",rowid)",
        "CREATE INDEX i99 ON sqlite_schema(name)", "CREATE TABLE n1 AS SELECT nosuch", "CREATE TABLE n1 AS SELECT 1 AS a, 2 AS a", "CREATE UNIQUE INDEX i99 ON " + name + "(1)", "CREATE INDEX i99 ON " + name + "(" + name + "." + column + ")");
  }

  private String body() {
    return random.of(
        "a, a", "a PRIMARY KEY, b PRIMARY KEY", "a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT PRIMARY KEY", "a AUTOINCREMENT", "a TEXT PRIMARY KEY AUTOINCREMENT", "a INTEGER PRIMARY KEY DESC AUTOINCREMENT", "a FOO", "a INT, b", "a REFERENCES t1(a,b)",
        "a, FOREIGN KEY(a) REFERENCES t1(a,b)", "a, FOREIGN KEY(nosuch) REFERENCES t1", "a CHECK(nosuch)", "a CHECK((SELECT 1))", "a CHECK(sum(a))", "a DEFAULT (b), b", "a DEFAULT b", "a AS (b)", "a AS (a)", "a AS (b), b AS (a)", "a AS (1) PRIMARY KEY",
        "a INT AS (1) DEFAULT 2, b INT", "a AS (random()), b", "a AS ((SELECT 1)), b", "a, UNIQUE(nosuch)", "a, UNIQUE(a+1)", "a, PRIMARY KEY(a,a)", "a, UNIQUE(a COLLATE nosuch)", "a COLLATE nosuch", "a INTEGER PRIMARY KEY, CHECK(a>?)", "a INT, b INT AS (nosuch)",
        "rowid INT PRIMARY KEY, _rowid_ INT, oid INT", "a INT CONSTRAINT x, b INT", "a INT, CONSTRAINT x", "a INT, CHECK(\"a\")", "a INT CHECK(\"nosuch\")", "a INT NOT NULL AS (1)", "a INT AS (count(*))", "\"\" INT", "a INTEGER, PRIMARY KEY(a) ON CONFLICT IGNORE",
        "a INT PRIMARY KEY, PRIMARY KEY(a)", "a INT UNIQUE UNIQUE, UNIQUE(a)", "a INT DEFAULT (SELECT 1)", "a INT DEFAULT (random())", "a INT AS (1) STORED, b INT AS (a) VIRTUAL, c INT AS (b+a)");
  }

  private String drop(Table table) {
    String name = table.text();
    List<Index> automatic = table.indexes().stream().filter(index -> !index.isOwn()).toList();
    String index = automatic.isEmpty() ? "nosuch" : random.of(automatic).name();
    return random.of("DROP INDEX " + index, "DROP " + (table.isView() ? "TABLE " : "VIEW ") + name, "DROP TRIGGER nosuch", "DROP INDEX nosuch", "DROP TABLE nosuch", "DROP VIEW nosuch", "DROP INDEX " + name, "DROP TABLE sqlite_schema", "DROP TABLE nosuch." + table.name(),
        "DROP TABLE main.sqlite_sequence", "DROP TRIGGER IF EXISTS nosuch.a", "DROP INDEX IF EXISTS main.nosuch");
  }

  private String alteration(String column) {
    return random.of(
        " RENAME TO sqlite_x", " RENAME TO \"\"", " RENAME nosuch TO x", " RENAME " + column + " TO " + column, " DROP nosuch", " ADD " + column, " ADD n INTEGER PRIMARY KEY", " ADD n UNIQUE", " ADD n NOT NULL", " ADD n DEFAULT CURRENT_TIME", " ADD n DEFAULT (1+1)",
        " ADD n AS (1) STORED", " ADD n REFERENCES t1 DEFAULT 1", " ADD n CHECK(nosuch)", " ADD n CHECK(0)", " ADD n NOT NULL DEFAULT NULL", " ADD n COLLATE nosuch", " ADD n AS (nosuch)", " ADD n NOT NULL AS (NULL)", " ALTER nosuch SET NOT NULL",
        " ALTER nosuch DROP NOT NULL", " DROP CONSTRAINT nosuch", " ADD CHECK(nosuch)", " ADD CHECK(0)", " ADD CONSTRAINT x UNIQUE(" + column + ")", " ADD CONSTRAINT x CHECK((SELECT 1))", " RENAME COLUMN " + column + " TO rowid", " RENAME TO main.x");
  }

  private String insert(String name, String column, int width) {
    String values = "1" + ",1".repeat(width);
    return random.of(
        "INSERT INTO nosuch VALUES(1)", "INSERT INTO " + name + " VALUES(" + values + ")", "INSERT INTO " + name + "(" + column + ") VALUES(1,2)", "INSERT INTO " + name + "(nosuch) VALUES(1)", "INSERT INTO " + name + "(" + column + "," + column + ") VALUES(1,2)",
        "INSERT INTO " + name + "(" + column + ") VALUES(1),(2,3)", "INSERT INTO " + name + "(" + column + ") SELECT 1,2", "INSERT INTO " + name + "(" + column + ") VALUES(nosuch)", "INSERT INTO " + name + "(" + column + ") VALUES(1) RETURNING nosuch",
        "INSERT INTO " + name + "(" + column + ") VALUES(1) ON CONFLICT(nosuch) DO NOTHING", "INSERT INTO " + name + "(" + column + ") VALUES(1) ON CONFLICT(" + column + "+1) DO NOTHING", "INSERT INTO " + name + "(" + column + ") VALUES(1) ON CONFLICT DO UPDATE SET nosuch=1",
        "INSERT INTO " + name + "(" + column + ") VALUES(1) ON CONFLICT DO NOTHING ON CONFLICT DO NOTHING", "INSERT INTO " + name + "(" + column + ") VALUES(excluded." + column + ")", "INSERT INTO " + name + "(" + column + ") VALUES(" + column + ")",
        "INSERT INTO " + name + "(" + column + ") DEFAULT VALUES", "INSERT INTO sqlite_schema VALUES(1,2,3,4,5)", "INSERT INTO " + name + "() VALUES()");
  }

  private String trigger(Table table, String column) {
    if (!table.schema().equals("main")) { // its name alone is another mistake
      return "DROP TRIGGER nosuch";
    }
    String time = table.isView() ? random.of(" BEFORE", " AFTER", "") : " INSTEAD OF";
    String right = table.isView() ? " INSTEAD OF" : random.of(" BEFORE", " AFTER");
    String free = "r" + random.between(100, 999_999); // which of two mistakes is told first is not defined
    String head = "CREATE TRIGGER " + free;
    String name = table.name();
    Table other = random.of(grammars.schema().tables());
    Column first = other.columns().get(0);
    return switch (random.below(9)) {
      case 0 -> head + time + " INSERT ON " + name + " BEGIN SELECT 1; END";
      case 1 -> head + right + " INSERT ON " + name + " BEGIN SELECT old." + column + "; END";
      case 2 -> head + right + " DELETE ON " + name + " WHEN new." + column + " BEGIN SELECT 1; END";
      case 3 -> head + right + " UPDATE OF nosuch ON " + name + " BEGIN SELECT 1; END";
      case 4 -> head + right + " UPDATE ON nosuch BEGIN SELECT 1; END";
      case 5 -> head + right + " DELETE ON " + name + " BEGIN " + random.of("INSERT INTO main." + other.name() + " DEFAULT VALUES", "UPDATE main." + other.name() + " SET a=1", "DELETE FROM main." + other.name(), "DELETE FROM " + other.name() + " INDEXED BY i1",
          "UPDATE " + other.name() + " NOT INDEXED SET a=1", "WITH w AS (SELECT 1) DELETE FROM " + other.name(), "DELETE FROM " + other.name() + " LIMIT 1", "DELETE FROM " + other.name() + " RETURNING 1", "UPDATE " + other.name() + " AS x SET a=1",
          "CREATE TABLE x(a)", "SELECT ?", "PRAGMA user_version", "") + "; END";
      case 6 -> head + right + " DELETE ON " + name + random.of(" BEGIN END", " SELECT 1", " BEGIN SELECT 1 END", " WHEN (SELECT 1,2) BEGIN SELECT 1; END", " WHEN sum(1) BEGIN SELECT 1; END");
      case 7 -> "CREATE TRIGGER main." + free + right + " DELETE ON temp." + name + " BEGIN SELECT 1; END";
      default -> head + right + " INSERT ON " + name + " WHEN raise(IGNORE) BEGIN UPDATE " + other.name() + " SET " + first.name() + "=new.nosuch; END";
    };
  }
}
