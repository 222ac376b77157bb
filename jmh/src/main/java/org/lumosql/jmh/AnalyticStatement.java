// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement to time, with what has to be done before and after each run.
 *
 * <p>The resource {@code analytic.sql} has one after the other, each beginning with a line {@code -- NAME: description}; the lines {@code -- before SQL} and
 * {@code -- after SQL} are the statements that are not timed.
 */
record AnalyticStatement(String name, String description, String[] before, String sql, String[] after) {

  static AnalyticStatement query(String name, String description, String sql) {
    return new AnalyticStatement(name, description, new String[0], sql, new String[0]);
  }

  static List<AnalyticStatement> all() throws IOException {
    List<AnalyticStatement> statements = new ArrayList<>();
    try (InputStream resource = AnalyticStatement.class.getResourceAsStream("analytic.sql")) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("\n\n+")) {
        statements.add(parse(part.strip()));
      }
    }
    return statements;
  }

  static AnalyticStatement named(String name) throws IOException {
    for (AnalyticStatement statement : all()) {
      if (statement.name.equalsIgnoreCase(name)) {
        return statement;
      }
    }
    throw new IllegalArgumentException("no statement " + name);
  }

  private static AnalyticStatement parse(String part) {
    String[] lines = part.split("\n");
    String[] title = lines[0].substring(3).split(": ", 2);
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].startsWith("-- before ")) {
        before.add(lines[i].substring(10));
      } else if (lines[i].startsWith("-- after ")) {
        after.add(lines[i].substring(9));
      } else {
        sql.append(lines[i]).append('\n');
      }
    }
    return new AnalyticStatement(title[0], title[1], before.toArray(new String[0]), sql.toString(), after.toArray(new String[0]));
  }
}
