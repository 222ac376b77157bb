// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;

/** Random statements over the engines of key-value stores and on C SQLite. */
class EngineDifferentialTest {
  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void someStatementsDoTheSame(String backend) {
    run(backend, 800, 20261121);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void manyStatementsDoTheSame(String backend) {
    run(backend, 200_000, 1);
  }

  private static void run(String backend, int statements, long seed) {
    Differential run = new Differential(new PrintStream(OutputStream.nullOutputStream()));
    run.read("-left", "backend:" + backend, "-features", "-vacuum", "-seed", String.valueOf(LongRun.firstSeed(seed)), "-statements", String.valueOf(statements), "-differences", "5");
    assertThat(run.run().stream().map(Object::toString)).isEmpty();
  }
}
