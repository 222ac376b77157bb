// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.btree.Synchronous;
import org.lumosql.kv.ForwardingCursor;
import org.lumosql.kv.ForwardingTransaction;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;
import org.lumosql.kv.handler.BufferedStore;
import org.lumosql.kv.handler.Changes;

/** An engine under blocks that counts how often its cursors are moved. */
final class CountingMapStore extends BufferedStore {
  private final BufferedMapStore inner = new BufferedMapStore();
  private int moves;
  private Runnable beforeWriting = () -> {};
  private Runnable afterWriting = () -> {};

  CountingMapStore(BlockCache blocks) {
    super(blocks);
  }

  int moves() {
    return moves;
  }

  void beforeWriting(Runnable action) {
    beforeWriting = action;
  }

  void afterWriting(Runnable action) {
    afterWriting = action;
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Traits traits() {
    return inner.traits();
  }

  @Override
  protected KvTransaction read() {
    return new ForwardingTransaction(inner.begin(false)) {
      @Override
      public KvCursor cursor(int tree) {
        return new Counting(super.cursor(tree));
      }
    };
  }

  @Override
  protected void apply(Changes changes, Synchronous level) {
    beforeWriting.run();
    inner.apply(changes, level);
    afterWriting.run();
  }

  @Override
  protected boolean isReadOnly() {
    return false;
  }

  @Override
  protected void closeEngine() {
    inner.close();
  }

  private final class Counting extends ForwardingCursor {
    Counting(KvCursor inner) {
      super(inner);
    }

    private boolean count(boolean found) {
      moves++;
      return found;
    }

    @Override
    public boolean seek(byte[] key) {
      return count(super.seek(key));
    }

    @Override
    public boolean first() {
      return count(super.first());
    }

    @Override
    public boolean last() {
      return count(super.last());
    }

    @Override
    public boolean next() {
      return count(super.next());
    }

    @Override
    public boolean previous() {
      return count(super.previous());
    }
  }
}
