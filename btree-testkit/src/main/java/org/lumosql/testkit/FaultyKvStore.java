// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.btree.Synchronous;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.ForwardingCursor;
import org.lumosql.kv.ForwardingStore;
import org.lumosql.kv.ForwardingTransaction;

/** Fails where {@link Faults} says, before the operation has done anything. A rollback never fails. */
public final class FaultyKvStore extends ForwardingStore {
  private final Faults faults;

  public FaultyKvStore(KvStore inner, Faults faults) {
    super(inner);
    this.faults = faults;
  }

  @Override
  public KvTransaction begin(boolean write) {
    faults.operation("begin");
    return new FaultyTransaction(super.begin(write));
  }

  private final class FaultyTransaction extends ForwardingTransaction {
    FaultyTransaction(KvTransaction inner) {
      super(inner);
    }

    @Override
    public byte[] get(int tree, byte[] key) {
      faults.operation("get");
      return super.get(tree, key);
    }

    @Override
    public void put(int tree, byte[] key, byte[] value) {
      faults.operation("put");
      super.put(tree, key, value);
    }

    @Override
    public boolean delete(int tree, byte[] key) {
      faults.operation("delete");
      return super.delete(tree, key);
    }

    @Override
    public void clear(int tree) {
      faults.operation("clear");
      super.clear(tree);
    }

    @Override
    public KvCursor cursor(int tree) {
      faults.operation("cursor");
      return new FaultyCursor(super.cursor(tree));
    }

    @Override
    public void commit(Synchronous level) {
      faults.operation("commit");
      super.commit(level);
    }
  }

  private final class FaultyCursor extends ForwardingCursor {
    FaultyCursor(KvCursor inner) {
      super(inner);
    }

    @Override
    public boolean seek(byte[] key) {
      faults.operation("seek");
      return super.seek(key);
    }

    @Override
    public boolean first() {
      faults.operation("first");
      return super.first();
    }

    @Override
    public boolean last() {
      faults.operation("last");
      return super.last();
    }

    @Override
    public boolean next() {
      faults.operation("next");
      return super.next();
    }

    @Override
    public boolean previous() {
      faults.operation("previous");
      return super.previous();
    }

    @Override
    public byte[] value() {
      faults.operation("value");
      return super.value();
    }
  }
}
