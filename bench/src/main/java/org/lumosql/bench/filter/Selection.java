// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;

/** Criteria for runs. All that are given must hold; of one that is given several times, one is enough. */
public final class Selection {
  private static final String RUNS = "SELECT run_id FROM run_data WHERE ";

  private final List<String> conditions = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();
  private boolean isInvalid;

  /** Whether anything was asked for. */
  public boolean isAny() {
    return conditions.isEmpty() && !isInvalid;
  }

  private Selection either(List<String> values, Function<String, String> condition) {
    if (!values.isEmpty()) {
      conditions.add("(" + String.join(" OR ", values.stream().map(condition).toList()) + ")");
    }
    return this;
  }

  private String has(String key, String comparison, String value) {
    parameters.add(value);
    return "run_id IN (" + RUNS + "key='" + key + "' AND value " + comparison + " ?)";
  }

  /** Runs whose id begins so. @throws IllegalArgumentException if fewer than eight digits are given */
  public Selection ids(List<String> prefixes) {
    for (String prefix : prefixes) {
      if (!prefix.matches("[0-9A-Fa-f]{8,64}")) {
        throw new IllegalArgumentException("not the id of a run: " + prefix);
      }
    }
    return either(
        prefixes,
        prefix -> {
          parameters.add(prefix + "*");
          return "run_id GLOB upper(?)";
        });
  }

  public Selection targets(List<String> targets) {
    return either(targets, target -> has("target", "=", target));
  }

  public Selection versions(List<String> versions) {
    return either(versions, version -> has("sqlite-version", "=", version));
  }

  /** @param names {@code NAME} or {@code NAME-VERSION}. @param isNone whether runs without a backend are meant too */
  public Selection backends(List<String> names, boolean isNone) {
    List<String> all = new ArrayList<>(names);
    if (isNone) {
      all.add("");
    }
    return either(
        all,
        name -> {
          if (name.isEmpty()) {
            return "run_id NOT IN (" + RUNS + "key='backend')";
          }
          return has(name.contains("-") ? "backend" : "backend-name", "=", name);
        });
  }

  /** @param options {@code NAME-VALUE} */
  public Selection options(List<String> options) {
    return either(
        options,
        option -> {
          int dash = option.indexOf('-');
          if (dash < 1 || !option.substring(0, dash).matches("\\w+")) {
            throw new IllegalArgumentException("not NAME-VALUE: " + option);
          }
          return has("option-" + option.substring(0, dash), "=", option.substring(dash + 1));
        });
  }

  /** Runs that have none of these options. */
  public Selection missing(List<String> names) {
    for (String name : names) {
      parameters.add("option-" + name);
      conditions.add("run_id NOT IN (" + RUNS + "key=?)");
    }
    return this;
  }

  /** @param key {@code cpu-comment} or {@code disk-comment}. @param patterns for LIKE */
  public Selection comments(String key, List<String> patterns) {
    return either(patterns, pattern -> has(key, "LIKE", pattern));
  }

  /** All of the session that began last: what one command ran. */
  public Selection lastSession() {
    conditions.add(
        "run_id IN (" + RUNS + "key='session' AND value=(SELECT s.value FROM run_data s, run_data w WHERE s.key='session' AND w.key='when-run'"
            + " AND w.run_id=s.run_id ORDER BY CAST(w.value AS INTEGER) DESC LIMIT 1))");
    return this;
  }

  public Selection failed() {
    conditions.add("run_id IN (" + RUNS + "key='tests-fail' AND CAST(value AS INTEGER)>0)");
    return this;
  }

  public Selection interrupted() {
    conditions.add("run_id IN (" + RUNS + "key='tests-intr' AND CAST(value AS INTEGER)>0)");
    return this;
  }

  /** Runs that ended, with all tests as they should be. */
  public Selection completed() {
    conditions.add("run_id IN (" + RUNS + "key='end-run')");
    conditions.add("run_id IN (" + RUNS + "key='tests-fail' AND CAST(value AS INTEGER)=0)");
    conditions.add("run_id IN (" + RUNS + "key='tests-intr' AND CAST(value AS INTEGER)=0)");
    return this;
  }

  /** Runs that began and did not end, or not yet. */
  public Selection crashed() {
    conditions.add("run_id NOT IN (" + RUNS + "key='end-run')");
    return this;
  }

  public Selection empty() {
    conditions.add("run_id NOT IN (SELECT run_id FROM test_data)");
    return this;
  }

  /** Runs whose data contradict themselves. Goes together with ids only. */
  public Selection invalid() {
    isInvalid = true;
    return this;
  }

  /** Ids of the newest runs, the oldest first. @param limit 0 for all of them */
  public List<String> ids(ResultDatabase database, int limit) throws SQLException {
    String order = " ORDER BY max(CASE WHEN key='when-run' THEN CAST(value AS INTEGER) END) DESC, max(CASE WHEN key='run-number' THEN CAST(value AS INTEGER) END) DESC";
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    List<String> ids;
    if (isInvalid) {
      ids = new ArrayList<>();
      for (String id : database.texts("SELECT run_id FROM (SELECT run_id FROM run_data UNION SELECT run_id FROM test_data)" + where, parameters)) {
        if (isInvalid(database.load(id))) {
          ids.add(id);
        }
      }
    } else {
      String begun = (where.isEmpty() ? " WHERE " : where + " AND ") + "run_id IN (" + RUNS + "key='when-run')";
      ids = database.texts("SELECT run_id FROM run_data" + begun + " GROUP BY run_id" + order, parameters);
    }
    List<String> newest = new ArrayList<>(limit == 0 || ids.size() <= limit ? ids : ids.subList(0, limit));
    Collections.reverse(newest);
    return newest;
  }

  /** Tests without a run, some keys of a backend but not all, or sums that are not those of the tests. */
  private static boolean isInvalid(RunRecord run) {
    long backendKeys = run.data().keySet().stream().filter(key -> key.equals("backend") || key.startsWith("backend-")).count();
    if (run.data().isEmpty() || run.get("when-run").isEmpty() || run.get("target").isEmpty() || backendKeys != 0 && backendKeys != 5) {
      return true;
    }
    if (!run.data().containsKey("end-run")) {
      return false;
    }
    long counted = RunRecord.number(run.get("tests-ok")) + RunRecord.number(run.get("tests-fail")) + RunRecord.number(run.get("tests-intr"));
    return counted != run.tests().size();
  }
}
