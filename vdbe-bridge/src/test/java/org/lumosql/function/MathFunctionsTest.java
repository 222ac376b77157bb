// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.value.Register;

/** Mathematical functions give what the C library gives, but for the last bit of a few results. */
class MathFunctionsTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int CALLS = 4000;

  @ParameterizedTest
  @CsvSource({"ceil, a", "ceiling, r", "floor, a", "floor, r", "trunc, a", "trunc, r", "mod, nn", "mod, aa",
      "degrees, r", "radians, r", "sqrt, r",
    "sqrt, a", "pi, ''", "sign, a"})
  void exactFunctionsGiveWhatTheCLibraryGives(String function, String kinds) throws SQLException {
    ScalarFunctionsTest.check(function, kinds);
  }

  @ParameterizedTest
  @CsvSource({"acos, 1", "acosh, 1", "asin, 1", "asinh, 1", "atan, 1", "atan2, 2", "atanh, 1", "cos, 1", "cosh, 1",
      "exp, 1", "ln, 1", "log, 1", "log, 2",
    "log10, 1", "log2, 1", "pow, 2", "power, 2", "sin, 1", "sinh, 1", "tan, 1", "tanh, 1"})
  void otherFunctionsDifferInTheLastBitAtMostAndRarely(String function, int count) throws SQLException {
    Random random = new Random(SEED + function.hashCode());
    RandomValues values = new RandomValues(random);
    FakeContext context = new FakeContext();
    List<String> differences = new ArrayList<>();
    int lastBits = 0;
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (int i = 0; i < CALLS; i++) {
        Register[] arguments = new Register[count];
        for (int k = 0; k < count; k++) {
          arguments[k] = values.next(i % 8 == 0 ? 'a' : 'r');
          if (i % 4 != 0) {
            arguments[k].setReal(i % 4 == 1 ? random.nextDouble() * 2 - 1 : i % 4 == 2 ? random.nextGaussian() * 8
                : random.nextInt(500) / 20.0);
          }
        }
        String ours = FunctionOracle.ours(context, function, arguments);
        String theirs = oracle.theirs(function, arguments);
        if (isLastBit(ours, theirs)) {
          lastBits++;
        } else if (!ours.equals(theirs)) {
          differences.add("%s: %s, but C gives %s".formatted(FunctionOracle.call(function, arguments), ours, theirs));
        }
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
    assertThat(lastBits).as("results of %d that differ in the last bit", CALLS).isLessThan(CALLS / 50);
  }

  private static boolean isLastBit(String ours, String theirs) {
    if (ours.equals(theirs) || !ours.startsWith("real ") || !theirs.startsWith("real ")) {
      return false;
    }
    double left = Double.parseDouble(ours.substring(5));
    double right = Double.parseDouble(theirs.substring(5));
    return Math.abs(left - right) <= 3 * Math.ulp(right);
  }
}
