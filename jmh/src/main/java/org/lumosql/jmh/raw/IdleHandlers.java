// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.raw;

import java.nio.file.Path;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.OpenStores;
import org.lumosql.kv.ForwardingStore;
import org.lumosql.kv.ForwardingTransaction;

/** A store under handlers that do nothing. As the contract of handlers wants it, cursors come from below unwrapped. */
public final class IdleHandlers extends KvBackend {
  private final KvStore base;
  private final int count;

  public IdleHandlers(KvStore base, int count) {
    super(new OpenStores());
    this.base = base;
    this.count = count;
  }

  @Override
  public String name() {
    return "idle" + count;
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
  protected boolean hasFiles() {
    return false;
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    KvStore store = base;
    for (int i = 0; i < count; i++) {
      store = new IdleStore(store);
    }
    return store;
  }

  private static final class IdleStore extends ForwardingStore {
    IdleStore(KvStore inner) {
      super(inner);
    }

    @Override
    public KvTransaction begin(boolean write) {
      return new IdleTransaction(super.begin(write));
    }
  }

  private static final class IdleTransaction extends ForwardingTransaction {
    IdleTransaction(KvTransaction inner) {
      super(inner);
    }
  }
}
