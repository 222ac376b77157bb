// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of SQLite's fuzzer in {@code fuzzdata6.db}; skipped where the sample databases are not there. */
class FuzzScriptsTest {
  private static final Path SAMPLES = Path.of(System.getProperty("lumosql.samples", "../../shared/databases"));

  @TempDir Path folder;
  private Path scripts;

  @BeforeEach
  void copyScripts() throws IOException {
    Path sample = SAMPLES.resolve("fuzzdata6.db");
    assumeTrue(Files.exists(sample), "no fuzzdata6.db in " + SAMPLES);
    scripts = folder.resolve("scripts.db");
    Files.copy(sample, scripts);
  }

  @Test
  void someScriptsEndWithoutOtherExceptionsThanSqlErrors() {
    assertThat(FuzzScripts.run(scripts, 1, 150)).isEmpty();
  }

  @Test
  @Tag("slow")
  void allScriptsEndWithoutOtherExceptionsThanSqlErrors() {
    assertThat(FuzzScripts.run(scripts, 1, Long.MAX_VALUE)).isEmpty();
  }
}
