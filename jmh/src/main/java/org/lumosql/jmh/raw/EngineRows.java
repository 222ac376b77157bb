// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.raw;

import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseConfig;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.Environment;
import com.sleepycat.je.EnvironmentConfig;
import com.sleepycat.je.Get;
import com.sleepycat.je.Put;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lmdbjava.ByteArrayProxy;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.Txn;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Rows in an engine, put there and read by the engine's library alone: keys of twelve bytes and values, copied to arrays as the library does it. */
abstract class EngineRows implements AutoCloseable {
  static EngineRows open(String engine, Path path) throws IOException, RocksDBException {
    return switch (engine) {
      case "lmdb" -> new Lmdb(path);
      case "bdb" -> new Bdb(path);
      case "rocksdb" -> new Rocks(path);
      default -> throw new IllegalArgumentException("no such engine: " + engine);
    };
  }

  /** Puts entries there, in order. */
  abstract void load(byte[][] keys, byte[] value) throws RocksDBException;

  /** Walks through all of them and returns the sum of the lengths of keys and values. */
  abstract long scan();

  @Override
  public abstract void close();

  private static final class Lmdb extends EngineRows {
    private final Env<byte[]> environment;
    private final Dbi<byte[]> entries;

    Lmdb(Path path) {
      environment = Env.create(ByteArrayProxy.PROXY_BA).setMapSize(1L << 30).open(path.toFile(), 0644, EnvFlags.MDB_NOSUBDIR, EnvFlags.MDB_NOSYNC);
      entries = environment.openDbi((byte[]) null);
    }

    @Override
    void load(byte[][] keys, byte[] value) {
      try (Txn<byte[]> transaction = environment.txnWrite()) {
        for (byte[] key : keys) {
          entries.put(transaction, key, value);
        }
        transaction.commit();
      }
    }

    @Override
    long scan() {
      long sum = 0;
      try (Txn<byte[]> transaction = environment.txnRead();
          Cursor<byte[]> cursor = entries.openCursor(transaction)) {
        for (boolean more = cursor.first(); more; more = cursor.next()) {
          sum += cursor.key().length + cursor.val().length;
        }
      }
      return sum;
    }

    @Override
    public void close() {
      environment.close();
    }
  }

  private static final class Bdb extends EngineRows {
    private final Environment environment;
    private final Database entries;

    Bdb(Path path) throws IOException {
      EnvironmentConfig configuration = new EnvironmentConfig();
      configuration.setTransactional(true);
      configuration.setAllowCreate(true);
      configuration.setCachePercent(20);
      environment = new Environment(Files.createDirectories(path).toFile(), configuration);
      DatabaseConfig wanted = new DatabaseConfig();
      wanted.setTransactional(true);
      wanted.setKeyPrefixing(true);
      wanted.setAllowCreate(true);
      entries = environment.openDatabase(null, "entries", wanted);
    }

    @Override
    void load(byte[][] keys, byte[] value) {
      com.sleepycat.je.Transaction transaction = environment.beginTransaction(null, null);
      for (byte[] key : keys) {
        entries.put(transaction, new DatabaseEntry(key), new DatabaseEntry(value), Put.OVERWRITE, null);
      }
      transaction.commit();
    }

    @Override
    long scan() {
      long sum = 0;
      DatabaseEntry key = new DatabaseEntry();
      DatabaseEntry value = new DatabaseEntry();
      try (com.sleepycat.je.Cursor cursor = entries.openCursor(null, CursorConfig.READ_UNCOMMITTED)) {
        while (cursor.get(key, value, Get.NEXT, null) != null) {
          sum += key.getData().length + value.getData().length;
        }
      }
      return sum;
    }

    @Override
    public void close() {
      entries.close();
      environment.close();
    }
  }

  private static final class Rocks extends EngineRows {
    private final Options options;
    private final RocksDB database;

    Rocks(Path path) throws RocksDBException {
      RocksDB.loadLibrary();
      options = new Options().setCreateIfMissing(true).setCompressionType(CompressionType.LZ4_COMPRESSION);
      database = RocksDB.open(options, path.toString());
    }

    @Override
    void load(byte[][] keys, byte[] value) throws RocksDBException {
      for (byte[] key : keys) {
        database.put(key, value);
      }
    }

    @Override
    long scan() {
      long sum = 0;
      try (RocksIterator iterator = database.newIterator()) {
        for (iterator.seekToFirst(); iterator.isValid(); iterator.next()) {
          sum += iterator.key().length + iterator.value().length;
        }
      }
      return sum;
    }

    @Override
    public void close() {
      database.close();
      options.close();
    }
  }
}
