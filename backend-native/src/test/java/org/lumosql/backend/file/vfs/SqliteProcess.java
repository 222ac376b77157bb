// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * C SQLite in another process: the neighbour with whom files are shared. (In the same process its descriptors would
 * drop our locks.) Each line sent is a statement; the answer is its rows, columns separated by {@code |}, or {@code
 * error: code}.
 */
public final class SqliteProcess implements AutoCloseable {
  private static final String END = "----";

  private final Process process;
  private final PrintStream toProcess;
  private final BufferedReader fromProcess;

  public SqliteProcess(Path database) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SqliteProcess.class.getName(),
                  database.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    toProcess = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    fromProcess = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Runs a statement; returns its rows, lines joined by newlines. */
  public String run(String sql) {
    toProcess.println(sql);
    List<String> lines = new ArrayList<>();
    try {
      for (String line = fromProcess.readLine(); !END.equals(line); line = fromProcess.readLine()) {
        if (line == null) {
          throw new IllegalStateException("the SQLite process has ended after " + sql + ": " + lines);
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join("\n", lines);
  }

  /** Ends it without giving it a chance to clean up. */
  public void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  @Override
  public void close() {
    toProcess.close();
    waitForEnd();
  }

  private void waitForEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other process. */
  public static void main(String[] arguments) throws SQLException, IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0] + "?busy_timeout=0");
        Statement statement = connection.createStatement()) {
      for (String sql = in.readLine(); sql != null; sql = in.readLine()) {
        try {
          if (statement.execute(sql)) {
            print(statement, out);
          }
        } catch (SQLException e) {
          out.println("error: " + e.getErrorCode());
        }
        out.println(END);
      }
    }
  }

  private static void print(Statement statement, PrintStream out) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        out.println(line);
      }
    }
  }
}
