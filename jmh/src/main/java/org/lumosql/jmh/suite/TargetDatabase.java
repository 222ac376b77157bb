// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lumosql.bench.run.TargetSetup;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.targets.Engine;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.TargetName;

/**
 * A database of a target in a folder of its own. The drivers are those of the class path, so that no other version can be asked for: {@code lumosql bench} has any.
 */
public final class TargetDatabase implements AutoCloseable {
  /** C SQLite, whose answers the others are compared with. */
  public static final String REFERENCE = "3.54.1";

  private static final List<Option> OF_THE_TOOL = List.of(Option.COMMIT, Option.DATASIZE, Option.HEAP, Option.JAVA);
  private static final int WAIT_FOR_LOCKS = 20_000;

  private final TargetName name;
  private final TargetSetup setup;
  private final Path folder;
  private final boolean isKept;
  /** Keeps other databases open from the first connection on: they would close with the last one, and HSQLDB does not open well again at once. */
  private Connection holder;

  private TargetDatabase(String target, Path folder, boolean isKept) {
    this.name = named(target);
    this.setup = TargetSetup.of(name);
    this.folder = folder;
    this.isKept = isKept;
    // Derby writes its log into the working directory unless told otherwise
    System.setProperty("derby.stream.error.file", folder.resolve("derby.log").toString());
  }

  private static TargetName named(String target) {
    TargetName name = TargetName.parse(target);
    if (name.engine().hasVersions() && !name.version().equals(name.engine().defaultVersion())) {
      throw new IllegalArgumentException(target + " is not on the class path, " + name.engine().defaultVersion() + " is; lumosql bench takes any version");
    }
    for (Option option : OF_THE_TOOL) {
      if (!name.option(option).equals(option.defaultValue())) {
        throw new IllegalArgumentException("option " + option.label() + " is for lumosql bench");
      }
    }
    return name;
  }

  /** A new one among others, which is gone when it is closed. */
  public static TargetDatabase create(String target, Path directory) throws IOException {
    return new TargetDatabase(target, Files.createTempDirectory(directory, "run"), false);
  }

  /** One that stays there; {@link #isThere()} says whether it is already. */
  static TargetDatabase kept(String target, Path directory, String what) throws IOException {
    String place = what + "-" + named(target).toString().replace('+', '_');
    return new TargetDatabase(target, Files.createDirectories(directory.resolve(place)), true);
  }

  /** Whether a kept database was finished. */
  boolean isThere() {
    return Files.exists(folder.resolve("finished"));
  }

  /** Says that a kept database has everything in it. */
  void finish() throws IOException {
    Files.createFile(folder.resolve("finished"));
  }

  /** Throws away what is there of a kept database that was not finished. */
  void clear() throws IOException {
    delete(folder);
    Files.createDirectories(folder);
  }

  /** @throws IllegalArgumentException if the target wants a statement after each commit */
  public Connection connect() throws SQLException {
    if (!sync().isEmpty()) {
      throw new IllegalArgumentException(name + " syncs in small transactions and LumoSQL's tests only");
    }
    return connectToSync();
  }

  /** What follows each commit, if the target has commits that are not on the disk at once; empty if nothing does. */
  String sync() {
    return setup.sync();
  }

  /** For those that do run {@link #sync()} after each commit. */
  synchronized Connection connectToSync() throws SQLException {
    if (holder == null && !name.engine().isSqlite()) {
      holder = DriverManager.getConnection(url());
    }
    Connection connection = DriverManager.getConnection(url());
    try (Statement statement = connection.createStatement()) {
      if (name.engine().isSqlite()) {
        statement.execute("PRAGMA busy_timeout=" + WAIT_FOR_LOCKS);
      }
      if (name.engine() == Engine.HSQLDB) {
        // rows on disk, as all others have them, and readers beside a writer
        statement.execute("SET DATABASE DEFAULT TABLE TYPE CACHED");
        statement.execute("SET DATABASE TRANSACTION CONTROL MVCC");
      }
      for (String sql : setup.preparation()) {
        statement.execute(sql);
      }
    }
    if (name.engine() == Engine.DERBY) {
      // the level at which a statement sees one state of the database, as it does in the others
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    }
    return connection;
  }

  String url() {
    return setup.url().replace("{file}", folder.resolve("benchmark.db").toString());
  }

  public Dialect dialect() {
    return setup.dialect();
  }

  /** Whether its SQL is SQLite's. */
  boolean isSqlite() {
    return name.engine().isSqlite();
  }

  /** Whether statements have parameters: the option {@code prepared}. */
  boolean isPrepared() {
    return setup.isPrepared();
  }

  Path folder() {
    return folder;
  }

  /** Ends the engine, so that another process can open the database: its connections must be closed. */
  synchronized void release() throws SQLException {
    if (holder != null) {
      holder.close();
      holder = null;
    }
    if (name.engine() == Engine.DERBY) {
      shutDownDerby();
    }
  }

  /** Its connections must be closed. */
  @Override
  public void close() throws SQLException, IOException {
    release();
    if (!isKept) {
      delete(folder);
    }
  }

  private void shutDownDerby() throws SQLException {
    try {
      DriverManager.getConnection(url().replace(";create=true", ";shutdown=true")).close();
    } catch (SQLException end) {
      // that is how Derby says that a database was shut down, and that it was not open
      if (!List.of("08006", "XJ004", "XJ015").contains(end.getSQLState())) {
        throw end;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
