// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.TreeKeys;
import org.lumosql.kv.block.BlockCache;
import org.lumosql.kv.handler.BufferedStore;
import org.lumosql.kv.handler.Changes;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A database of RocksDB. */
final class RocksStore extends BufferedStore {
  private static final Map<String, CompressionType> COMPRESSIONS =
      Map.of(
          "none", CompressionType.NO_COMPRESSION,
          "lz4", CompressionType.LZ4_COMPRESSION,
          "zstd", CompressionType.ZSTD_COMPRESSION,
          "snappy", CompressionType.SNAPPY_COMPRESSION);

  private final RocksDB database;
  private final AutoCloseable[] owned;
  private final boolean isReadOnly;
  private final WriteOptions durable = new WriteOptions().setSync(true);
  private final WriteOptions relaxed = new WriteOptions();
  private final Traits traits = new Traits(Integer.MAX_VALUE, false, false);

  private RocksStore(RocksDB database, boolean isReadOnly, BlockCache blocks, AutoCloseable... owned) {
    super(blocks);
    this.database = database;
    this.isReadOnly = isReadOnly;
    this.owned = owned;
  }

  static RocksStore open(Path path, EngineSettings settings) {
    Long cacheBytes = settings.bytes("cache");
    Long bufferBytes = settings.bytes("write_buffer");
    Long blockBytes = settings.bytes("blocks");
    String compression = settings.word("compression", "lz4", COMPRESSIONS.keySet());
    int bloomBits = settings.number("bloom_bits", 10);
    boolean isReadOnly = Files.exists(path) && !Files.isWritable(path);
    RocksDB.loadLibrary();
    Cache cache = new LRUCache(cacheBytes != null ? cacheBytes : 64L << 20);
    BloomFilter filter = new BloomFilter(bloomBits);
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setKeepLogFileNum(1)
            .setAvoidFlushDuringRecovery(true)
            .setWriteBufferSize(bufferBytes != null ? bufferBytes : 64L << 20)
            .setCompressionType(COMPRESSIONS.get(compression))
            .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    RocksDB database = null;
    try {
      Files.createDirectories(path);
      database = isReadOnly ? RocksDB.openReadOnly(options, path.toString()) : RocksDB.open(options, path.toString());
      return new RocksStore(database, isReadOnly, BlockCache.ofSetting(blockBytes), options, filter, cache);
    } catch (RocksDBException e) {
      throw RocksErrors.ofOpening(path.toString(), e);
    } catch (IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "cannot make " + path, e);
    } finally {
      if (database == null) {
        options.close();
        filter.close();
        cache.close();
      }
    }
  }

  @Override
  public String name() {
    return RocksBackend.NAME;
  }

  @Override
  public String engineVersion() {
    return new RocksBackend().engineVersion();
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  protected boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  protected KvTransaction read() {
    return new RocksReader(database);
  }

  @Override
  protected void apply(Changes changes, Synchronous level) {
    try (WriteBatch batch = new WriteBatch()) {
      changes.writeTo(new BatchTarget(batch));
      database.write(options(level), batch);
    } catch (RocksDBException e) {
      throw RocksErrors.of(e);
    }
  }

  private WriteOptions options(Synchronous level) {
    return switch (level) {
      case OFF, NORMAL -> relaxed;
      case FULL, EXTRA -> durable;
    };
  }

  @Override
  protected void closeEngine() {
    try {
      database.closeE();
    } catch (RocksDBException e) {
      throw RocksErrors.of(e);
    } finally {
      database.close();
      durable.close();
      relaxed.close();
      for (AutoCloseable object : owned) {
        close(object);
      }
    }
  }

  private static void close(AutoCloseable object) {
    try {
      object.close();
    } catch (Exception e) {
      throw new AssertionError("an object of the library does not close", e);
    }
  }

  /** Collects changes in a batch. */
  private record BatchTarget(WriteBatch batch) implements Changes.Target {
    @Override
    public void clear(int tree) {
      try {
        batch.deleteRange(TreeKeys.start(tree), TreeKeys.end(tree));
      } catch (RocksDBException e) {
        throw RocksErrors.of(e);
      }
    }

    @Override
    public void put(int tree, byte[] key, byte[] value) {
      try {
        batch.put(TreeKeys.of(tree, key), value);
      } catch (RocksDBException e) {
        throw RocksErrors.of(e);
      }
    }

    @Override
    public void delete(int tree, byte[] key) {
      try {
        batch.delete(TreeKeys.of(tree, key));
      } catch (RocksDBException e) {
        throw RocksErrors.of(e);
      }
    }
  }
}
