// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumosql.backend.file.wal.ImageAssert.assertThatImage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A reader whose shared memory cannot be written, beside a writer, and alone with what one left behind. */
final class ReadOnlyIndexTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);
  private static final int PAGE_SIZE = 1024;

  @TempDir private Path directory;
  private DatabaseHistory history;
  private Path database;
  private PageConnection writer;
  private PageConnection reader;

  /** The local file system, but for shared memory that refuses writes. */
  private static final class ReadOnlyMemoryVfs extends ForwardingVfs {
    ReadOnlyMemoryVfs() {
      super(new LocalVfs());
    }

    @Override
    public VfsFile open(String path, FileRole role, OpenMode mode) {
      VfsFile file = super.open(path, role, mode);
      return role == Vfs.FileRole.DATABASE ? new ReadOnlyMemoryFile(file) : file;
    }
  }

  private static final class ReadOnlyMemoryFile extends ForwardingVfs.ForwardingFile {
    ReadOnlyMemoryFile(VfsFile file) {
      super(file);
    }

    @Override
    public SharedMemory sharedMemory() {
      SharedMemory memory = super.sharedMemory();
      return new SharedMemory() {
        @Override
        public ByteBuffer region(int index, boolean extend) {
          ByteBuffer region = memory.region(index, false);
          return region == null ? null : region.asReadOnlyBuffer().order(ByteOrder.nativeOrder());
        }

        @Override
        public boolean lock(int first, int count, boolean exclusive) {
          assertThat(exclusive).as("exclusive lock on a file opened for reading").isFalse();
          return memory.lock(first, count, false);
        }

        @Override
        public void unlock(int first, int count, boolean exclusive) {
          memory.unlock(first, count, exclusive);
        }

        @Override
        public void barrier() {
          memory.barrier();
        }

        @Override
        public boolean isReadOnly() {
          return true;
        }

        @Override
        public void close(boolean deleteFile) {
          assertThat(deleteFile).isFalse();
          memory.close(false);
        }
      };
    }
  }

  @BeforeEach
  void open() {
    history = DatabaseHistory.random(directory, PAGE_SIZE, 12, SEED);
    database = directory.resolve("test.db");
    history.writeImage(0, database);
    writer = new PageConnection(database, PAGE_SIZE);
    write(1, 4);
    reader = new PageConnection(new ReadOnlyMemoryVfs(), database.toString(), PAGE_SIZE, false);
  }

  @AfterEach
  void close() {
    reader.close();
    writer.close();
  }

  private void write(int first, int last) {
    for (int version = first; version <= last; version++) {
      writer.commit(history.changes(version), history.pageCount(version));
    }
  }

  @Test
  void followsAWriter() {
    writer.readAll();
    assertThatImage(reader.readAll()).hasSameBytesAs(history.image(4));
    write(5, 8);
    writer.readAll();
    assertThatImage(reader.readAll()).hasSameBytesAs(history.image(8));
    writer.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER);
    assertThatImage(reader.readAll()).as("from the database alone").hasSameBytesAs(history.image(8));
    write(9, 12);
    writer.readAll();
    assertThatImage(reader.readAll()).as("of the new log").hasSameBytesAs(history.image(12));
  }

  @Test
  void keepsItsSnapshot() {
    writer.readAll();
    reader.log().beginRead();
    write(5, 8);
    writer.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    assertThatImage(reader.image()).hasSameBytesAs(history.image(4));
    reader.log().endRead();
  }

  @Test
  void readsTheLogItselfIfTheIndexHeaderIsBad() {
    writer.file().sharedMemory().region(0, false).putInt(16, -1);
    assertThatImage(reader.readAll()).hasSameBytesAs(history.image(4));
    reader.log().beginRead();
    assertThatImage(writer.readAll()).as("the writer recovers").hasSameBytesAs(history.image(4));
    write(5, 6);
    writer.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    assertThatImage(reader.image()).as("a checkpoint cannot hurt it").hasSameBytesAs(history.image(4));
    reader.log().endRead();
    writer.readAll();
    assertThatImage(reader.readAll()).hasSameBytesAs(history.image(6));
  }

  @Test
  void hashTablesOfTheFileAreNotTrusted() {
    writer.readAll();
    ByteBuffer region = writer.file().sharedMemory().region(0, false);
    for (int at = 136; at < SharedMemory.REGION_SIZE; at += 4) {
      region.putInt(at, 0x00010001);
    }
    assertThatImage(reader.readAll()).hasSameBytesAs(history.image(4));
    writer.abandon();
    writer = new PageConnection(database, PAGE_SIZE);
  }

  @Test
  void writesNothing() {
    writer.readAll();
    reader.log().beginRead();
    assertThatThrownBy(() -> reader.log().beginWrite())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.READONLY));
    reader.log().endRead();
    assertThatThrownBy(() -> reader.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.READONLY));
    assertThat(reader.file().lockLevel()).isEqualTo(LockLevel.SHARED);
  }
}
