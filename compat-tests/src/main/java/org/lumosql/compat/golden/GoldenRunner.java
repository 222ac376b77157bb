// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.lumosql.engine.Connection;

/** Runs golden files on our engine. */
public final class GoldenRunner {
  private GoldenRunner() {}

  /** Something to do in a folder that exists only meanwhile. */
  interface InFolder<T> {
    T run(Path folder) throws IOException;
  }

  /**
   * Runs a file on a backend.
   *
   * @return what differs from the answers in the file, one text per statement
   */
  public static List<String> run(GoldenFile file, GoldenBackend backend) throws IOException {
    return inFolder(
        folder -> {
          List<String> differences = new ArrayList<>();
          List<List<String>> answers = answers(file, new EngineSession(backend.opener().open(folder)), folder);
          List<GoldenFile.Case> cases = file.cases();
          for (int i = 0; i < cases.size(); i++) {
            List<String> expected = expected(cases.get(i), backend);
            if (!answers.get(i).equals(expected)) {
              differences.add(difference(file, cases.get(i), expected, answers.get(i)));
            }
          }
          return differences;
        });
  }

  /** Runs a file in a database in memory, ours and C SQLite's, in some encoding. */
  public static List<String> compare(GoldenFile file, String encoding) throws IOException {
    List<List<String>> here =
        inFolder(folder -> answersIn(file, encoding, new EngineSession(Connection.open(":memory:")), folder));
    List<List<String>> there = inFolder(folder -> answersIn(file, encoding, SqliteSession.open(":memory:"), folder));
    List<String> differences = new ArrayList<>();
    List<GoldenFile.Case> cases = file.cases();
    for (int i = 0; i < cases.size(); i++) {
      GoldenFile.Case one = cases.get(i);
      if (one.isEncodingIndependent() && !here.get(i).equals(there.get(i))) {
        differences.add(difference(file, one, there.get(i), here.get(i)));
      }
    }
    return differences;
  }

  private static List<String> expected(GoldenFile.Case one, GoldenBackend backend) {
    for (String label : List.of(backend.name(), backend.kind(), GoldenFile.HERE)) {
      if (one.ownAnswers().containsKey(label)) {
        return one.ownAnswers().get(label);
      }
    }
    return one.answer();
  }

  /** Of answers with many lines only those that differ. */
  private static String difference(GoldenFile file, GoldenFile.Case one, List<String> expected, List<String> actual) {
    List<String> wanted = new ArrayList<>(expected);
    List<String> got = new ArrayList<>(actual);
    if (wanted.size() == got.size() && wanted.size() > 10) {
      for (int i = wanted.size() - 1; i >= 0; i--) {
        if (wanted.get(i).equals(got.get(i))) {
          wanted.remove(i);
          got.remove(i);
        }
      }
    }
    return file.name() + ".sql:" + one.line() + ": " + one.sql()
        + "\n  expected\n    " + String.join("\n    ", wanted)
        + "\n  answered\n    " + String.join("\n    ", got);
  }

  /** The answers of a session to all statements of a file. Closes the session. */
  static List<List<String>> answers(GoldenFile file, GoldenSession session, Path folder) {
    return answersIn(file, file.encoding(), session, folder);
  }

  private static List<List<String>> answersIn(GoldenFile file, String encoding, GoldenSession session, Path folder) {
    List<List<String>> answers = new ArrayList<>();
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(file.timezone()));
    try (session) {
      if (!encoding.equals("UTF-8")) {
        session.run("PRAGMA encoding = '" + encoding + "'", List.of(), false);
      }
      for (GoldenFile.Case one : file.cases()) {
        List<Object> bindings = new ArrayList<>();
        one.bindings().forEach(literal -> bindings.add(GoldenValue.parse(literal)));
        List<String> answer = session.run(one.sql().replace("{dir}", folder.toString()), bindings, file.hasLabels());
        answer.replaceAll(line -> line.replace(folder.toString(), "{dir}"));
        answers.add(answer);
      }
    } finally {
      TimeZone.setDefault(before);
    }
    return answers;
  }

  static <T> T inFolder(InFolder<T> action) throws IOException {
    Path folder = Files.createTempDirectory("golden");
    try {
      return action.run(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
