// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts of a JVM that opens a database, runs one SELECT and ends: this driver and sqlite-jdbc in turn, each without and with an archive of its classes
 * (class data sharing), which is made beforehand. Prints medians and their ratio.
 *
 * <p>{@code StartBenchmark [ROUNDS]}, 40 if not said. The class path is that of this JVM.
 */
public final class StartBenchmark {
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 3;
  private static final String QUERY = "SELECT name FROM person WHERE id = 500";

  private final List<Contender> contenders = new ArrayList<>();
  private final Path directory;

  private StartBenchmark(Path directory) {
    this.directory = directory;
  }

  /** One way to start. */
  private record Contender(String name, List<String> command, List<Double> milliseconds) {
    double median() {
      double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    StartBenchmark benchmark = new StartBenchmark(Files.createTempDirectory("start"));
    benchmark.prepare();
    benchmark.run(rounds);
  }

  private void prepare() throws SQLException, IOException, InterruptedException {
    Path file = directory.resolve("person.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT); WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c WHERE x<1000) "
              + "INSERT INTO person SELECT x, 'name ' || x FROM c");
    }
    String ours = classPath("lumosql", true);
    String theirs = classPath("sqlite-jdbc", false);
    add("lumosql", ours, "jdbc:lumosql:" + file, null);
    add("sqlite-jdbc", theirs, "jdbc:sqlite:" + file, null);
    add("lumosql, archive", ours, "jdbc:lumosql:" + file, directory.resolve("lumosql.jsa"));
    add("sqlite-jdbc, archive", theirs, "jdbc:sqlite:" + file, directory.resolve("sqlite.jsa"));
  }

  /** The jars that a driver needs, and the folder or jar of this class. Archives are made of jars only, so that all of them should be. */
  private static String classPath(String part, boolean ours) {
    List<String> wanted = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      boolean isOther = entry.contains("sqlite-jdbc") || entry.contains("slf4j");
      boolean isEngine = entry.contains("lmdb") || entry.contains("-bdb") || entry.contains("rocksdb") || entry.contains("je-") || entry.contains("jmh-core");
      if (ours ? !isOther && !isEngine : isOther || entry.contains("jmh") && !entry.contains("jmh-")) {
        wanted.add(entry);
      }
    }
    if (wanted.stream().noneMatch(entry -> entry.contains(part) || ours)) {
      throw new IllegalStateException(part + " is not on the class path");
    }
    return String.join(File.pathSeparator, wanted);
  }

  private void add(String name, String classPath, String url, Path archive) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    List<String> rest = List.of("-cp", classPath, StartProbe.class.getName(), url, QUERY);
    if (archive != null) {
      List<String> dump = new ArrayList<>(command);
      dump.add("-XX:ArchiveClassesAtExit=" + archive);
      dump.addAll(rest);
      run(dump);
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(rest);
    contenders.add(new Contender(name, command, new ArrayList<>()));
  }

  private static double run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] printed = process.getInputStream().readAllBytes();
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(command + " ends with " + status + ": " + new String(printed));
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private void run(int rounds) throws IOException, InterruptedException {
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Contender contender : contenders) {
        double time = run(contender.command());
        if (round >= 0) {
          contender.milliseconds().add(time);
        }
      }
    }
    for (Contender contender : contenders) {
      double[] all = contender.milliseconds().stream().mapToDouble(Double::doubleValue).toArray();
      double least = Arrays.stream(all).min().orElse(0);
      System.out.println(String.format(Locale.ROOT, "%-22s median %7.1f ms, least %7.1f ms", contender.name(), contender.median(), least));
    }
    System.out.println(String.format(Locale.ROOT, "ratio without archives %.2f, with archives %.2f, ours with against theirs without %.2f",
        contenders.get(0).median() / contenders.get(1).median(), contenders.get(2).median() / contenders.get(3).median(),
        contenders.get(2).median() / contenders.get(1).median()));
  }
}
