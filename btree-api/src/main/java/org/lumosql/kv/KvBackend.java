// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.file.Path;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;

/**
 * What the backend of a key-value engine extends: it says how to open a store, the rest is here. Connections of the JVM
 * to one path share the store, which is closed with the last of them. Databases without a file are kept in sorted maps
 * of their connection, never in the engine.
 */
public abstract class KvBackend implements Backend {
  private final OpenStores stores;

  /**
   * For subclasses.
   *
   * @param stores the stores that are open; one object for all instances of the subclass, because engines do not let a
   *     process open a file twice
   */
  protected KvBackend(OpenStores stores) {
    this.stores = stores;
  }

  /**
   * Opens the store of a path, making it if {@code access} is CREATE and it is not there.
   *
   * @throws org.lumosql.error.StoreException CANTOPEN
   */
  protected abstract KvStore openStore(Path path, OpenOptions options);

  @Override
  public final Btree open(OpenOptions options) {
    boolean isReadOnly = options.access() == OpenOptions.Access.READ_ONLY;
    if (options.kind() != OpenOptions.Kind.FILE) {
      boolean isMemory = options.kind() == OpenOptions.Kind.MEMORY;
      KvStore store = new SortedMapStore();
      return new KvBtree(this, store, new KvBtree.Options("", isReadOnly, isMemory, store::close));
    }
    Path path = Path.of(options.path()).toAbsolutePath().normalize();
    OpenStores.Share share = stores.share(path, () -> openStore(path, options));
    return new KvBtree(this, share.store(), new KvBtree.Options(path.toString(), isReadOnly, false, share::close));
  }
}
