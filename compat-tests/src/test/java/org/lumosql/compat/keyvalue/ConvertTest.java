// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.compat.support.Side;
import org.lumosql.convert.ConvertCommand;
import org.lumosql.convert.Converter;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.engine.TreeSummary;
import org.lumosql.shell.Main;

/** Databases move from backend to backend with all that is in them. */
class ConvertTest {
  private static final String CONTENTS =
      "CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, x REAL DEFAULT 1.5, b BLOB);"
          + "CREATE INDEX tx ON t(x DESC, name COLLATE NOCASE) WHERE x > 0;"
          + "CREATE TABLE w(k TEXT, n INT, PRIMARY KEY(k DESC, n)) WITHOUT ROWID;"
          + "CREATE TABLE \"odd name\"(\"rowid\", \"oid\", \"_rowid_\");"
          + "CREATE TABLE \"empty\"(a);"
          + "CREATE VIEW v AS SELECT name FROM t;"
          + "CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT OR IGNORE INTO w VALUES(new.name, new.id); END;"
          + "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c WHERE i < 3000)"
          + " INSERT INTO t(name, x, b) SELECT 'name ' || i, i / 7.0, zeroblob(i % 500) FROM c;"
          + "DELETE FROM t WHERE id % 3 = 0;"
          + "INSERT INTO \"odd name\"(\"rowid\", \"oid\") VALUES(7, 8), (9, NULL);"
          + "ANALYZE; PRAGMA user_version = 42; PRAGMA application_id = 4711";

  @TempDir Path directory;

  private Path made(String name, String backend) {
    Path path = directory.resolve(name);
    try (Connection connection = Connection.open("file:" + path + "?backend=" + backend)) {
      connection.execute(CONTENTS);
    }
    return path;
  }

  private static List<TreeSummary> convert(Path from, Path to, String backend) {
    return new Converter(from.toString(), "file:" + to + "?backend=" + backend, (step, name, entries, isDone) -> {}).run();
  }

  private static String text(Path path, String sql) {
    try (Connection connection = Connection.open(path.toString());
        Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnText(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"file,lmdb", "lmdb,bdb", "bdb,rocksdb", "rocksdb,file"})
  void aCopyHasAllThatTheSourceHas(String from, String to) throws Exception {
    Path source = made("source", from);
    Path target = directory.resolve("target");
    List<TreeSummary> copied = convert(source, target, to);
    assertThat(copied.stream().map(TreeSummary::name)).contains("t", "tx", "w", "odd name", "empty", "sqlite_stat1", "sqlite_sequence");
    assertThat(copied.stream().filter(tree -> tree.name().equals("t")).findFirst().orElseThrow().entries()).isEqualTo(2000);
    for (String sql :
        List.of("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) || total(x) FROM v JOIN t USING(name)",
            "SELECT seq FROM sqlite_sequence", "SELECT group_concat(k || n) FROM w", "PRAGMA integrity_check",
            "SELECT group_concat(coalesce(\"rowid\", '') || '/' || coalesce(\"oid\", 'null')) FROM \"odd name\"")) {
      assertThat(text(target, sql)).as(sql).isEqualTo(text(source, sql));
    }
    assertThat(text(target, "PRAGMA lumo_backend")).isEqualTo(to);
  }

  /** The way back leads to a file that the C library reads. */
  @Test
  void aFileAgainIsOneForTheLibraryInC() throws Exception {
    Path engine = made("engine", "lmdb");
    Path file = directory.resolve("file.db");
    convert(engine, file, "file");
    try (Side side = Side.Engine.SQLITE.open(file)) {
      assertThat(side.query("PRAGMA integrity_check")).containsExactly("tok");
      assertThat(side.query("SELECT count(*), max(id) FROM t")).containsExactly("i2000|i2999");
    }
  }

  @Test
  void theSourceStaysAsItIs() throws Exception {
    Path source = made("source.db", "file");
    byte[] before = Files.readAllBytes(source);
    convert(source, directory.resolve("target"), "lmdb");
    assertThat(Arrays.equals(Files.readAllBytes(source), before)).isTrue();
    assertThat(Files.exists(Path.of(source + "-journal"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"file,file", "file,lmdb", "lmdb,bdb"})
  void nothingIsOverwritten(String from, String to) {
    Path source = made("source", from);
    Path target = made("target", to);
    assertThatThrownBy(() -> convert(source, target, to))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("output file already exists");
  }

  /** More than what is kept in the heap at once. */
  @ParameterizedTest
  @CsvSource({"lmdb", "bdb", "rocksdb"})
  void aLargeCopyIsWrittenInParts(String to) {
    Path source = directory.resolve("large.db");
    try (Connection connection = Connection.open(source.toString())) {
      connection.execute("PRAGMA synchronous = off; CREATE TABLE t(a, b); CREATE INDEX ta ON t(a);"
          + "WITH RECURSIVE c(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM c WHERE i < 1000)"
          + " INSERT INTO t SELECT i * 7919 % 1000, zeroblob(40000) FROM c");
    }
    Path target = directory.resolve("copy");
    convert(source, target, to);
    assertThat(text(target, "SELECT count(*) || ' ' || sum(a) FROM t INDEXED BY ta")).isEqualTo("1000 499500");
  }

  @Test
  void theCommandTellsWhatItDoes() {
    Path source = made("source.db", "file");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    ConvertCommand command =
        new ConvertCommand(
            new PrintStream(output, true, StandardCharsets.UTF_8), new PrintStream(errors, true, StandardCharsets.UTF_8));
    List<String> arguments = List.of(source.toString(), "file:" + directory.resolve("new") + "?backend=lmdb");
    assertThat(command.run(arguments)).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("table t ").contains(": the same in both");
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("copied t: 2000").contains("compared tx: 2000");
    errors.reset();
    assertThat(command.run(arguments)).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Error: output file already exists");
    assertThat(command.run(List.of())).isEqualTo(2);
  }

  /** As it is typed at the command line: there and back again, and the tables are those that were. */
  @Test
  void theShellConvertsThereAndBack() throws Exception {
    Path source = made("source.db", "file");
    Path engine = directory.resolve("engine");
    Path back = directory.resolve("back.db");
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThat(shell(told, "convert", source.toString(), "file:" + engine + "?backend=lmdb")).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("copied t: 2000").contains(": the same in both");
    assertThat(text(engine, "PRAGMA lumo_backend")).isEqualTo("lmdb");
    assertThat(shell(told, "convert", engine.toString(), "file:" + back + "?backend=file")).isZero();
    for (String sql :
        List.of("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", "SELECT rowid, * FROM t", "SELECT * FROM w", "SELECT * FROM \"odd name\"",
            "SELECT * FROM \"empty\"", "SELECT * FROM sqlite_sequence", "SELECT * FROM sqlite_stat1 ORDER BY tbl, idx", "PRAGMA user_version", "PRAGMA integrity_check")) {
      assertThat(inC(back, sql)).as(sql).isEqualTo(inC(source, sql));
    }
    told.reset();
    assertThat(shell(told, "convert", source.toString(), back.toString())).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo("Error: output file already exists\n");
    assertThat(shell(told, "convert", source.toString())).isEqualTo(2);
  }

  private int shell(ByteArrayOutputStream told, String... arguments) throws IOException {
    return Main.run(arguments, InputStream.nullInputStream(), told, told, directory);
  }

  private static List<String> inC(Path file, String sql) throws Exception {
    try (Side side = Side.Engine.SQLITE.open(file)) {
      return side.query(sql);
    }
  }
}
