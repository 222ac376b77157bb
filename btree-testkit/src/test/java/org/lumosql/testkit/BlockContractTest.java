// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.block.BlockCache;

/** What every store and every backend promises, where what was read is kept in blocks, with room for all of them and for next to none. */
class BlockContractTest {
  private static final long ROOMY = 64 << 20;
  private static final long TIGHT = 6000;

  private static Subject subjectWith(long bytes) {
    SortedMapBackend backend = new SortedMapBackend(new BufferedMapStore(BlockCache.of(bytes)));
    return Subject.of(backend::openDatabase, Ability.SHARED, Ability.SNAPSHOTS, Ability.PERSISTENT);
  }

  @Nested
  class Store extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new BufferedMapStore(BlockCache.of(ROOMY));
    }
  }

  @Nested
  class TightStore extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new BufferedMapStore(BlockCache.of(TIGHT));
    }
  }

  @Nested
  class LiveStore extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new LiveMapStore(BlockCache.of(ROOMY));
    }
  }

  @Nested
  class TightLiveStore extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new LiveMapStore(BlockCache.of(TIGHT));
    }
  }

  @Nested
  class Transaction extends TransactionContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(ROOMY);
    }
  }

  @Nested
  class TightTransaction extends TransactionContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(TIGHT);
    }
  }

  @Nested
  class Cursor extends CursorContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(ROOMY);
    }
  }

  @Nested
  class TightCursor extends CursorContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(TIGHT);
    }
  }

  @Nested
  class Tree extends TreeContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(ROOMY);
    }
  }

  @Nested
  class TightTree extends TreeContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(TIGHT);
    }
  }

  @Nested
  class Model extends ModelSuite {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(ROOMY);
    }
  }

  @Nested
  class TightModel extends ModelSuite {
    @Override
    protected Subject subject(Path directory) {
      return subjectWith(TIGHT);
    }
  }
}
