// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree.memory;

import java.nio.file.Path;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;

/** Databases in sorted maps. Every open makes a new, empty one, whatever the path. */
public final class MemoryBackend implements Backend {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public boolean recognises(Path path) {
    return false;
  }

  @Override
  public Btree open(OpenOptions options) {
    return new MemoryBtree(this);
  }
}
