// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.value.Register;

/** Date and time functions called with random times and modifiers give what the C library gives. */
class DateTimeFunctionsTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int CALLS = Integer.getInteger("test.calls", 4000);
  private static final String[] TIMES = {"2024-02-30", "2024-02-29 23:59:59.999", "0000-01-01", "-4713-11-24 12:00",
      "9999-12-31 23:59:59", "12:34:56",
    "2024-06-15T12:34:56.789+02:00", "2023-01-31 24:00", "2451545.5", "0", "1e6", "-1", "5373484.5", "2024-1-1",
        "2024-01-01 ", "2024-01-01 10:00Z",
    "2024-01-01 10:00 -05:30", "2024-13-01", "2024-01-32", "x", "", "10:60", "24:00", "24:00:30",
        "2024-12-31 24:00+01:30", "24:00 -02:00", "23:30-02:00", "10:00:60", "2024-01-01 10:00:00.5.5",
            "1969-12-31 23:59:59.5"};
  private static final String[] MODIFIERS = {"start of month", "start of year", "start of day", "start of week",
      "weekday 0", "weekday 3", "weekday 7",
    "weekday 2.5", "unixepoch", "julianday", "auto", "utc", "subsec", "subsecond", "floor", "ceiling", "+1 month",
        "-1 months", "+1.5 days",
    "+400 years", "-10000 year", "+12:30", "+24:00", "-24:00:01", "-00:00:01.5", "+0001-02-03", "-0010-11-30 12:34",
        "+12345-01-01", "+1 fortnight", "10 seconds", "+.5 hour",
    "+1e3 minutes", "FLOOR", "Start Of Month", "+2024-12-01", "+1 day ", "+  1 day", "+9999-00-00 24:00:00", "'", "",
        "+2 monthss"};

  private final Random random = new Random(SEED);

  private Register time() {
    Register value = new Register();
    switch (random.nextInt(8)) {
      case 0 -> value.setInteger(random.nextLong() >> 20 + random.nextInt(40));
      case 1 -> value.setReal(random.nextDouble() * 5_400_000);
      case 2 -> value.setReal(random.nextGaussian() * 4e9);
      case 3 -> {
        return FakeContext.text(TIMES[random.nextInt(TIMES.length)]);
      }
      default -> {
        String text = "%04d-%02d-%02d".formatted(random.nextInt(4) == 0 ? random.nextInt(10_000) : 1950
            + random.nextInt(100),
            1 + random.nextInt(12), 1 + random.nextInt(31));
        if (random.nextBoolean()) {
          text += " %02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
          text += random.nextBoolean() ? ":%02d".formatted(random.nextInt(60)) : "";
          text += text.length() > 16 && random.nextBoolean() ? "." + random.nextInt(100_000) : "";
        }
        return FakeContext.text(text);
      }
    }
    return value;
  }

  private Register modifier() {
    if (random.nextInt(3) == 0) {
      String[] units = {"seconds", "minutes", "hours", "days", "months", "years"};
      double amount = random.nextBoolean() ? random.nextInt(100) - 50 : random.nextGaussian() * 1000;
      return FakeContext.text((amount < 0 ? "" : "+") + amount + " " + units[random.nextInt(units.length)]);
    }
    return FakeContext.text(MODIFIERS[random.nextInt(MODIFIERS.length)]);
  }

  private void check(String function, boolean formatted) throws SQLException {
    FakeContext context = new FakeContext();
    List<String> differences = new ArrayList<>();
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (int i = 0; i < CALLS && differences.size() < 20; i++) {
        List<Register> arguments = new ArrayList<>();
        if (formatted) {
          arguments.add(FakeContext.text(
              "%d %e %f %F %G %g %H %I %j %J %k %l %m %M %p %P %R %s %S %T %u %w %W %U %V %Y %%"));
        }
        arguments.add(time());
        for (int modifiers = random.nextInt(4); modifiers > 0; modifiers--) {
          arguments.add(modifier());
        }
        Register[] array = arguments.toArray(new Register[0]);
        String ours = FunctionOracle.ours(context, function, array);
        String theirs = oracle.theirs(function, array);
        if (!ours.equals(theirs)) {
          differences.add("%s: %s, but C gives %s".formatted(FunctionOracle.call(function, array), ours, theirs));
        }
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"date", "time", "datetime", "julianday", "unixepoch"})
  void functionGivesWhatTheCLibraryGives(String function) throws SQLException {
    check(function, false);
  }

  @Test
  void everyConversionGivesWhatTheCLibraryGives() throws SQLException {
    check("strftime", true);
  }

  @Test
  void differencesAreThoseOfTheCLibrary() throws SQLException {
    FakeContext context = new FakeContext();
    List<String> differences = new ArrayList<>();
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (int i = 0; i < CALLS; i++) {
        Register[] arguments = {time(), time()};
        String ours = FunctionOracle.ours(context, "timediff", arguments);
        String theirs = oracle.theirs("timediff", arguments);
        if (!ours.equals(theirs)) {
          differences.add("%s: %s, but C gives %s".formatted(FunctionOracle.call("timediff", arguments), ours, theirs));
        }
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  @Test
  void unknownConversionsGiveNull() {
    FakeContext context = new FakeContext();
    context.call("strftime", FakeContext.text("%Y %q"), FakeContext.text("2024-01-01"));
    assertThat(context.result.isNull()).isTrue();
  }

  @Test
  void nowIsTheTimeOfTheStatement() {
    FakeContext context = new FakeContext();
    context.statementTime = 210_866_760_000_000L + 1500;
    context.call("unixepoch", FakeContext.text("now"), FakeContext.text("subsec"));
    assertThat(context.result.real()).isEqualTo(1.5);
    context.call("datetime");
    assertThat(FunctionOracle.describe(context.result)).isEqualTo("text '1970-01-01 00:00:01'");
  }
}
