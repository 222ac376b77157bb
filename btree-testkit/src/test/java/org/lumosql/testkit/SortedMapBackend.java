// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.kv.ForwardingStore;

/** Trees over a key-value store that outlives its connections, whatever the path. */
final class SortedMapBackend extends KvBackend {
  private final KvStore store;

  SortedMapBackend(KvStore store) {
    super(new OpenStores());
    this.store = store;
  }

  /** A database whose engine allows keys of some length. */
  static Subject subject(int maximumKeyLength) {
    SortedMapBackend backend = new SortedMapBackend(new SortedMapStore(maximumKeyLength));
    return Subject.of(backend::openDatabase, Ability.SHARED, Ability.SNAPSHOTS, Ability.PERSISTENT);
  }

  Btree openDatabase() {
    return open(OpenOptions.file("test"));
  }

  @Override
  public String name() {
    return "sortedmap";
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
      // the test's store holds the contents; the next connection finds them there
    }
  }
}
