// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.sharing.JavaProcess;

/** A transaction that outgrows the heap fails, and the connection goes on. */
class LargeTransactionTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"bdb", "rocksdb"})
  void whatDoesNotFitIntoTheHeapIsUndone(String backend) throws Exception {
    String name = "file:" + directory.resolve("large") + "?backend=" + backend + "&synchronous=OFF";
    Process process = JavaProcess.startWith(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"), LargeTransaction.class, name);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output.strip()).isEqualTo("NOMEM 1");
    assertThat(process.waitFor()).isZero();
  }
}
