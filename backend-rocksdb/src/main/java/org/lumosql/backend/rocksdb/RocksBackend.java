// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import java.nio.file.Path;
import org.lumosql.btree.KnownStore;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;
import org.rocksdb.RocksDB;

/**
 * Backend {@code rocksdb}. One process at a time may have a database open; another one gets BUSY.
 *
 * <table>
 *   <caption>Settings, as parameters of the URI</caption>
 *   <tr><th>name</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code rocksdb_cache}</td><td>64M</td><td>bytes of the cache of blocks</td></tr>
 *   <tr><td>{@code rocksdb_blocks}</td><td>a share of {@code BlockCache.LIMIT}</td><td>bytes of what was read and is kept
 *     in blocks</td></tr>
 *   <tr><td>{@code rocksdb_write_buffer}</td><td>64M</td><td>bytes of new entries in memory before they are written as
 *     a sorted file; there may be two such buffers</td></tr>
 *   <tr><td>{@code rocksdb_compression}</td><td>lz4</td><td>{@code none}, {@code lz4}, {@code zstd} or {@code
 *     snappy}</td></tr>
 *   <tr><td>{@code rocksdb_bloom_bits}</td><td>10</td><td>bits a key of the filters that tell which files cannot have
 *     a key</td></tr>
 * </table>
 *
 * <p>{@code PRAGMA synchronous}: FULL and EXTRA wait until the write-ahead log is on the disk; NORMAL and OFF hand it to
 * the operating system, so that a crash of the machine may lose the last commits but leaves the database whole.
 */
public final class RocksBackend extends KvBackend {
  static final String NAME = "rocksdb";
  private static final OpenStores STORES = new OpenStores();

  public RocksBackend() {
    super(STORES);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String engineVersion() {
    RocksDB.loadLibrary();
    return RocksDB.rocksdbVersion().toString();
  }

  @Override
  public boolean recognises(Path path) {
    return KnownStore.ROCKSDB.matches(path);
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    return RocksStore.open(path, new EngineSettings(NAME, options.parameters()));
  }
}
