// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import java.io.Serializable;
import java.util.List;

/**
 * One statement of a test.
 *
 * @param sql with a question mark for each parameter; BEGIN and COMMIT stand for what begins and ends a transaction
 * @param parameters numbers and texts
 */
public record Step(String sql, List<? extends Serializable> parameters) implements Serializable {
  static final Step BEGIN = of("BEGIN");
  static final Step COMMIT = of("COMMIT");

  static Step of(String sql, Serializable... parameters) {
    return new Step(sql, List.of(parameters));
  }

  public boolean isBegin() {
    return sql.equals(BEGIN.sql);
  }

  public boolean isCommit() {
    return sql.equals(COMMIT.sql);
  }

  /** The statement with its parameters as literals. */
  public String text() {
    if (parameters.isEmpty()) {
      return sql;
    }
    StringBuilder text = new StringBuilder(sql.length() + 40);
    int from = 0;
    for (Serializable parameter : parameters) {
      int mark = sql.indexOf('?', from);
      text.append(sql, from, mark);
      if (parameter instanceof String words) {
        text.append('\'').append(words).append('\'');
      } else {
        text.append(parameter);
      }
      from = mark + 1;
    }
    return text.append(sql, from, sql.length()).toString();
  }
}
