// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A sample of sqllogictest, small enough to run always. Skipped where the scripts are not there. */
class SqlLogicSampleTest {
  @TestFactory
  Stream<DynamicTest> eachScriptPassesInMemory() throws IOException {
    return Corpus.sample(List.of("evidence.zip", "select.zip")).stream()
        .map(script -> DynamicTest.dynamicTest(script.name(), () -> passes(script)));
  }

  private static void passes(Corpus.Script script) throws IOException {
    try (SltEngine engine = new LumoEngine(":memory:")) {
      assertPassed(script.run(engine));
    }
  }

  private static void assertPassed(SltRunner.Result result) {
    assertThat(result.failures()).isEmpty();
    assertThat(result.passed()).isPositive();
  }

  @Test
  void scriptsPassOnAFileAndLeaveItSound(@TempDir Path folder) throws IOException {
    List<Corpus.Script> scripts =
        Corpus.sample(List.of()).stream()
            .filter(script -> script.name().startsWith("index/random") || script.name().startsWith("index/delete"))
            .toList();
    assertThat(scripts).isNotEmpty();
    for (Corpus.Script script : scripts) {
      assertPassed(script.runOnFile(folder));
    }
  }
}
