// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.lumosql.value.Register;

/** Random arguments of chosen kinds. */
final class RandomValues {
  private static final String[] WORDS = {"", "a", "A", "abc", "ABC", "aXbXc", "hello world", "  pad  ", "ä", "日本語",
      "a\u0000b", "%", "_", "a%b_c", "'",
    "it's", "\"q\"", "1", "-12.5", " 42 ", "1e3", "0x1f", "12abc", ".5", "abcabcabc", "\ud83d\ude00x", "\ttab\n",
        "[a-z]", "\\u0041", "*", "?", "\\"};
  private static final long[] INTEGERS = {0, 1, -1, 2, 3, 7, 10, 100, -100, 255, 256, 65536, 1L << 31, (1L << 31) - 1,
      -(1L << 31), 1L << 52, 1L << 53,
    Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 0x10ffff, 0x110000, 0xd800, 12345678901234L};
  private static final double[] REALS = {0, -0.0, 0.5, -0.5, 1.5, 2.5, 0.1, 1e10, 1e15, 1e16, 1e100, -1e-10, 5e-324,
      1.7976931348623157e308,
    Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 3.14159, 99.995, 1234567.891, 9.2233720368547758e18,
        4503599627370497.5, 0.99999999999};

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /**
   * A value of a kind: {@code a} any, {@code t} text, {@code b} blob, {@code n} number, {@code i} integer, {@code s}
   * small integer, {@code r} real, {@code l} likely character set, {@code p} pattern, {@code h} hexadecimal, {@code u}
   * Unicode escapes, {@code f} format, {@code g} format with stars, {@code 0} NULL.
   */
  Register next(char kind) {
    Register value = new Register();
    int dice = random.nextInt(30);
    if (dice == 0) {
      return value;
    }
    if (dice == 1 && kind != 's' && kind != 'f' && kind != 'g') {
      return next('a');
    }
    switch (kind) {
      case 'a' -> {
        return next("tbnirs0".charAt(random.nextInt(7)));
      }
      case 't' -> setText(value, word());
      case 'b' -> {
        byte[] bytes = new byte[random.nextInt(8)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
          bytes = word().getBytes(StandardCharsets.UTF_8);
        }
        value.setBlobView(bytes, 0, bytes.length);
      }
      case 'n' -> {
        return next(random.nextBoolean() ? 'i' : 'r');
      }
      case 'i' -> value.setInteger(random.nextBoolean()
          ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextLong() >> random.nextInt(64));
      case 's' -> value.setInteger(random.nextInt(25) - 12);
      case 'r' -> value.setReal(switch (random.nextInt(4)) {
        case 0 -> REALS[random.nextInt(REALS.length)];
        case 1 -> Double.longBitsToDouble(random.nextLong());
        case 2 -> random.nextInt(2_000_000) / 1000.0 - 1000;
        default -> random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
      });
      case 'l' -> setText(value, letters("abcABCä日x ", 8));
      case 'p' -> setText(value, letters("abAB%_*?[]^-ä\\b%%", 10));
      case 'h' -> setText(value, letters("0123456789abcdefABCDEF -x", random.nextInt(4) == 0 ? 9 : 4));
      case 'u' -> setText(value, letters("ab\\\\u+U0041x", 12)
          + (random.nextBoolean() ? "\\u00e9\\+01F600\\U0001F601\\0041" : ""));
      case 'f' -> setText(value, format(false));
      case 'g' -> setText(value, format(true));
      default -> value.setNull();
    }
    return value;
  }

  private String word() {
    String word = WORDS[random.nextInt(WORDS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> word + WORDS[random.nextInt(WORDS.length)];
      case 1 -> letters("aAbBcC12 .äß日\u0001", 10);
      default -> word;
    };
  }

  String letters(String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String format(boolean stars) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(letters("ab ,", 2)).append('%').append(letters("-+ 0#!,", 3));
      text.append(random.nextInt(3) == 0 ? String.valueOf(random.nextInt(25)) : stars && random.nextBoolean() ? "*"
          : "");
      text.append(random.nextInt(3) == 0 ? "." + random.nextInt(22) : stars && random.nextBoolean() ? ".*" : "");
      text.append(random.nextInt(10) == 0 ? "l" : "");
      text.append("dduxXoeEfgGsscqQwzpriijJ%nfgk".charAt(random.nextInt(29)));
    }
    return text.toString();
  }

  private void setText(Register value, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(20) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    value.setTextView(bytes, 0, bytes.length);
  }
}
