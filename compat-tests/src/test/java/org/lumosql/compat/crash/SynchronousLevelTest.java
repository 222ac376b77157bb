// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.Side;

/** {@code PRAGMA synchronous} understands what C SQLite understands: all other crash tests rely on it. */
class SynchronousLevelTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"off", "normal", "full", "extra", "NORMAL", "on", "yes", "no", "false", "nonsense", "0", "1", "2", "3"})
  void eachWordMeansTheSameLevel(String word) throws Exception {
    assertThat(level(Side.Engine.LUMO, word)).isEqualTo(level(Side.Engine.SQLITE, word));
  }

  private List<String> level(Side.Engine engine, String word) throws Exception {
    try (Side side = engine.open(directory.resolve(engine + ".db"))) {
      side.execute("PRAGMA synchronous = " + word);
      return side.query("PRAGMA synchronous");
    }
  }
}
