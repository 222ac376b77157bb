// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of sqllogictest over the engines, on databases that are sound afterwards. Skipped where the scripts are not there. */
class EngineCorpusTest {
  /** Of the slow test: 1 for all scripts. */
  private static final int EVERY = Integer.getInteger("lumosql.slt.every", 3);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void aScriptOfEachKindPasses(String backend) throws IOException {
    run(backend, Corpus.sample(List.of()), 2);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void aThirdOfTheScriptsPasses(String backend) throws IOException {
    run(backend, Corpus.all(), EVERY);
  }

  private void run(String backend, List<Corpus.Script> scripts, int every) throws IOException {
    for (int i = 0; i < scripts.size(); i += every) {
      SltRunner.Result result = scripts.get(i).runOnFile(folder, backend);
      assertThat(result.failures()).as(scripts.get(i).name()).isEmpty();
      assertThat(result.passed()).as(scripts.get(i).name()).isPositive();
    }
  }
}
