// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The Java API and what holds a connection together: attached databases, catalogue, transactions, statements.
 *
 * <p>Start with {@link org.lumosql.engine.Connection} and {@link org.lumosql.engine.Statement}; inside, {@code Session} is the connection as the
 * virtual machine and the compiler see it. Imports everything below; nothing below imports it.
 *
 * <p>Threads: a connection and its statements are used by one thread at a time; {@link org.lumosql.engine.Connection#interrupt()} may be called from
 * any. The JDBC driver lets threads share a connection, this API does not.
 *
 * <h2>Examples</h2>
 *
 * <p>All of them are compiled and run by {@code GuideTest}. Prepare, bind, step, read; nothing is boxed, and a closed statement's program is kept for the next one of the
 * same text:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open("app.db")) {
 *   connection.execute("CREATE TABLE IF NOT EXISTS t(id INTEGER PRIMARY KEY, name TEXT, score REAL, data BLOB)");
 *   try (Statement insert = connection.prepare("INSERT INTO t(name, score, data) VALUES (:name, :score, :data)")) {
 *     insert.bindText(insert.parameterNumber(":name"), "first");
 *     insert.bindDouble(insert.parameterNumber(":score"), 1.5);
 *     insert.bindBlob(insert.parameterNumber(":data"), new byte[] {1, 2, 3});
 *     insert.step();
 *     System.out.println("row " + connection.lastInsertRowid() + ", changed " + connection.changes());
 *   }
 *   try (Statement query = connection.prepare("SELECT id, name, score FROM t WHERE score > ?")) {
 *     query.bindDouble(1, 1);
 *     while (query.step()) {
 *       System.out.println(query.columnLong(0) + " " + query.columnText(1) + " " + query.columnDouble(2));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Transactions are SQL; an error says what it is by SQLite's code:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(":memory:")) {
 *   connection.execute("CREATE TABLE account(name TEXT PRIMARY KEY, cents INT CHECK (cents >= 0)); INSERT INTO account VALUES ('a', 100), ('b', 0)");
 *   connection.execute("BEGIN");
 *   try {
 *     connection.execute("UPDATE account SET cents = cents + 500 WHERE name = 'b'; UPDATE account SET cents = cents - 500 WHERE name = 'a'");
 *     connection.execute("COMMIT");
 *   } catch (EngineException e) {
 *     System.out.println(e.code() + ": " + e.getMessage());
 *     connection.execute("ROLLBACK");
 *   }
 * }
 * }</pre>
 *
 * <p>A function of one's own, and a collation:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(":memory:")) {
 *   connection.addFunction(
 *       FunctionDefinition.scalar(
 *           "hypot",
 *           2,
 *           FunctionDefinition.DETERMINISTIC,
 *           (context, registers, first, count) ->
 *               context.result().setReal(Math.hypot(Arguments.real(registers[first]), Arguments.real(registers[first + 1])))));
 *   try (Statement statement = connection.prepare("SELECT hypot(3, 4)")) {
 *     statement.step();
 *     System.out.println(statement.columnDouble(0));
 *   }
 * }
 * }</pre>
 *
 * <p>Listeners: rows that change, commits, statements with their times; and a limit to how long a statement may run:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(":memory:")) {
 *   connection.setUpdateListener((operation, database, table, rowid) -> System.out.println(operation + " " + table + " " + rowid));
 *   connection.setCommitListener(() -> false); // true would make it a rollback
 *   connection.setStatementListener(
 *       new StatementListener() {
 *         public void ended(Statement statement, long nanoseconds) {
 *           System.out.println(statement.expandedSql() + " took " + nanoseconds + " ns");
 *         }
 *       });
 *   connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
 *   connection.setDeadline(System.nanoTime() + 5_000_000_000L);
 *   connection.execute("SELECT count(*) FROM t");
 *   connection.clearDeadline();
 * }
 * }</pre>
 *
 * <p>Rows before they change, with what is in them:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(":memory:")) {
 *   connection.execute("CREATE TABLE price(name TEXT, cents INT); INSERT INTO price VALUES ('tea', 250)");
 *   connection.setPreUpdateListener(
 *       change -> {
 *         if (change.operation() == UpdateListener.Operation.UPDATE) {
 *           System.out.println(change.text(change.oldValue(0)) + ": " + change.oldValue(1).integer() + " to " + change.newValue(1).integer());
 *         }
 *       });
 *   connection.execute("UPDATE price SET cents = 280");
 * }
 * }</pre>
 *
 * <p>SQL from somebody who may not do everything:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open(":memory:")) {
 *   connection.execute("CREATE TABLE person(name, salary)");
 *   connection.setAuthorizer(
 *       (action, first, second, database, inner) ->
 *           action == org.lumosql.schema.Authorizer.Action.READ && "salary".equals(second)
 *               ? org.lumosql.schema.Authorizer.Decision.IGNORE // it is NULL then
 *               : org.lumosql.schema.Authorizer.Decision.OK);
 *   connection.execute("SELECT name, salary FROM person");
 * }
 * }</pre>
 *
 * <p>Large values in pieces, without having them in memory:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open("app.db")) {
 *   connection.execute("CREATE TABLE IF NOT EXISTS film(id INTEGER PRIMARY KEY, content BLOB); INSERT INTO film VALUES (1, zeroblob(1000000))");
 *   try (BlobHandle blob = connection.openBlob("main", "film", "content", 1, true)) {
 *     byte[] piece = new byte[4096];
 *     for (int at = 0; at < blob.length(); at += piece.length) {
 *       blob.write(at, piece, 0, Math.min(piece.length, blob.length() - at));
 *     }
 *     try (java.io.InputStream in = blob.inputStream()) {
 *       System.out.println(in.skip(999_990) + " skipped, " + in.available() + " left");
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A copy of a database while it is in use, and a database as bytes:
 *
 * <pre>{@code
 * try (Connection connection = Connection.open("app.db");
 *     Connection copy = Connection.open("copy.db");
 *     Connection memory = Connection.open(":memory:")) {
 *   connection.execute("CREATE TABLE IF NOT EXISTS t(a)");
 *   try (Backup backup = connection.backup("main", copy, "main")) {
 *     while (!backup.step(100)) {
 *       System.out.println(backup.remainingPages() + " of " + backup.totalPages() + " pages are left");
 *     }
 *   }
 *   byte[] image = connection.serialize("main");
 *   memory.deserialize("main", image);
 *   System.out.println(memory.status());
 * }
 * }</pre>
 */
package org.lumosql.engine;
