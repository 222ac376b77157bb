// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvStore;
import org.lumosql.testkit.Ability;
import org.lumosql.testkit.CursorContract;
import org.lumosql.testkit.KvStoreContract;
import org.lumosql.testkit.ModelSuite;
import org.lumosql.testkit.Subject;
import org.lumosql.testkit.TransactionContract;
import org.lumosql.testkit.TreeContract;

/** All that a backend promises. */
class RocksContractTest {
  private static Subject subjectIn(Path directory) {
    OpenOptions options = OpenOptions.file(directory.resolve("test.db").toString());
    return Subject.of(
        () -> new RocksBackend().open(options), Ability.SHARED, Ability.SNAPSHOTS, Ability.PERSISTENT);
  }

  @Nested
  class StoreTest extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return RocksStore.open(directory.resolve("store"), new EngineSettings(RocksBackend.NAME, Map.of()));
    }
  }

  @Nested
  class TransactionTest extends TransactionContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectIn(directory);
    }
  }

  @Nested
  class CursorTest extends CursorContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectIn(directory);
    }
  }

  @Nested
  class TreeTest extends TreeContract {
    @Override
    protected Subject subject(Path directory) {
      return subjectIn(directory);
    }
  }

  @Nested
  class ModelTest extends ModelSuite {
    @Override
    protected Subject subject(Path directory) {
      return subjectIn(directory);
    }
  }
}
