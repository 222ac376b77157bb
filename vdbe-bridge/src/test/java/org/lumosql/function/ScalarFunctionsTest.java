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

/** Scalar functions called with random arguments give what the C library gives. */
class ScalarFunctionsTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int CALLS = Integer.getInteger("test.calls", 2000);

  @ParameterizedTest
  @CsvSource(textBlock = """
      abs, n
      abs, a
      char, iss
      char, i
      coalesce, aaa
      concat, aaa
      concat, a
      concat_ws, taaa
      glob, pl
      glob, pa
      hex, a
      if, na
      iif, aaa
      iif, aaaa
      ifnull, aa
      instr, tt
      instr, ll
      instr, aa
      length, a
      length, l
      like, pl
      like, pa
      like, plp
      like, aa
      likely, a
      lower, a
      ltrim, t
      ltrim, ll
      max, aaa
      max, nn
      min, aaa
      min, tt
      nullif, aa
      nullif, ss
      octet_length, a
      format, faaaa
      printf, fnnnn
      printf, gssssss
      printf, fttt
      printf, frrr
      quote, a
      quote, r
      replace, ttt
      replace, lll
      replace, aaa
      round, r
      round, rs
      round, aa
      rtrim, t
      rtrim, ll
      sign, a
      substr, ts
      substr, tss
      substr, bss
      substr, aaa
      substring, lss
      subtype, a
      trim, t
      trim, aa
      trim, ll
      typeof, a
      unhex, h
      unhex, hl
      unhex, ht
      unicode, a
      unicode, l
      unistr, u
      unistr, a
      unistr_quote, a
      upper, a
      zeroblob, s
      """)
  void functionGivesWhatTheCLibraryGives(String function, String kinds) throws SQLException {
    check(function, kinds);
  }

  static void check(String function, String kinds) throws SQLException {
    RandomValues values = new RandomValues(new Random(SEED + (function + kinds).hashCode()));
    List<String> differences = new ArrayList<>();
    FakeContext context = new FakeContext();
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (int i = 0; i < CALLS && differences.size() < 12; i++) {
        Register[] arguments = new Register[kinds.length()];
        for (int k = 0; k < arguments.length; k++) {
          arguments[k] = values.next(kinds.charAt(k));
        }
        String ours = FunctionOracle.ours(context, function, arguments);
        String theirs = oracle.theirs(function, arguments);
        if (!ours.equals(theirs)) {
          differences.add("%s: %s, but C gives %s".formatted(FunctionOracle.call(function, arguments), ours, theirs));
        }
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }
}
