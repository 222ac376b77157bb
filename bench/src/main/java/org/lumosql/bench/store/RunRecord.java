// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run of the tests on one target.
 *
 * @param id 64 hexadecimal digits, upper case
 * @param data keys of run_data and their values
 * @param tests by their number from 1, keys of test_data and their values
 */
public record RunRecord(String id, TreeMap<String, String> data, TreeMap<Integer, TreeMap<String, String>> tests) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one with an id of its own. @param when seconds since 1970 */
  public static RunRecord begin(String target, long when) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    RunRecord run = new RunRecord(id(target, salt, when), new TreeMap<>(), new TreeMap<>());
    run.put("target", target);
    run.put("when-run", Long.toString(when));
    return run;
  }

  private static String id(String target, byte[] salt, long when) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA3-256");
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update(salt);
      digest.update(Long.toString(when).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Values are one line without the sign that LumoSQL's filter splits at. */
  public void put(String key, String value) {
    data.put(key, clean(value));
  }

  public void putTest(int number, String key, String value) {
    tests.computeIfAbsent(number, n -> new TreeMap<>()).put(key, clean(value));
  }

  private static String clean(String value) {
    return value.replace('|', '/').replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }

  /** A value of the run; empty if it has no such key. */
  public String get(String key) {
    return data.getOrDefault(key, "");
  }

  /** A value of a test; empty if it has no such key. */
  public String get(int test, String key) {
    Map<String, String> values = tests.get(test);
    return values == null ? "" : values.getOrDefault(key, "");
  }

  public long when() {
    return number(get("when-run"));
  }

  /** Seconds; NaN if the test has no time. */
  public double time(int test) {
    return seconds(get(test, "real-time"));
  }

  /** Seconds of all tests together. */
  public double duration() {
    return tests.keySet().stream().mapToDouble(this::time).filter(time -> !Double.isNaN(time)).sum();
  }

  /** Names of the tests, in the order of their numbers. */
  public List<String> testNames() {
    return tests.keySet().stream().map(test -> get(test, "test-name")).toList();
  }

  /** Whether it ended, and every test with what it should give. */
  public boolean isComplete() {
    return data.containsKey("end-run") && number(get("tests-fail")) == 0 && number(get("tests-intr")) == 0;
  }

  /** A whole number; 0 if it is none. */
  public static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A decimal number; NaN if it is none. */
  public static double seconds(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
