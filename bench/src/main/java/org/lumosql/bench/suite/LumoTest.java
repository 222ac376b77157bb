// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the tests of LumoSQL's benchmark tool. They build on each other.
 *
 * @param number as in the tool
 * @param name what it is called in results, with its figures
 * @param description what it does, in a few words
 * @param isBenchmark whether its time counts; otherwise it only checks what those before left
 * @param steps statements, one by one
 * @param expected how the first lines of output begin; empty where only the engines are compared with each other
 */
public record LumoTest(String number, String name, String description, boolean isBenchmark, Steps steps, List<String> expected) {
  /** The statements as texts, one by one. */
  public Stream<String> texts() {
    return steps.stream().map(Step::text);
  }
}
