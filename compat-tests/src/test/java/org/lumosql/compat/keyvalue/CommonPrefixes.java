// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/**
 * Index entries that have their first bytes in common, and how long it takes to find one, beside entries that do not.
 *
 * <p>As a main class: arguments are a URL of a database that is not there yet and the number of entries.
 */
final class CommonPrefixes implements AutoCloseable {
  private static final String PREFIX = "p".repeat(600);
  private static final int LOOKUPS = 5000;
  private static final int ROUNDS = 9;

  private final Connection connection;
  private final int count;
  private final Random random = new Random(7);

  CommonPrefixes(String url, int count) {
    this.connection = Connection.open(url);
    this.count = count;
  }

  public static void main(String[] arguments) {
    try (CommonPrefixes entries = new CommonPrefixes(arguments[0], Integer.parseInt(arguments[1]))) {
      entries.fill();
      entries.check();
      entries.changeInTheMiddle();
      System.out.printf(Locale.ROOT, "%d entries, lookup among long keys / short keys: %.2f%n", entries.count, entries.ratio());
    }
  }

  private static String text(String prefix, long number) {
    return prefix + String.format(Locale.ROOT, "%010d", number);
  }

  /** Numbers are multiples of 10, in an order by chance. */
  void fill() {
    connection.execute("PRAGMA synchronous = off; CREATE TABLE long(id INTEGER PRIMARY KEY, s TEXT);"
        + "CREATE INDEX longs ON long(s); CREATE TABLE short(id INTEGER PRIMARY KEY, s TEXT); CREATE INDEX shorts ON short(s); BEGIN");
    int[] numbers = new int[count];
    Arrays.setAll(numbers, i -> i);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = number;
    }
    try (Statement longs = connection.prepare("INSERT INTO long VALUES(?, ?)");
        Statement shorts = connection.prepare("INSERT INTO short VALUES(?, ?)")) {
      for (int number : numbers) {
        insert(longs, number * 10L, PREFIX);
        insert(shorts, number * 10L, "");
      }
    }
    connection.execute("COMMIT");
  }

  private static void insert(Statement statement, long number, String prefix) {
    statement.bindLong(1, number);
    statement.bindText(2, text(prefix, number));
    statement.step();
    statement.reset();
  }

  private long number(String sql) {
    try (Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnLong(0);
    }
  }

  /** The index has the order of the numbers, whole and from the middle on, forward and backward. */
  void check() {
    try (Statement statement = connection.prepare("SELECT id FROM long INDEXED BY longs ORDER BY s")) {
      for (long i = 0; i < count; i++) {
        assertThat(statement.step()).isTrue();
        assertThat(statement.columnLong(0)).isEqualTo(i * 10);
      }
      assertThat(statement.step()).isFalse();
    }
    long middle = count / 2 * 10L;
    try (Statement statement = connection.prepare("SELECT id FROM long WHERE s < ? ORDER BY s DESC LIMIT 1000")) {
      statement.bindText(1, text(PREFIX, middle));
      for (long i = middle - 10; statement.step(); i -= 10) {
        assertThat(statement.columnLong(0)).isEqualTo(i);
      }
    }
    assertThat(number("SELECT count(*) FROM long WHERE s >= '" + PREFIX + "' AND s < '" + PREFIX + "z'")).isEqualTo(count);
    assertThat(number("SELECT count(*) FROM long WHERE s > '" + text(PREFIX, middle) + "'"))
        .isEqualTo(count - count / 2 - 1);
    assertThat(number("SELECT count(*) FROM long WHERE s GLOB '" + PREFIX + "00000000*'")).isEqualTo(Math.min(count, 10));
  }

  /** Entries come into the middle, and go again. */
  void changeInTheMiddle() {
    long middle = count / 2 * 10L;
    connection.execute("BEGIN");
    try (Statement statement = connection.prepare("INSERT INTO long VALUES(?, ?)")) {
      for (int i = 1; i < 10; i++) {
        insert(statement, middle + i, PREFIX);
      }
    }
    String around = "SELECT count(*) || ' ' || min(id) || ' ' || max(id) FROM long INDEXED BY longs WHERE s BETWEEN '"
        + text(PREFIX, middle) + "' AND '" + text(PREFIX, middle + 10) + "'";
    assertThat(text(around)).isEqualTo("11 " + middle + " " + (middle + 10));
    connection.execute("DELETE FROM long WHERE id % 10 BETWEEN 1 AND 8");
    assertThat(text(around)).isEqualTo("3 " + middle + " " + (middle + 10));
    connection.execute("DELETE FROM long WHERE id % 10 <> 0; COMMIT");
    assertThat(text(around)).isEqualTo("2 " + middle + " " + (middle + 10));
  }

  private String text(String sql) {
    try (Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnText(0);
    }
  }

  /** How much longer a lookup takes among long keys: the median of rounds in turn. */
  double ratio() {
    double[] ratios = new double[ROUNDS];
    try (Statement longs = connection.prepare("SELECT id FROM long INDEXED BY longs WHERE s = ?");
        Statement shorts = connection.prepare("SELECT id FROM short INDEXED BY shorts WHERE s = ?")) {
      connection.execute("BEGIN");
      for (int round = -3; round < ROUNDS; round++) {
        long[] numbers = random.longs(LOOKUPS, 0, count).map(number -> number * 10).toArray();
        double found = (double) time(longs, numbers, PREFIX) / time(shorts, numbers, "");
        if (round >= 0) {
          ratios[round] = found;
        }
      }
      connection.execute("COMMIT");
    }
    Arrays.sort(ratios);
    return ratios[ROUNDS / 2];
  }

  private static long time(Statement statement, long[] numbers, String prefix) {
    String[] texts = Arrays.stream(numbers).mapToObj(number -> text(prefix, number)).toArray(String[]::new);
    long begin = System.nanoTime();
    for (int i = 0; i < numbers.length; i++) {
      statement.bindText(1, texts[i]);
      if (!statement.step() || statement.columnLong(0) != numbers[i]) {
        throw new AssertionError("not found: " + numbers[i]);
      }
      statement.reset();
    }
    return System.nanoTime() - begin;
  }

  @Override
  public void close() {
    connection.close();
  }
}
