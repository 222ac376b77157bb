// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Sessions recorded with the {@code sqlite3} shell give the same output, errors and exit status here, byte for byte. */
class ShellScriptsTest {
  private static final Path FOLDER = Path.of("src/test/resources/shell");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> sessionsAreThoseOfTheReference() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ShellScript script : ShellScript.all(FOLDER)) {
      tests.add(DynamicTest.dynamicTest(script.name(), () -> assertSame(script)));
    }
    return tests.stream();
  }

  private void assertSame(ShellScript script) throws Exception {
    Path directory = ShellScript.prepare(FOLDER, Files.createDirectories(scratch.resolve(script.name()).resolve("d")));
    byte[] recorded = Files.readAllBytes(FOLDER.resolve(script.name() + ".out"));
    assertThat(new String(script.run(directory), StandardCharsets.ISO_8859_1))
        .isEqualTo(new String(recorded, StandardCharsets.ISO_8859_1));
  }

  @Test
  void thereAreSessionsOfAllKinds() {
    assertThat(ShellScript.all(FOLDER)).hasSizeGreaterThanOrEqualTo(150);
  }
}
