// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;

final class MappedReadsTest {
  private static final int PAGE = 4096;
  private static final int PAGES = 64;

  @TempDir private Path directory;
  private RandomAccessFile file;
  private MappedReads reads;
  private final byte[] target = new byte[PAGE];

  @BeforeEach
  void makeFile() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    file = new RandomAccessFile(directory.resolve("a.db").toFile(), "rw");
    for (int page = 0; page < PAGES; page++) {
      writePage(page, page);
    }
    reads = new MappedReads(file);
  }

  @AfterEach
  void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private void writePage(int page, int content) throws IOException {
    byte[] bytes = new byte[PAGE];
    Arrays.fill(bytes, (byte) content);
    file.seek((long) page * PAGE);
    file.write(bytes);
  }

  private boolean read(int page) {
    return reads.read((long) page * PAGE, target, 0, PAGE);
  }

  private void missUntilMapped() {
    for (int i = 0; i < MappedReads.PATIENCE; i++) {
      assertThat(read(PAGES - 1)).isFalse();
    }
    assertThat(reads.isMapping()).isTrue();
  }

  @Test
  void fewReadsMapNothing() {
    for (int i = 1; i < MappedReads.PATIENCE; i++) {
      assertThat(read(20)).isFalse();
    }
    assertThat(reads.isMapping()).isFalse();
  }

  @Test
  void manyReadsAreAnsweredByTheMapping() {
    missUntilMapped();
    for (int page = 0; page < PAGES; page++) {
      assertThat(read(page)).isTrue();
      assertThat(target).containsOnly((byte) page);
    }
  }

  @Test
  void whatIsBehindTheEndIsNotAnswered() {
    missUntilMapped();
    assertThat(read(PAGES)).isFalse();
    assertThat(reads.read((PAGES - 1L) * PAGE + 1, target, 0, PAGE)).isFalse();
    assertThat(reads.read(1L << 50, target, 0, PAGE)).isFalse();
  }

  @Test
  void writesByCallsShowAtOnce() throws IOException {
    missUntilMapped();
    assertThat(read(30)).isTrue();
    writePage(30, 99);
    assertThat(read(30)).isTrue();
    assertThat(target).containsOnly((byte) 99);
  }

  @Test
  void aGrownFileIsMappedAnew() throws IOException {
    missUntilMapped();
    writePage(PAGES, 77);
    for (int i = 0; i < MappedReads.PATIENCE; i++) {
      assertThat(read(PAGES)).isFalse();
    }
    assertThat(read(PAGES)).isTrue();
    assertThat(target).containsOnly((byte) 77);
  }

  @Test
  void aFileShortenedBySomebodyElseEndsTheMapping() throws IOException {
    missUntilMapped();
    file.setLength(20L * PAGE);
    reads.checkSize();
    boolean answered = read(40);
    assertThat(answered).isFalse();
    assertThat(file.length()).isEqualTo(20L * PAGE);
  }

  @Test
  void theHeaderOfAFileThatHasBecomeEmptyIsNotAnswered() throws IOException {
    missUntilMapped();
    reads.checkSize();
    assertThat(reads.read(0, target, 0, 100)).isTrue();
    file.setLength(0);
    reads.checkSize();
    assertThat(reads.read(0, target, 0, 100)).isFalse();
    assertThat(reads.isMapping()).isFalse();
  }

  @Test
  void theSameHoldsForCompiledCode() throws IOException {
    for (int round = 0; round < 5; round++) {
      file.setLength((long) PAGES * PAGE);
      reads = new MappedReads(file);
      missUntilMapped();
      for (int i = 0; i < 20_000; i++) {
        assertThat(read(40)).isTrue();
      }
      file.setLength(20L * PAGE);
      reads.checkSize();
      assertThat(read(40)).isFalse();
      assertThat(reads.isMapping()).isFalse();
    }
  }

  @Test
  void anInterruptedThreadMapsAndReads() {
    Thread.currentThread().interrupt();
    try {
      missUntilMapped();
      assertThat(read(33)).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file.getChannel().isOpen()).isTrue();
  }

  @Test
  void aHandleThatShortensItsFileReadsZeroesBehindTheEnd() {
    try (VfsFile handle =
        new LocalVfs().open(directory.resolve("b.db").toString(), FileRole.DATABASE, OpenMode.CREATE)) {
      byte[] page = new byte[PAGE];
      Arrays.fill(page, (byte) 5);
      for (int i = 0; i < PAGES; i++) {
        handle.write((long) i * PAGE, page, 0, PAGE);
      }
      for (int i = 0; i < 2 * MappedReads.PATIENCE; i++) {
        assertThat(handle.read(40L * PAGE, target, 0, PAGE)).isEqualTo(PAGE);
      }
      handle.truncate(30L * PAGE);
      assertThat(handle.read(40L * PAGE, target, 0, PAGE)).isZero();
      assertThat(target).containsOnly((byte) 0);
    }
  }

  @Test
  void inWalModeAHandleSeesWhatOthersWriteAndCutOff() {
    String path = directory.resolve("c.db").toString();
    try (VfsFile reader = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE);
        VfsFile other = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE)) {
      byte[] page = new byte[PAGE];
      Arrays.fill(page, (byte) 5);
      for (int i = 0; i < PAGES; i++) {
        other.write((long) i * PAGE, page, 0, PAGE);
      }
      reader.lock(LockLevel.SHARED);
      int mark = SharedMemory.FIRST_READ_LOCK + 1;
      assertThat(reader.sharedMemory().lock(mark, 1, false)).isTrue();
      for (int i = 0; i < 2 * MappedReads.PATIENCE; i++) {
        assertThat(reader.read(40L * PAGE, target, 0, PAGE)).isEqualTo(PAGE);
      }
      Arrays.fill(page, (byte) 9);
      other.write(40L * PAGE, page, 0, PAGE);
      assertThat(reader.read(40L * PAGE, target, 0, PAGE)).isEqualTo(PAGE);
      assertThat(target).containsOnly((byte) 9);
      reader.sharedMemory().unlock(mark, 1, false);
      other.truncate(30L * PAGE);
      assertThat(reader.read(40L * PAGE, target, 0, PAGE)).as("no mark keeps the page there").isZero();
      assertThat(reader.sharedMemory().lock(mark, 1, false)).isTrue();
      assertThat(reader.read(40L * PAGE, target, 0, PAGE)).isZero();
      assertThat(target).containsOnly((byte) 0);
      other.write(40L * PAGE, page, 0, PAGE);
      assertThat(reader.read(40L * PAGE, target, 0, PAGE)).isEqualTo(PAGE);
      assertThat(target).containsOnly((byte) 9);
    }
  }
}
