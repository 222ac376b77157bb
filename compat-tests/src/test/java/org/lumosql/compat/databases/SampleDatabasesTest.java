// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads every table of the sample databases through JDBC and compares row counts and MD5s with those that native SQLite gave
 * ({@code tables.tsv}). Skipped where the samples are not there: they are looked for in {@code ../shared/databases} beside the project, or where
 * {@code -Dlumosql.samples} says.
 */
class SampleDatabasesTest {
  private static final Path SAMPLES = Path.of(System.getProperty("lumosql.samples", "../../shared/databases"));

  @TempDir static Path scratch;

  private static final Map<String, List<Row>> EXPECTED = new LinkedHashMap<>();

  private record Row(String file, String table, String kind, String rows, String md5) {}

  @BeforeAll
  static void copySamples() throws IOException {
    assumeTrue(Files.exists(SAMPLES.resolve("tables.tsv")), "no sample databases at " + SAMPLES);
    for (String line : Files.readAllLines(SAMPLES.resolve("tables.tsv"), StandardCharsets.UTF_8)) {
      String[] fields = line.split("\t", -1);
      if (fields.length >= 4 && !fields[0].equals("file")) {
        // of a file whose schema cannot be read, the error stands in the place of the kind
        boolean unreadable = fields[2].startsWith("error");
        Row row =
            new Row(
                fields[0],
                unescape(fields[1]),
                unreadable ? "-" : fields[2],
                unreadable ? fields[2] : fields[3],
                fields.length > 4 ? fields[4] : "-");
        EXPECTED.computeIfAbsent(row.file(), file -> new ArrayList<>()).add(row);
      }
    }
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(Files.newInputStream(file), file.getFileName().toString());
      }
    }
    try (ZipFile zip = new ZipFile(SAMPLES.resolve("forensic.zip").toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        copy(zip.getInputStream(entry), entry.getName());
      }
    }
  }

  private static void copy(InputStream source, String name) throws IOException {
    Path target = scratch.resolve(name);
    Files.createDirectories(target.getParent());
    try (source) {
      Files.copy(source, target);
    }
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  @Test
  void everyTableReadsAsNativeSqliteReadsIt() throws Exception {
    List<String> differences = new ArrayList<>();
    int tables = 0;
    for (Map.Entry<String, List<Row>> file : EXPECTED.entrySet()) {
      Path path = find(file.getKey());
      try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + path)) {
        for (Row row : file.getValue()) {
          tables++;
          String difference = check(connection, row);
          if (difference != null) {
            differences.add(row.file() + " " + row.table() + ": " + difference);
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(tables).isGreaterThan(400);
  }

  private static Path find(String name) throws IOException {
    Path direct = scratch.resolve(name);
    if (Files.exists(direct)) {
      return direct;
    }
    try (Stream<Path> files = Files.walk(scratch)) {
      return files.filter(path -> path.toString().endsWith("/" + name)).findFirst().orElseThrow();
    }
  }

  private static String check(Connection connection, Row row) throws Exception {
    boolean expectsError = row.rows().startsWith("error");
    try {
      String actual = row.table().equals("-") && expectsError ? schema(connection) : contents(connection, row);
      if (expectsError) {
        return "expected " + row.rows() + ", got " + actual;
      }
      boolean hashed = row.kind().equals("table") && !row.md5().isEmpty() && !row.md5().equals("-");
      String expected = hashed ? row.rows() + " " + row.md5() : row.rows();
      String comparable = hashed ? actual : actual.split(" ")[0];
      return expected.equals(comparable) ? null : "expected " + expected + ", got " + comparable;
    } catch (SQLException e) {
      // the engine's exception has SQLite's own sentence
      String message = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      // R-Tree and FTS are listed as missing in COMPAT.md
      boolean missingModule = row.kind().equals("virtual") && message.matches("no such module: (?i)(rtree|fts[345])");
      return missingModule || expectsError && row.rows().equals("error: " + message)
          ? null
          : "expected " + row.rows() + ", got " + e.getMessage();
    }
  }

  private static String schema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
      return rows.getString(1);
    }
  }

  private static String contents(Connection connection, Row row) throws SQLException, NoSuchAlgorithmException {
    String name = '"' + row.table().replace("\"", "\"\"") + '"';
    boolean view = row.kind().equals("view");
    MessageDigest digest = MessageDigest.getInstance("MD5");
    long count = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + name + (view ? "" : " NOT INDEXED"))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        count++;
        for (int i = 1; i <= columns && !view; i++) {
          digest.update(line(rows.getObject(i)));
        }
        digest.update((byte) '\n');
      }
    }
    return count + " " + HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] line(Object value) {
    String text;
    if (value == null) {
      text = "n";
    } else if (value instanceof Double real) {
      text = "r" + HexFormat.of().toHexDigits(Double.doubleToRawLongBits(real));
    } else if (value instanceof byte[] blob) {
      text = "b" + HexFormat.of().formatHex(blob);
    } else if (value instanceof String string) {
      text = "t" + string;
    } else {
      text = "i" + value;
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
