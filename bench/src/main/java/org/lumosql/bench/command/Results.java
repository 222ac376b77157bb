// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

/** Names of the databases that commands write and read unless told otherwise. */
final class Results {
  static final String DEFAULT = "benchmarks.sqlite";
  static final String TEST_DEFAULT = "tests.sqlite";

  private Results() {}
}
