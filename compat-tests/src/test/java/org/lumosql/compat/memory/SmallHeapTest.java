// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.sharing.JavaProcess;

/** Statements that hold all of their rows at once, on a table four times as large as the heap; values larger than the heap. */
class SmallHeapTest {
  @TempDir private Path directory;

  private void run(Class<?> main, int heap, int megabytes) throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(directory.resolve("temporary"));
    Process process =
        JavaProcess.startWith(
            List.of("-Xmx" + heap + "m", "-Djava.io.tmpdir=" + temporary),
            main,
            directory.resolve("small.db").toString(),
            Integer.toString(megabytes));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).endsWith("integrity\n");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).as("temporary files that were left").isEmpty();
    }
  }

  @Test
  @Tag("slow")
  void dataFourTimesTheHeapOf64Megabytes() throws IOException, InterruptedException {
    run(SmallHeap.class, 64, 256);
  }

  @Test
  void valuesLargerThanTheHeapOf16Megabytes() throws IOException, InterruptedException {
    run(SmallHeapStreams.class, 16, 24);
  }

  @Test
  @Tag("slow")
  void valuesOf300MegabytesInAHeapOf48Megabytes() throws IOException, InterruptedException {
    run(SmallHeapStreams.class, 48, 300);
  }
}
