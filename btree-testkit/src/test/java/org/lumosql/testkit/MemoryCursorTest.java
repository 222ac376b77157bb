// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.memory.MemoryBackend;

class MemoryCursorTest extends CursorContract {
  @Override
  protected Subject subject(Path directory) {
    return Subject.of(() -> new MemoryBackend().open(OpenOptions.memory()));
  }
}
