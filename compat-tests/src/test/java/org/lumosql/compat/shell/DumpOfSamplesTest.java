// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
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
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.shell.Main;

/**
 * What {@code .dump} and {@code .recover} print of the sample databases is loaded into C SQLite; each table that C SQLite reads from the file itself, as
 * {@code tables.tsv} tells, has the same rows there.
 */
class DumpOfSamplesTest {
  private static final Path SAMPLES = Path.of(System.getProperty("lumosql.samples", "../../shared/databases"));

  /** Written by ANALYZE and AUTOINCREMENT as well, whose numbers may be others. */
  private static final Set<String> MAINTAINED = Set.of("sqlite_sequence", "sqlite_stat1", "sqlite_stat3", "sqlite_stat4");

  /** Damaged so that a table holds what no table can: rowids out of order or twice, NULL in NOT NULL columns of a table that two trees share. */
  private static final List<String> NOT_DUMPED = List.of("11/11-03_antifor.db", "14/14-01_antifor.db", "14/14-05_antifor.db", "14/14-07_antifor.db");

  /** The same, and trees with loops or cells twice, of which a recovery takes each page once. */
  private static final List<String> NOT_RECOVERED =
      List.of(
          "11/11-03_antifor.db", "11/11-05_antifor.db", "13/13-01_antifor.db", "14/14-01_antifor.db", "14/14-05_antifor.db", "14/14-07_antifor.db",
          "15/15-13_antifor.db");

  @TempDir Path scratch;

  private record Expected(String table, String rows, String md5) {}

  @Test
  void dumpsGiveTheTablesAgain() throws Exception {
    assertThat(differences(".dump", NOT_DUMPED)).isEmpty();
  }

  @Test
  void recoveriesGiveTheTablesAgain() throws Exception {
    assertThat(differences(".recover", NOT_RECOVERED)).isEmpty();
  }

  /** @param damaged files that must differ, so that the list stays true */
  private List<String> differences(String command, List<String> damaged) throws Exception {
    Map<String, List<Expected>> files = expectations();
    copySamples();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, List<Expected>> file : files.entrySet()) {
      String sql = run(find(file.getKey()), command);
      try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
          Statement statement = sqlite.createStatement()) {
        load(statement, sql, file.getKey(), differences);
        for (Expected table : file.getValue()) {
          if (!MAINTAINED.contains(table.table())) {
            compared++;
            compare(statement, file.getKey(), table, differences);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    for (String file : damaged) {
      assertThat(differences.removeIf(difference -> difference.startsWith(file))).as(file).isTrue();
    }
    return differences;
  }

  /** Runs the script as a whole; a dump that tells of damage is kept all the same. */
  private static void load(Statement statement, String sql, String file, List<String> differences) {
    try {
      statement.executeUpdate(sql.replace("ROLLBACK; -- due to errors", "COMMIT;"));
    } catch (SQLException e) {
      differences.add(file + ": " + e.getMessage());
    }
  }

  private static void compare(Statement statement, String file, Expected table, List<String> differences) {
    String expected = table.rows() + (table.md5().equals("-") ? "" : " " + table.md5());
    String actual;
    try {
      actual = contents(statement, table.table());
    } catch (SQLException | NoSuchAlgorithmException e) {
      actual = e.getMessage();
    }
    String comparable = table.md5().equals("-") ? actual.split(" ")[0] : actual;
    if (!expected.equals(comparable)) {
      differences.add(file + " " + table.table() + ": expected " + expected + ", got " + comparable);
    }
  }

  private static String run(Path database, String command) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main.run(new String[] {database.toString(), command}, InputStream.nullInputStream(), out, err, database.getParent());
    return out.toString(StandardCharsets.UTF_8);
  }

  // ---- the samples -----------------------------------------------------------------------------------------------------------------

  /** The tables that C SQLite could read, by file. */
  private static Map<String, List<Expected>> expectations() throws IOException {
    assumeTrue(Files.exists(SAMPLES.resolve("tables.tsv")), "no sample databases at " + SAMPLES);
    Map<String, List<Expected>> files = new LinkedHashMap<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("tables.tsv"), StandardCharsets.UTF_8)) {
      String[] fields = line.split("\t", -1);
      boolean isReadable = fields.length >= 5 && fields[2].equals("table") && !fields[3].startsWith("error");
      if (isReadable) {
        files.computeIfAbsent(fields[0], file -> new ArrayList<>()).add(new Expected(unescape(fields[1]), fields[3], fields[4].isEmpty() ? "-" : fields[4]));
      }
    }
    return files;
  }

  private static String unescape(String text) {
    return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
  }

  private void copySamples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, scratch.resolve(file.getFileName().toString()));
      }
    }
    try (ZipFile zip = new ZipFile(SAMPLES.resolve("forensic.zip").toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        Path target = scratch.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.copy(zip.getInputStream(entry), target);
      }
    }
  }

  private Path find(String name) throws IOException {
    Path direct = scratch.resolve(name);
    if (Files.exists(direct)) {
      return direct;
    }
    try (Stream<Path> files = Files.walk(scratch)) {
      return files.filter(path -> path.toString().endsWith("/" + name)).findFirst().orElseThrow();
    }
  }

  private static String contents(Statement statement, String table) throws SQLException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    long count = 0;
    try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\" NOT INDEXED")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        count++;
        for (int i = 1; i <= columns; i++) {
          digest.update((line(rows.getObject(i)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) '\n');
      }
    }
    return count + " " + HexFormat.of().formatHex(digest.digest());
  }

  private static String line(Object value) {
    if (value == null) {
      return "n";
    }
    if (value instanceof Double real) {
      return "r" + HexFormat.of().toHexDigits(Double.doubleToRawLongBits(real));
    }
    if (value instanceof byte[] blob) {
      return "b" + HexFormat.of().formatHex(blob);
    }
    return (value instanceof String ? "t" : "i") + value;
  }
}
