// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.kv.ForwardingStore;

/** A key-value store in memory that outlives its connections, whatever the path. */
final class MapBackend extends KvBackend {
  private final KvStore store = new SortedMapStore(64);

  MapBackend() {
    super(new OpenStores());
  }

  @Override
  public String name() {
    return "map";
  }

  @Override
  public String engineVersion() {
    return store.engineVersion();
  }

  @Override
  public boolean recognises(Path path) {
    return false;
  }

  @Override
  protected boolean hasFiles() {
    return false;
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    return new Unclosed(store);
  }

  private static final class Unclosed extends ForwardingStore {
    Unclosed(KvStore inner) {
      super(inner);
    }

    @Override
    public void close() {
      // the next connection finds what is there
    }
  }
}
