// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers to text and back, compared with the C library. */
class NumberTextTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  private final Random random = new Random(SEED);

  private static String text(double value) {
    byte[] out = new byte[NumberFormatter.MAXIMUM_LENGTH];
    return new String(out, 0, NumberFormatter.formatReal(value, out, 0), StandardCharsets.US_ASCII);
  }

  private static String text(long value) {
    byte[] out = new byte[NumberFormatter.MAXIMUM_LENGTH];
    return new String(out, 0, NumberFormatter.formatInteger(value, out, 0), StandardCharsets.US_ASCII);
  }

  private double randomDouble(int kind) {
    double value =
        switch (kind) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> random.nextInt(1_000_000) / 1000.0 * Math.pow(10, random.nextInt(10) - 5);
          case 2 -> Double.parseDouble(randomDecimal(17, 60));
          case 3 -> Double.parseDouble(randomDecimal(14, 600));
          case 4 -> Double.longBitsToDouble(random.nextLong() >>> 12 + random.nextInt(50));
          case 5 -> random.nextLong() >> random.nextInt(64);
          default -> random.nextInt(100_000) / 100.0;
        };
    return Double.isNaN(value) ? 0 : random.nextBoolean() ? value : -value;
  }

  private String randomDecimal(int digits, int exponents) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(digits);
    for (int i = 0; i < length; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    text.insert(random.nextInt(length + 1), '.');
    return text.append('e').append(random.nextInt(exponents) - exponents / 2).toString();
  }

  @Test
  void doublesAreWrittenAsTheCLibraryWritesThem() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS TEXT)")) {
      for (int i = 0; i < 200_000; i++) {
        double value = randomDouble(i % 7);
        statement.setDouble(1, value);
        try (ResultSet result = statement.executeQuery()) {
          String expected = result.getString(1);
          String actual = text(value);
          if (!actual.equals(expected)) {
            assertThat(actual).as("seed %d, %s", SEED, Double.toHexString(value)).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void textsAreReadAsTheCLibraryReadsThem() throws SQLException {
    NumberParser parser = new NumberParser();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement =
            connection.prepareStatement("SELECT CAST(?1 AS REAL), CAST(?1 AS INTEGER), typeof(?1 + 0)")) {
      for (int i = 0; i < 100_000; i++) {
        String number = i % 2 == 0 ? randomDecimal(1 + i % 25, i % 3 == 0 ? 700 : 40) : randomNearNumber();
        byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
        statement.setString(1, number);
        try (ResultSet result = statement.executeQuery()) {
          int kind = parser.parse(bytes, 0, bytes.length);
          double real = parser.real();
          if (Double.compare(real + 0.0, result.getDouble(1) + 0.0) != 0) {
            assertThat(real).as("seed %d, '%s'", SEED, number).isEqualTo(result.getDouble(1));
          }
          long integer = NumberParser.integerPrefix(bytes, 0, bytes.length);
          assertThat(integer).as("seed %d, '%s' as integer", SEED, number).isEqualTo(result.getLong(2));
          String type = kind == NumberParser.REAL ? "real" : "integer";
          assertThat(type).as("seed %d, '%s'", SEED, number).isEqualTo(result.getString(3));
          if (kind == NumberParser.INTEGER) {
            assertThat(parser.integer()).isEqualTo(integer);
          }
        }
      }
    }
  }

  private String randomNearNumber() {
    String alphabet = "0123456789012345678999..eE+- \t\n\u000bx";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(24); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void wholeTextsAreThoseThatNumericAffinityConverts() throws SQLException {
    NumberParser parser = new NumberParser();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.createStatement().execute("CREATE TABLE t(n NUMERIC)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?) RETURNING typeof(n), n")) {
        for (int i = 0; i < 20_000; i++) {
          String number = i % 2 == 0 ? randomNearNumber() : " " + randomDecimal(20, 30) + " ".repeat(i % 3);
          byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
          insert.setString(1, number);
          try (ResultSet result = insert.executeQuery()) {
            int kind = parser.parse(bytes, 0, bytes.length);
            boolean whole = kind != NumberParser.NONE && parser.isWhole();
            assertThat(whole).as("seed %d, '%s'", SEED, number).isEqualTo(!result.getString(1).equals("text"));
            if (whole && kind == NumberParser.REAL) {
              String type = NumberParser.isExactInteger(parser.real()) ? "integer" : "real";
              assertThat(type).as("seed %d, '%s'", SEED, number).isEqualTo(result.getString(1));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "1e15, 1000000000000000.0", "1e17, 1.0e+17", "1e-5, 1.0e-05", "-0.0, 0.0",
      "5e-324, 4.9406564584124654e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308", "0.30000000000000004, 0.30000000000000004",
        "1e16, 10000000000000000.0"})
  void knownDoubles(double value, String expected) {
    assertThat(text(value)).isEqualTo(expected);
  }

  @Test
  void infinitiesHaveNames() {
    assertThat(text(Double.POSITIVE_INFINITY)).isEqualTo("Inf");
    assertThat(text(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
  }

  @Test
  void integersAreWrittenInDecimal() {
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      assertThat(text(value)).isEqualTo(Long.toString(value));
    }
    assertThat(text(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(text(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
  }

  @Test
  void usualNumbersReadBackTheSame() {
    NumberParser parser = new NumberParser();
    for (int i = 0; i < 100_000; i++) {
      double value = randomDouble(i % 7);
      byte[] bytes = text(value).getBytes(StandardCharsets.US_ASCII);
      if (!Double.isInfinite(value)) {
        parser.parse(bytes, 0, bytes.length);
        assertThat(parser.real() - value).as("seed %d, %s", SEED, value).isLessThanOrEqualTo(Math.ulp(value));
      }
    }
  }
}
