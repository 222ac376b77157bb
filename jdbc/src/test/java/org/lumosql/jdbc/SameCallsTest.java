// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Several thousand calls on our driver and on sqlite-jdbc give the same answers, but for the differences of {@code differences.txt}: each line is a pattern of calls,
 * of their answers and of ours, below the sentence of docs/migrating-from-sqlite-jdbc.md that tells of them.
 */
class SameCallsTest {
  private record Difference(String reason, Pattern call, Pattern theirs, Pattern ours) {
    boolean covers(String name, String theirAnswer, String ourAnswer) {
      return call.matcher(name).matches() && theirs.matcher(theirAnswer).matches() && ours.matcher(ourAnswer).matches();
    }

    @Override
    public String toString() {
      return reason + " | " + call;
    }
  }

  private static List<Difference> differences() throws Exception {
    List<Difference> all = new ArrayList<>();
    String text;
    try (var stream = SameCallsTest.class.getResourceAsStream("differences.txt")) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    String reason = null;
    for (String line : text.split("\n")) {
      if (line.startsWith("- ")) {
        reason = line.substring(2);
      } else if (!line.isBlank()) {
        String[] parts = line.strip().split(" ~ ");
        assertThat(parts).as(line).hasSize(3);
        all.add(new Difference(reason, pattern(parts[0]), pattern(parts[1]), pattern(parts[2])));
      }
    }
    return all;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  @Test
  void answersAreThoseOfSqliteJdbcOrListed() throws Exception {
    Map<String, String> ours = DriverCalls.answers(new LumoDriver(), "jdbc:lumosql::memory:");
    Map<String, String> theirs = DriverCalls.answers(new org.sqlite.JDBC(), "jdbc:sqlite::memory:");
    assertThat(ours.keySet()).isEqualTo(theirs.keySet());
    assertThat(ours.size()).isGreaterThan(5_000);
    List<Difference> listed = differences();
    List<Difference> unused = new ArrayList<>(listed);
    List<String> unlisted = new ArrayList<>();
    for (String call : ours.keySet()) {
      String theirAnswer = theirs.get(call);
      String ourAnswer = ours.get(call);
      if (!ourAnswer.equals(theirAnswer)) {
        List<Difference> covering = listed.stream().filter(one -> one.covers(call, theirAnswer, ourAnswer)).toList();
        unused.removeAll(covering);
        if (covering.isEmpty()) {
          unlisted.add(call + "\n  theirs: " + theirAnswer + "\n  ours:   " + ourAnswer);
        }
      }
    }
    assertThat(unlisted).as("differences that are not listed").isEmpty();
    assertThat(unused).as("listed differences that are none").isEmpty();
  }

  @Test
  void theGuideTellsOfEachDifference() throws Exception {
    String guide = Files.readString(Path.of("..", "docs", "migrating-from-sqlite-jdbc.md"));
    assertThat(differences().stream().map(Difference::reason).distinct()).allSatisfy(reason -> assertThat(guide).contains("- " + reason));
  }
}
