// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.JEVersion;
import java.nio.file.Path;
import org.lumosql.btree.KnownStore;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;

/**
 * Backend {@code bdb}. One process at a time may have a database open; another one gets BUSY.
 *
 * <table>
 *   <caption>Settings, as parameters of the URI</caption>
 *   <tr><th>name</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code bdb_cache}</td><td>a fifth of the heap</td><td>bytes of JE's cache</td></tr>
 *   <tr><td>{@code bdb_blocks}</td><td>a share of {@code BlockCache.LIMIT}</td><td>bytes of what was read and is kept in
 *     blocks</td></tr>
 *   <tr><td>{@code bdb_log_file}</td><td>32M</td><td>bytes of a log file</td></tr>
 *   <tr><td>{@code bdb_cleaner}</td><td>on</td><td>off if the space of what was overwritten is not to be won
 *     back</td></tr>
 * </table>
 *
 * <p>{@code PRAGMA synchronous}: FULL and EXTRA wait until the log is on the disk ({@code SYNC}); NORMAL and OFF hand
 * the log to the operating system ({@code WRITE_NO_SYNC}), so that a crash of the machine may lose the last commits but
 * leaves the database whole. JE's {@code NO_SYNC} is not used: it loses commits when the process ends.
 */
public final class BdbBackend extends KvBackend {
  static final String NAME = "bdb";
  private static final OpenStores STORES = new OpenStores();

  public BdbBackend() {
    super(STORES);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String engineVersion() {
    return JEVersion.CURRENT_VERSION.getNumericVersionString();
  }

  @Override
  public boolean recognises(Path path) {
    return KnownStore.BDB.matches(path);
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    return BdbStore.open(path, new EngineSettings(NAME, options.parameters()));
  }
}
