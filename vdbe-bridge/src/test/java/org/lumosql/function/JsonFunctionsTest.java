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
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.value.Register;

/** JSON functions called with random documents and paths give what the C library gives. */
class JsonFunctionsTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int CALLS = Integer.getInteger("test.calls", 3000);
  private static final String[] KEYS = {"a", "b", "c", "aa", "a b", "é", "", "0", "a\\u0062", "x\\ty", "q\\\"r", "a.b"};
  private static final String[] SCALARS = {"null", "true", "false", "0", "-1", "12345", "1.5", "-0.25e3", "1E+5",
      "99999999999999999999", "\"\"", "\"text\"",
    "\"a\\u00e9\\n\"", "\"日本\"", "\"q\\\"q\"", "9223372036854775807", "-9223372036854775808", "\"\\ud83d\\ude00\"",
        "0.1", "1e400"};
  private static final String[] EXTENDED = {"'single'", "'it\\'s'", "+5", ".5", "5.", "-.5", "0x1F", "-0xff",
      "Infinity", "-Infinity", "NaN", "'a\"b'",
    "\"\\x41\\v\\0\"", "/*c*/1", "'\\\n'", "+.5e3", "5.e1", "inf", "QNaN", "\"tab\t\""};
  private static final String[] PATHS = {"$", "$.a", "$.b", "$.c", "$.a.b", "$[0]", "$[1]", "$[#]", "$[#-1]", "$[#-2]",
      "$[7]", "$.a[0]", "$.b[#-1].c",
    "$.\"a b\"", "$.ab", "$.\"a.b\"", "$.a[1].b", "$.x.y[0].z", "$.x[0][0]", "$.x[1]", "$[0][0]", "$[0].a", "$.é",
        "$.\"a\\u0062\"", "$.\"q\\\"r\"",
    "$.0", "$.aa", "$.a[#].b"};
  private static final String[] BAD_PATHS = {"", "a", "$.", "$[", "$[x]", "$[0", "$.\"a", "$$", "$a", "$[#-]", "$[#-1",
      "$..a", "$.a.", "$[-1]", "$.a["};

  private final Random random = new Random(SEED);
  private final RandomValues values = new RandomValues(random);
  private FunctionOracle oracle;

  private String document(int depth, boolean extended) {
    int kind = depth <= 0 ? 2 : random.nextInt(depth > 2 ? 2 : 4);
    if (kind >= 2) {
      return extended && random.nextInt(3) == 0 ? EXTENDED[random.nextInt(EXTENDED.length)]
          : SCALARS[random.nextInt(SCALARS.length)];
    }
    StringBuilder text = new StringBuilder(kind == 0 ? "{" : "[");
    int members = random.nextInt(5);
    for (int i = 0; i < members; i++) {
      text.append(i == 0 ? "" : ",").append(random.nextInt(4) == 0 ? " " : "");
      if (kind == 0) {
        text.append(extended && random.nextBoolean() ? new String[] {"a", "$b", "_c1", "é", "\\u0061b", "'b'", "nullx",
            "true", "Nan"}[random.nextInt(40) == 0 ? random.nextInt(9) : random.nextInt(7)]
            : '"' + KEYS[random.nextInt(KEYS.length)] + '"').append(random.nextInt(5) == 0 ? " : " : ":");
      }
      text.append(document(depth - 1, extended));
    }
    text.append(extended && members > 0 && random.nextInt(4) == 0 ? "," : "").append(random.nextInt(6) == 0 ? " \n"
        : "");
    return text.append(kind == 0 ? '}' : ']').toString();
  }

  /**
   * {@code d} document, {@code e} JSON5 document, {@code m} malformed, {@code B} JSONB, {@code X} broken JSONB, {@code
   * P} path, {@code Q} operand.
   */
  private Register argument(char kind) throws SQLException {
    switch (kind) {
      case 'd':
        return FakeContext.text(document(3, false));
      case 'e':
        return FakeContext.text(document(3, true));
      case 'm':
        return FakeContext.text(mutate(document(3, random.nextBoolean())));
      case 'B':
        return oracle.value("SELECT jsonb(CAST(? AS TEXT))", FakeContext.text(document(3, false)));
      case 'X':
        Register blob = argument('B');
        if (blob.length() > 0) {
          blob.own();
          blob.bytes()[blob.offset() + random.nextInt(blob.length())] =
              (byte) (random.nextInt(2) == 0 ? random.nextInt() : random.nextInt(13) << 4 | 7);
        }
        return blob;
      case 'P':
        return FakeContext.text(random.nextInt(12) == 0 ? BAD_PATHS[random.nextInt(BAD_PATHS.length)]
            : PATHS[random.nextInt(PATHS.length)]);
      case 'Q':
        return switch (random.nextInt(4)) {
          case 0 -> values.next('s');
          case 1 -> argument('P');
          case 2 -> FakeContext.text("[" + (random.nextInt(4) - 1) + "]");
          default -> FakeContext.text(KEYS[random.nextInt(KEYS.length)]);
        };
      default:
        return values.next(kind);
    }
  }

  private String mutate(String text) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(mutated.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> mutated.insert(at, "{}[],:\"'\\0-+.exu/* \n#".charAt(random.nextInt(21)));
        case 1 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(2)));
        default -> mutated.insert(at, random.nextBoolean() ? "," : "]");
      }
    }
    return mutated.toString();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      json, d
      json, e
      json, m
      json, B
      json, X
      json, a
      jsonb, d
      jsonb, e
      jsonb, m
      json_array, aaa
      json_array, aBn
      jsonb_array, ntB
      json_array_insert, dPn
      json_array_insert, dPnPa
      json_array_length, d
      json_array_length, B
      json_array_length, dP
      json_error_position, m
      json_error_position, d
      json_extract, dP
      json_extract, eP
      json_extract, BP
      json_extract, dPP
      jsonb_extract, dP
      jsonb_extract, dPP
      json_insert, dPa
      json_insert, ePnPt
      jsonb_insert, BPn
      json_object, tata
      jsonb_object, tntB
      json_patch, dd
      json_patch, de
      json_patch, BB
      jsonb_patch, dd
      json_pretty, d
      json_pretty, et
      json_quote, a
      json_quote, B
      json_remove, dP
      json_remove, dPPP
      jsonb_remove, BPP
      json_replace, dPn
      json_replace, BPaPt
      json_set, dPn
      json_set, dPt
      json_set, dPnPB
      jsonb_set, dPnPt
      json_type, d
      json_type, dP
      json_valid, m
      json_valid, e
      json_valid, a
      json_valid, ms
      json_valid, es
      json_valid, Xs
      json_valid, Bs
      """)
  void functionGivesWhatTheCLibraryGives(String function, String kinds) throws SQLException {
    FakeContext context = new FakeContext();
    List<String> differences = new ArrayList<>();
    try (FunctionOracle opened = new FunctionOracle()) {
      oracle = opened;
      for (int i = 0; i < CALLS && differences.size() < 15; i++) {
        Register[] arguments = new Register[kinds.length()];
        for (int k = 0; k < arguments.length; k++) {
          arguments[k] = argument(kinds.charAt(k));
        }
        compare(differences, function, FunctionOracle.ours(context, function, arguments),
            oracle.theirs(function, arguments), arguments);
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"->, d", "->>, d", "->, e", "->>, B"})
  void operatorGivesWhatTheCLibraryGives(String operator, char document) throws SQLException {
    FakeContext context = new FakeContext();
    List<String> differences = new ArrayList<>();
    try (FunctionOracle opened = new FunctionOracle()) {
      oracle = opened;
      for (int i = 0; i < CALLS && differences.size() < 15; i++) {
        Register[] arguments = {argument(document), argument('Q')};
        String left = arguments[0].type() == Register.TEXT ? "CAST(? AS TEXT)" : "?";
        String right = arguments[1].type() == Register.TEXT ? "CAST(? AS TEXT)" : "?";
        String theirs = oracle.evaluate("SELECT %s %s %s".formatted(left, operator, right), arguments);
        compare(differences, operator, FunctionOracle.ours(context, operator, arguments), theirs, arguments);
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  private static void compare(List<String> differences, String function, String ours, String theirs,
      Register[] arguments) {
    boolean badBlob = isBadBlob(ours) && (isBadBlob(theirs) || function.startsWith("jsonb_"));
    if (!ours.equals(theirs) && !badBlob) {
      differences.add("%s: %s, but C gives %s".formatted(FunctionOracle.call(function, arguments), ours, theirs));
    }
  }

  /**
   * Of several bad blobs the C library reports the last and we the first; and where a broken one gets into JSONB that
   * is made from text, it gives what it could read of it, and we an error.
   */
  private static boolean isBadBlob(String answer) {
    return answer.equals("error: malformed JSON") || answer.equals("error: JSON cannot hold BLOB values");
  }

  @Test
  void brokenJsonbIsReadOrIsMalformedAndNothingElse() throws SQLException {
    FakeContext context = new FakeContext();
    try (FunctionOracle opened = new FunctionOracle()) {
      oracle = opened;
      for (int i = 0; i < CALLS; i++) {
        Register broken = argument('X');
        Register path = FakeContext.text(PATHS[random.nextInt(PATHS.length)]);
        for (String function : new String[] {"json_extract", "json_type", "json_remove", "json_array_length"}) {
          assertThat(FunctionOracle.ours(context, function, new Register[] {broken, path})).isNotNull();
        }
        assertThat(FunctionOracle.ours(context, "json_set",
            new Register[] {broken, path, values.next('n')})).isNotNull();
        assertThat(FunctionOracle.ours(context, "json_patch", new Register[] {broken, argument('X')})).isNotNull();
        assertThat(FunctionOracle.ours(context, "json_error_position", new Register[] {broken})).startsWith("integer");
      }
    }
  }

  @Test
  void deepNestingIsMalformedInsteadOfAnOverflow() {
    FakeContext context = new FakeContext();
    assertThat(FunctionOracle.ours(context, "json", new Register[] {FakeContext.text("[".repeat(1000)
        + "]".repeat(1000))})).startsWith("text '[[");
    assertThat(FunctionOracle.ours(context, "json",
        new Register[] {FakeContext.text("[".repeat(100_000))})).isEqualTo("error: malformed JSON");
  }

  @Test
  void jsonResultsCarryTheSubtype() {
    FakeContext context = new FakeContext();
    context.call("json", FakeContext.text("[1]"));
    assertThat(context.result.subtype()).isEqualTo(74);
    Register inner = new Register();
    inner.copyFrom(context.result);
    context.call("json_array", inner, FakeContext.text("[1]"));
    assertThat(FunctionOracle.describe(context.result)).isEqualTo("text '[[1],\"[1]\"]'");
  }
}
