// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All scripts of sqllogictest, which takes long. */
@Tag("slow")
class SqlLogicCorpusTest {
  @TestFactory
  Stream<DynamicTest> eachScriptPassesOnAFileAndLeavesItSound(@TempDir Path folder) throws IOException {
    return Corpus.all().stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.name(), () -> assertThat(script.runOnFile(folder).failures()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> eachScriptPassesInMemory() throws IOException {
    return Corpus.all().stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.name(),
                    () -> {
                      try (SltEngine engine = new LumoEngine(":memory:")) {
                        assertThat(script.run(engine).failures()).isEmpty();
                      }
                    }));
  }
}
