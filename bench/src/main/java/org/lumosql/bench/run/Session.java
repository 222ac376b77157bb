// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.Step;

/** A new database of a target, and the tests on it. */
final class Session {
  private final TargetSetup setup;
  private final Connection connection;

  Session(TargetSetup setup, Path folder) throws SQLException {
    this.setup = setup;
    // Derby writes its log into the working directory unless told otherwise
    System.setProperty("derby.stream.error.file", folder.resolve("derby.log").toString());
    this.connection = DriverManager.getConnection(setup.url().replace("{file}", folder.resolve("benchmark.db").toString()));
    try (Statement statement = connection.createStatement()) {
      for (String sql : setup.preparation()) {
        statement.execute(sql);
      }
    }
    if (!setup.journalMode().isEmpty() && !answer("PRAGMA journal_mode").toLowerCase(Locale.ROOT).equals(setup.journalMode())) {
      throw new SQLException("journal mode " + setup.journalMode() + " was not taken: " + answer("PRAGMA journal_mode"));
    }
    // a key is derived and an empty database is made now, not in the first test
    if (setup.dialect() == Dialect.SQLITE) {
      answer("SELECT count(*) FROM sqlite_master");
    }
  }

  /** What is timed are the statements, not their making. */
  Answer.Ran run(LumoTest test) throws SQLException {
    System.gc();
    Output output = new Output();
    Times times = Times.NONE;
    StepRunner runner = new StepRunner(connection, setup.sync());
    for (Iterator<List<Step>> parts = test.steps().parts(); parts.hasNext(); ) {
      List<Step> part = parts.next();
      List<String> texts = setup.isPrepared() ? List.of() : part.stream().map(Step::text).toList();
      Times before = Clock.now();
      if (setup.isPrepared()) {
        runner.prepared(part, output);
      } else {
        runner.texts(part, texts, output);
      }
      times = times.plus(Clock.now().since(before));
    }
    Times before = Clock.now();
    runner.close();
    return output.ran(times.plus(Clock.now().since(before)));
  }

  /** What the engine says of itself and of the Java that it runs on. */
  Map<String, String> facts() throws SQLException {
    Map<String, String> facts = new TreeMap<>();
    facts.put("engine-product", connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion());
    if (setup.dialect() == Dialect.SQLITE) {
      facts.put("sqlite-version", answer("SELECT sqlite_version()"));
      facts.put("sqlite-source", answer("SELECT sqlite_source_id()"));
      facts.put("setting-synchronous", answer("PRAGMA synchronous"));
      facts.put("setting-journal_mode", answer("PRAGMA journal_mode"));
      facts.put("setting-page_size", answer("PRAGMA page_size"));
      facts.put("setting-cache_size", answer("PRAGMA cache_size"));
    }
    facts.put("java-version", System.getProperty("java.runtime.version"));
    facts.put("java-vm", System.getProperty("java.vm.name"));
    return facts;
  }

  String check() throws SQLException {
    return setup.dialect() == Dialect.SQLITE ? answer("PRAGMA integrity_check") : "ok";
  }

  void copy(String file) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, file);
      statement.execute();
    }
  }

  private String answer(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  void close() throws SQLException {
    connection.close();
  }
}
