// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A script on a database file of its own, which must be sound afterwards. */
public final class OnFile {
  private OnFile() {}

  static SltRunner.Result run(SltParser.Script script, Path file) throws IOException {
    return run(script, file, "file");
  }

  /** Runs the script on a new database, checks it through a new connection and deletes it if nothing failed. The check counts as a record. */
  static SltRunner.Result run(SltParser.Script script, Path file, String backend) throws IOException {
    delete(file);
    SltRunner.Result result = run(script, "file:" + file + "?backend=" + backend, file.toString());
    if (result.failures().isEmpty()) {
      delete(file);
    }
    return result;
  }

  /**
   * Runs the script on a new database and checks it through a new connection. The check counts as a record if it fails.
   *
   * @param created what to open for the script
   * @param reopened what to open for the check
   */
  public static SltRunner.Result run(SltParser.Script script, String created, String reopened) {
    SltRunner.Result result;
    try (SltEngine engine = new LumoEngine(created)) {
      engine.execute("PRAGMA synchronous=OFF");
      result = new SltRunner(engine).run(script);
    }
    List<String> check;
    try (SltEngine engine = new LumoEngine(reopened)) {
      check = engine.query("PRAGMA integrity_check", "T");
    }
    if (check.equals(List.of("ok"))) {
      return result;
    }
    List<Failure> failures = new ArrayList<>(result.failures());
    failures.add(new Failure(0, Failure.Kind.DAMAGED, "PRAGMA integrity_check", "ok", String.join(" ", check)));
    return new SltRunner.Result(result.passed(), failures);
  }

  /** Also what a backend keeps beside it, and directories. */
  private static void delete(Path database) throws IOException {
    Files.deleteIfExists(Path.of(database + "-lock"));
    Files.deleteIfExists(Path.of(database + "-writer"));
    if (Files.isDirectory(database)) {
      try (Stream<Path> files = Files.list(database)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(database);
  }
}
