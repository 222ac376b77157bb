// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.nio.file.Path;
import org.lmdbjava.Meta;
import org.lumosql.btree.KnownStore;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;

/**
 * Backend {@code lmdb}. Several processes may have a database open.
 *
 * <table>
 *   <caption>Settings, as parameters of the URI</caption>
 *   <tr><th>name</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code lmdb_map_size}</td><td>1T; 1G on Windows</td><td>address space to begin with. It costs nothing but
 *     addresses, except on Windows; it is halved until the system grants it, and doubled when it gets full</td></tr>
 *   <tr><td>{@code lmdb_max_readers}</td><td>1024</td><td>transactions of all processes that read at once</td></tr>
 *   <tr><td>{@code lmdb_read_ahead}</td><td>on</td><td>off if the database is larger than memory and read at
 *     random</td></tr>
 * </table>
 *
 * <p>{@code PRAGMA synchronous}: FULL and EXTRA wait until data and LMDB's meta page are on the disk; NORMAL waits for
 * the data, so that a crash of the machine may lose the last commits but leaves the database whole ({@code
 * MDB_NOMETASYNC}); OFF waits for nothing, and a crash of the machine may damage the database ({@code MDB_NOSYNC}).
 */
public final class LmdbBackend extends KvBackend {
  static final String NAME = "lmdb";
  private static final OpenStores STORES = new OpenStores();

  public LmdbBackend() {
    super(STORES);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String engineVersion() {
    Meta.Version version = Meta.version();
    return version.major + "." + version.minor + "." + version.patch;
  }

  @Override
  public boolean recognises(Path path) {
    return KnownStore.LMDB.matches(path);
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    return LmdbStore.open(path, new EngineSettings(NAME, options.parameters()));
  }
}
