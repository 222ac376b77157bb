// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the databases of engines look like whose backends may not be on the class path, so that somebody who opens one
 * can be told what to add.
 */
public enum KnownStore {
  BDB("bdb", KnownStore::isBerkeley),
  LMDB("lmdb", KnownStore::isLmdb),
  ROCKSDB("rocksdb", KnownStore::isRocks);

  private static final int LMDB_MAGIC = 0xBEEFC0DE;
  /** Where the magic number is: behind the header of the first page, whose length depends on the size of an address. */
  private static final int[] LMDB_MAGIC_OFFSETS = {16, 12};

  private final String backend;
  private final Predicate<Path> test;

  KnownStore(String backend, Predicate<Path> test) {
    this.backend = backend;
    this.test = test;
  }

  /** The short name of the backend. */
  public String backend() {
    return backend;
  }

  /** As {@link Backend#recognises}. */
  public boolean matches(Path path) {
    return test.test(path);
  }

  /** What a path looks like. */
  public static Optional<KnownStore> of(Path path) {
    return Stream.of(values()).filter(store -> store.matches(path)).findFirst();
  }

  private static boolean isBerkeley(Path path) {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.anyMatch(entry -> entry.getFileName().toString().matches("[0-9a-f]{8}\\.jdb"));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isRocks(Path path) {
    return Files.isRegularFile(path.resolve("CURRENT")) && Files.isRegularFile(path.resolve("IDENTITY"));
  }

  private static boolean isLmdb(Path path) {
    if (!Files.isRegularFile(path) || isInUseBySqlite(path)) {
      return false;
    }
    try (InputStream input = Files.newInputStream(path)) {
      byte[] start = input.readNBytes(20);
      if (start.length == 20) {
        ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.nativeOrder());
        for (int offset : LMDB_MAGIC_OFFSETS) {
          if (header.getInt(offset) == LMDB_MAGIC) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Such a file is not looked into: closing it would drop the locks that this process may have on it. */
  private static boolean isInUseBySqlite(Path path) {
    return Files.exists(Path.of(path + "-journal")) || Files.exists(Path.of(path + "-wal"));
  }
}
