// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import static org.lumosql.jmh.shapes.Shape.compile;
import static org.lumosql.jmh.shapes.Shape.once;
import static org.lumosql.jmh.shapes.Texts.list;
import static org.lumosql.jmh.shapes.Texts.statements;

import java.util.List;

/** Statements on wide tables and on large schemas. */
final class LargeSchemas {
  private static final String SMALL = "CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d)";
  private static final String DEFINITIONS = "CREATE TABLE table_@(id INTEGER PRIMARY KEY, name TEXT NOT NULL, other REFERENCES table_~, value DEFAULT 1)";

  private LargeSchemas() {}

  private static List<String> wide(int columns) {
    return List.of("CREATE TABLE v(" + list(columns, "c@") + ")");
  }

  private static List<String> tables(int count) {
    return statements(List.of(), count, DEFINITIONS);
  }

  static List<Shape> all() {
    return List.of(
        once("wide table: CREATE", 2_000, n -> List.of(), n -> wide(n).get(0)),
        once("wide table: CREATE with types and constraints", 2_000, n -> List.of(), n -> "CREATE TABLE v(" + list(n, "c@ INT NOT NULL DEFAULT @ CHECK (c@ > 0)") + ")"),
        compile("wide table: SELECT *", 2_000, LargeSchemas::wide, n -> "SELECT * FROM v AS v#"),
        compile("wide table: SELECT of its columns", 2_000, LargeSchemas::wide, n -> "SELECT " + list(n, "c@") + " FROM v AS v#"),
        compile("wide table: SELECT of expressions", 2_000, LargeSchemas::wide, n -> "SELECT " + list(n, "c@ + 1") + " FROM v AS v#"),
        compile("wide table: SELECT from a subquery", 2_000, LargeSchemas::wide, n -> "SELECT * FROM (SELECT * FROM v AS v# LIMIT 1)"),
        compile("wide table: INSERT naming columns", 2_000, LargeSchemas::wide, n -> "INSERT INTO v AS v#(" + list(n, "c@") + ") VALUES(" + list(n, "@") + ")"),
        compile("wide table: INSERT of SELECT", 2_000, LargeSchemas::wide, n -> "INSERT INTO v AS v# SELECT * FROM v"),
        compile("wide table: UPDATE of all", 2_000, LargeSchemas::wide, n -> "UPDATE v AS v# SET " + list(n, "c@ = c@ + 1")),
        compile("wide table: UPSERT", 1_000, n -> List.of("CREATE TABLE v(id INTEGER PRIMARY KEY, " + list(n, "c@") + ")"), n -> "INSERT INTO v AS v# VALUES(1, " + list(n, "@") + ") ON CONFLICT(id) DO UPDATE SET " + list(n, "c@ = excluded.c@")),
        compile("wide table: RETURNING *", 2_000, LargeSchemas::wide, n -> "DELETE FROM v AS v# RETURNING *"),
        compile("wide table: INSERT with checks", 1_000, n -> List.of("CREATE TABLE v(" + list(n, "c@ INT NOT NULL DEFAULT @ CHECK (c@ > 0)") + ")"), n -> "INSERT INTO v AS v# DEFAULT VALUES"),
        compile("wide table: generated columns", 500, n -> List.of("CREATE TABLE v(c0, " + list(n, "c@ AS (c0 + @)") + ")"), n -> "SELECT * FROM v AS v#"),
        compile("wide table: chain of generated columns", 20, n -> statements(List.of(), 1, "CREATE TABLE v(c0, " + Texts.joined(n, ", ", i -> "c" + i + " AS (c" + (i - 1) + " + 1) STORED") + ")"), n -> "INSERT INTO v AS v# VALUES(1)"),
        compile("triggers on a table", 500, n -> statements(List.of(SMALL, "CREATE TABLE log(x)"), n, "CREATE TRIGGER r@ AFTER UPDATE ON t BEGIN INSERT INTO log VALUES(new.a + @); END"), n -> "UPDATE t AS t# SET b = 1"),
        compile("triggers on a table that do not fire", 500, n -> statements(List.of(SMALL, "CREATE TABLE log(x)"), n, "CREATE TRIGGER r@ AFTER DELETE ON t BEGIN INSERT INTO log VALUES(old.a + @); END"), n -> "UPDATE t AS t# SET b = 1"),
        compile("triggers, a chain of tables", 200, n -> statements(List.of("CREATE TABLE t0(a, b)"), n, "CREATE TABLE t@(a, b)", "CREATE TRIGGER r@ AFTER UPDATE ON t~ BEGIN UPDATE t@ SET a = new.a; END"), n -> "UPDATE t0 AS t# SET a = 1"),
        compile("indexes: SELECT", 500, n -> statements(List.of(SMALL), n, "CREATE INDEX i@ ON t(b, c, d)"), n -> "SELECT a AS a# FROM t WHERE b = 1 AND c = 2"),
        compile("indexes: INSERT", 500, n -> statements(List.of(SMALL), n, "CREATE INDEX i@ ON t(b, c, d)"), n -> "INSERT INTO t AS t#(b) VALUES(1)"),
        compile("indexes: join of four", 200, n -> statements(List.of(SMALL), n, "CREATE INDEX i@ ON t(b, c, d)"), n -> "SELECT count(*) AS a# FROM t t1, t t2, t t3, t t4 WHERE t1.b = t2.b AND t2.b = t3.b AND t3.b = t4.b"),
        compile("indexes, partial: SELECT", 500, n -> statements(List.of(SMALL), n, "CREATE INDEX i@ ON t(b, c) WHERE d > @"), n -> "SELECT a AS a# FROM t WHERE b = 1 AND d > 1000"),
        compile("indexes on expressions: SELECT", 500, n -> statements(List.of(SMALL), n, "CREATE INDEX i@ ON t(b + @)"), n -> "SELECT a AS a# FROM t WHERE b + 7 = 1"),
        compile("foreign keys to a table: DELETE", 500, n -> statements(List.of("PRAGMA foreign_keys = 1", SMALL), n, "CREATE TABLE f@(x REFERENCES t ON DELETE CASCADE)"), n -> "DELETE FROM t AS t# WHERE a = 1"),
        compile("foreign keys, a chain: DELETE", 500, n -> statements(List.of("PRAGMA foreign_keys = 1", "CREATE TABLE f0(id INTEGER PRIMARY KEY, x)"), n, "CREATE TABLE f@(id INTEGER PRIMARY KEY, x REFERENCES f~ ON DELETE CASCADE)"), n -> "DELETE FROM f0 AS t# WHERE id = 1"),
        compile("foreign keys of a table: INSERT", 200, n -> statements(List.of("PRAGMA foreign_keys = 1", SMALL), 1, "CREATE TABLE f(" + list(n, "x@ REFERENCES t") + ")"), n -> "INSERT INTO f AS t# DEFAULT VALUES"),
        compile("views, each of the one before", 200, n -> statements(List.of("CREATE VIEW v0 AS SELECT 1 AS a, 2 AS b"), n, "CREATE VIEW v@ AS SELECT a, b + 1 AS b FROM v~"), n -> "SELECT a AS a# FROM v" + n),
        compile("views, doubling", 8, n -> statements(List.of(SMALL, "CREATE VIEW v0 AS SELECT a, b FROM t LIMIT 5"), n, "CREATE VIEW v@ AS SELECT x.a, y.b FROM v~ x JOIN v~ y ON x.a = y.b LIMIT 10"), n -> "SELECT a AS a# FROM v" + n),
        compile("views of unions, doubling", 8, n -> statements(List.of(SMALL, "CREATE VIEW v0 AS SELECT a, b FROM t"), n, "CREATE VIEW v@ AS SELECT a, b FROM v~ UNION ALL SELECT b, a FROM v~"), n -> "SELECT a AS a# FROM v" + n),
        compile("tables: one statement", 4_000, LargeSchemas::tables, n -> "SELECT id AS a# FROM table_7"),
        once("tables: CREATE another", 4_000, LargeSchemas::tables, n -> "CREATE TABLE another(a)"),
        once("tables: CREATE all", 2_000, n -> List.of(), n -> String.join(";", tables(n))),
        once("tables: DROP one", 4_000, LargeSchemas::tables, n -> "DROP TABLE table_77"),
        once("tables: rename one", 1_000, LargeSchemas::tables, n -> "ALTER TABLE table_77 RENAME TO other_77"),
        once("tables: rename a column", 1_000, LargeSchemas::tables, n -> "ALTER TABLE table_77 RENAME COLUMN name TO title"),
        once("tables: ADD COLUMN", 4_000, LargeSchemas::tables, n -> "ALTER TABLE table_77 ADD COLUMN more"),
        once("tables: DROP COLUMN", 4_000, LargeSchemas::tables, n -> "ALTER TABLE table_77 DROP COLUMN value"),
        once("tables: ANALYZE", 1_000, LargeSchemas::tables, n -> "ANALYZE"),
        once("tables: VACUUM", 1_000, LargeSchemas::tables, n -> "VACUUM"),
        once("tables: integrity_check", 1_000, LargeSchemas::tables, n -> "PRAGMA integrity_check"),
        once("tables: foreign_key_check", 1_000, LargeSchemas::tables, n -> "PRAGMA foreign_key_check"),
        once("tables: sqlite_schema", 4_000, LargeSchemas::tables, n -> "SELECT name FROM sqlite_schema"),
        once("tables: pragma_table_info of all", 2_000, LargeSchemas::tables, n -> "SELECT count(*) FROM sqlite_schema s, pragma_table_info(s.name)"),
        once("views: rename a column", 2_000, n -> statements(List.of(SMALL), n, "CREATE VIEW v@ AS SELECT a, b + @ AS b FROM t WHERE c > 'x'"), n -> "ALTER TABLE t RENAME COLUMN c TO cc"),
        once("triggers: rename a column", 1_000, n -> statements(List.of(SMALL), n, "CREATE TRIGGER r@ AFTER UPDATE ON t BEGIN UPDATE t SET b = new.c; END"), n -> "ALTER TABLE t RENAME COLUMN c TO cc"),
        new Shape("tables: open and read one", Shape.Kind.OPEN, 4_000, LargeSchemas::tables, n -> "SELECT id FROM table_7"));
  }
}
