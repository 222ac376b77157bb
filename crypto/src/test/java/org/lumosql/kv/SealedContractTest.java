// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.OpenOptions;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.testkit.Ability;
import org.lumosql.testkit.CursorContract;
import org.lumosql.testkit.KvStoreContract;
import org.lumosql.testkit.ModelSuite;
import org.lumosql.testkit.Subject;
import org.lumosql.testkit.TransactionContract;
import org.lumosql.testkit.TreeContract;

/** A store whose values are encrypted keeps what a store promises, and so do the trees in it, whose index keys tell nothing. */
class SealedContractTest {
  private static final Map<String, String> QUICK =
      Map.of("cipher", "xchacha20", "kdf_memory", "64", "kdf_passes", "1", "kdf_lanes", "1");

  private static byte[] password() {
    return "open sesame".getBytes(StandardCharsets.US_ASCII);
  }

  private static Subject subject() {
    KvStore store = new SortedMapStore(64);
    KvBackend backend = new MapBackend(store);
    return Subject.of(
        () -> {
          Btree btree = backend.open(new OpenOptions("test", OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, QUICK));
          btree.capability(KeyControl.class).orElseThrow().setKey(password());
          return btree;
        },
        Ability.SHARED,
        Ability.SNAPSHOTS,
        Ability.PERSISTENT);
  }

  /** One store under all connections. */
  private static final class MapBackend extends KvBackend {
    private final KvStore store;

    MapBackend(KvStore store) {
      super(new OpenStores());
      this.store = store;
    }

    @Override
    public String name() {
      return "sealedmap";
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
      return new SortedMapView(store);
    }
  }

  /** The contents outlive the connections. */
  private static final class SortedMapView extends org.lumosql.kv.ForwardingStore {
    SortedMapView(KvStore inner) {
      super(inner);
    }

    @Override
    public void close() {
      // the next connection finds what is there
    }
  }

  @Nested
  class StoreTest extends KvStoreContract {
    @Override
    protected KvStore open(Path directory) {
      return new SealedStore(new SortedMapStore(), CipherSettings.of(QUICK), StoreHeader.Layout.TREES, password());
    }
  }

  @Nested
  class TransactionTest extends TransactionContract {
    @Override
    protected Subject subject(Path directory) {
      return SealedContractTest.subject();
    }
  }

  @Nested
  class CursorTest extends CursorContract {
    @Override
    protected Subject subject(Path directory) {
      return SealedContractTest.subject();
    }
  }

  @Nested
  class TreeTest extends TreeContract {
    @Override
    protected Subject subject(Path directory) {
      return SealedContractTest.subject();
    }
  }

  @Nested
  class ModelTest extends ModelSuite {
    @Override
    protected Subject subject(Path directory) {
      return SealedContractTest.subject();
    }
  }
}
