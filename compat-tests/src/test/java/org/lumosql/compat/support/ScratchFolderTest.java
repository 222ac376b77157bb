// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir Path folder;

  @Test
  void allOfANameGoesAndNothingElse() throws IOException {
    make("a.db");
    Files.createFile(folder.resolve("a.db-wal"));
    make("b.db");
    ScratchFolder.deleteAll(folder.resolve("a.db"));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("b.db"));
    }
  }

  @Test
  void othersMayComeAndGoMeanwhile() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              while (!isOver.get()) {
                try {
                  make("b.db");
                  ScratchFolder.deleteAll(folder.resolve("b.db"));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }
            });
    other.start();
    try {
      for (int i = 0; i < 500; i++) {
        make("a.db");
        ScratchFolder.deleteAll(folder.resolve("a.db"));
        assertThat(folder.resolve("a.db")).doesNotExist();
      }
    } finally {
      isOver.set(true);
      other.join();
    }
  }

  private void make(String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    for (int i = 0; i < 20; i++) {
      Files.createFile(made.resolve("file" + i));
    }
  }
}
