// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Runs one script against one engine and collects what differs; goes on after a failure. */
public final class SltRunner {
  private static final int LONGEST_SHOWN = 2_000;

  private final SltEngine engine;
  private final Observer observer;
  private final Map<String, String> labels = new HashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private int passed;

  /** Told of each record, in order; by default of no interest. */
  public interface Observer {
    default void begins(SltRecord record) {}

    /** @param nanos what the engine and the comparison took */
    default void ends(SltRecord record, long nanos) {}
  }

  /** What came of a script. */
  public record Result(int passed, List<Failure> failures) {}

  public SltRunner(SltEngine engine) {
    this(engine, new Observer() {});
  }

  public SltRunner(SltEngine engine, Observer observer) {
    this.engine = engine;
    this.observer = observer;
  }

  /** Runs all records in order. */
  public Result run(SltParser.Script script) {
    for (SltRecord record : script.records()) {
      if (record instanceof SltRecord.HashThreshold) {
        continue; // whether a result is given as a hash shows in the result
      }
      observer.begins(record);
      long start = System.nanoTime();
      if (record instanceof SltRecord.Statement statement) {
        run(statement);
      } else if (record instanceof SltRecord.Query query) {
        run(query);
      }
      observer.ends(record, System.nanoTime() - start);
    }
    return new Result(passed, List.copyOf(failures));
  }

  private void run(SltRecord.Statement statement) {
    String wanted = statement.fails() ? "an error" : "no error";
    try {
      engine.execute(statement.sql());
    } catch (SltEngine.SltFailure e) {
      if (statement.fails()) {
        passed++;
      } else {
        fail(statement, Failure.Kind.UNEXPECTED_ERROR, statement.sql(), wanted, describe(e));
      }
      return;
    } catch (RuntimeException | StackOverflowError | AssertionError | OutOfMemoryError e) {
      fail(statement, Failure.Kind.EXCEPTION, statement.sql(), wanted, describe(e));
      return;
    }
    if (statement.fails()) {
      fail(statement, Failure.Kind.MISSING_ERROR, statement.sql(), wanted, "no error");
    } else {
      passed++;
    }
  }

  private void run(SltRecord.Query query) {
    List<String> values;
    try {
      values = sorted(engine.query(query.sql(), query.types()), query);
    } catch (SltEngine.SltFailure e) {
      if (query.expected().isEmpty()) {
        // one script of the corpus expects no rows where the query fails
        passed++;
      } else {
        fail(query, Failure.Kind.UNEXPECTED_ERROR, query.sql(), String.join(" ", query.expected()), describe(e));
      }
      return;
    } catch (RuntimeException | StackOverflowError | AssertionError | OutOfMemoryError e) {
      fail(query, Failure.Kind.EXCEPTION, query.sql(), String.join(" ", query.expected()), describe(e));
      return;
    }
    String hash = values.size() + " values hashing to " + md5(values);
    boolean expectsHash = query.expected().size() == 1 && query.expected().get(0).contains(" values hashing to ");
    boolean equal =
        expectsHash ? query.expected().get(0).equals(hash) : query.expected().equals(values);
    if (equal && query.label() != null) {
      String earlier = labels.putIfAbsent(query.label(), hash);
      equal = earlier == null || earlier.equals(hash);
    }
    if (equal) {
      passed++;
    } else {
      fail(
          query,
          Failure.Kind.WRONG_RESULT,
          query.sql(),
          String.join(" ", query.expected()),
          (expectsHash ? hash + ": " : "") + String.join(" ", values));
    }
  }

  private static String describe(Throwable error) {
    if (error instanceof SltEngine.SltFailure) {
      return "error: " + error.getMessage();
    }
    StackTraceElement[] trace = error.getStackTrace();
    return "exception: " + error + (trace.length > 0 ? " at " + trace[0] : "");
  }

  private void fail(SltRecord record, Failure.Kind kind, String sql, String expected, String actual) {
    failures.add(new Failure(record.line(), kind, sql, shortened(expected), shortened(actual)));
  }

  private static String shortened(String values) {
    return values.length() <= LONGEST_SHOWN ? values : values.substring(0, LONGEST_SHOWN) + "… (" + values.length() + " characters)";
  }

  static List<String> sorted(List<String> values, SltRecord.Query query) {
    // values hold ASCII only, so that Java's order of strings is that of their bytes
    if (query.sort() == SltRecord.Sort.VALUESORT) {
      List<String> sorted = new ArrayList<>(values);
      Collections.sort(sorted);
      return sorted;
    }
    if (query.sort() == SltRecord.Sort.ROWSORT) {
      int width = query.types().length();
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i < values.size(); i += width) {
        rows.add(values.subList(i, i + width));
      }
      rows.sort(Comparator.comparing(row -> row, SltRunner::compareRows));
      List<String> sorted = new ArrayList<>();
      rows.forEach(sorted::addAll);
      return sorted;
    }
    return values;
  }

  private static int compareRows(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int difference = left.get(i).compareTo(right.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static String md5(List<String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (String value : values) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
