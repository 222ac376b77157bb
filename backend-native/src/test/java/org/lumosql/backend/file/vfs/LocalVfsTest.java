// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

final class LocalVfsTest {
  @TempDir private Path directory;
  private final LocalVfs vfs = new LocalVfs();

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private VfsFile open(String name, FileRole role) {
    return vfs.open(path(name), role, OpenMode.CREATE);
  }

  private static void assertFails(ResultCode code, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void whatIsWrittenIsRead() {
    try (VfsFile file = open("a", FileRole.JOURNAL)) {
      file.write(5_000_000_000L, new byte[] {1, 2, 3}, 1, 2);
      assertThat(file.size()).isEqualTo(5_000_000_002L);
      byte[] target = {9, 9, 9, 9, 9};
      assertThat(file.read(5_000_000_001L, target, 1, 3)).isEqualTo(1);
      assertThat(target).as("the rest is zeroed").containsExactly(9, 3, 0, 0, 9);
      assertThat(file.read(6_000_000_000L, target, 0, 5)).isZero();
      assertThat(target).containsOnly(0);
      file.truncate(7);
      assertThat(file.size()).isEqualTo(7);
      file.sync(true);
      file.sync(false);
    }
  }

  @Test
  void sequentialAndScatteredCallsMeetTheirPlaces() {
    try (VfsFile file = open("a", FileRole.WAL)) {
      byte[] data = new byte[100];
      for (int i = 0; i < data.length; i++) {
        data[i] = (byte) i;
      }
      file.write(0, data, 0, 50);
      file.write(50, data, 50, 50);
      byte[] target = new byte[10];
      for (int at : new int[] {0, 10, 20, 90, 100, 0, 95, 40}) {
        int count = file.read(at, target, 0, 10);
        assertThat(count).isEqualTo(Math.min(10, 100 - at));
        if (count > 0) {
          assertThat(target[0]).isEqualTo((byte) at);
        }
      }
    }
  }

  @Test
  void missingFilesAndDirectoriesAreNotOpened() throws IOException {
    assertFails(ResultCode.CANTOPEN, () -> vfs.open(path("none"), FileRole.DATABASE, OpenMode.READ_WRITE));
    assertFails(ResultCode.CANTOPEN, () -> vfs.open(path("none"), FileRole.DATABASE, OpenMode.READ_ONLY));
    assertFails(ResultCode.CANTOPEN, () -> vfs.open(path("no/such/directory"), FileRole.DATABASE, OpenMode.CREATE));
    assertFails(ResultCode.CANTOPEN, () -> vfs.open("a\0b", FileRole.DATABASE, OpenMode.CREATE));
    Files.createDirectory(directory.resolve("folder"));
    assertFails(ResultCode.CANTOPEN_ISDIR, () -> vfs.open(path("folder"), FileRole.DATABASE, OpenMode.CREATE));
  }

  @Test
  void readOnlyFileRefusesWrites() throws IOException {
    Files.write(directory.resolve("a"), new byte[10]);
    try (VfsFile file = vfs.open(path("a"), FileRole.DATABASE, OpenMode.READ_ONLY)) {
      assertThat(file.isReadOnly()).isTrue();
      assertFails(ResultCode.READONLY, () -> file.write(0, new byte[1], 0, 1));
      assertFails(ResultCode.READONLY, () -> file.truncate(0));
      assertThat(file.lock(LockLevel.SHARED)).isTrue();
    }
  }

  @Test
  void closedFileGivesAnErrorAndClosingTwiceIsHarmless() {
    VfsFile database = open("a", FileRole.DATABASE);
    database.close();
    database.close();
    assertFails(ResultCode.IOERR_READ, () -> database.read(0, new byte[1], 0, 1));
    assertFails(ResultCode.MISUSE, () -> database.lock(LockLevel.SHARED));
  }

  @Test
  void fullDeviceIsFull() {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "no device that is always full");
    try (VfsFile full = vfs.open("/dev/full", FileRole.SUPER_JOURNAL, OpenMode.READ_WRITE)) {
      assertFails(ResultCode.FULL, () -> full.write(0, new byte[100], 0, 100));
    }
  }

  @Test
  void temporaryFilesVanish() throws IOException {
    String name = vfs.temporaryPath();
    try (VfsFile file = vfs.open(name, FileRole.TEMPORARY, OpenMode.CREATE)) {
      file.write(0, new byte[] {7}, 0, 1);
      byte[] target = new byte[1];
      assertThat(file.read(0, target, 0, 1)).isEqualTo(1);
      assertThat(target[0]).isEqualTo((byte) 7);
    }
    assertThat(Path.of(name)).doesNotExist();
    assertThat(vfs.temporaryPath()).isNotEqualTo(name);
  }

  @Test
  void deletingWhatIsNotThereIsNoError() throws IOException {
    Files.write(directory.resolve("a"), new byte[1]);
    assertThat(vfs.exists(path("a"))).isTrue();
    vfs.delete(path("a"), true);
    assertThat(vfs.exists(path("a"))).isFalse();
    vfs.delete(path("a"), true);
    Files.createDirectories(directory.resolve("folder/inner"));
    assertFails(ResultCode.IOERR_DELETE, () -> vfs.delete(path("folder"), false));
  }

  @Test
  void fullPathResolvesLinksAlsoToFilesThatAreNotThereYet() throws IOException {
    Path real = directory.toRealPath();
    Files.createDirectory(real.resolve("folder"));
    Files.createSymbolicLink(real.resolve("link"), Path.of("folder"));
    Files.createSymbolicLink(real.resolve("dangling"), Path.of("folder", "new.db"));
    Files.createSymbolicLink(real.resolve("circle"), Path.of("circle"));
    Files.write(real.resolve("folder/a"), new byte[1]);
    assertThat(vfs.fullPath(path("link/a"))).isEqualTo(real.resolve("folder/a").toString());
    assertThat(vfs.fullPath(path("link/b"))).isEqualTo(real.resolve("folder/b").toString());
    assertThat(vfs.fullPath(path("dangling"))).isEqualTo(real.resolve("folder/new.db").toString());
    assertFails(ResultCode.CANTOPEN, () -> vfs.fullPath(path("circle")));
  }

  @Test
  void renamedAndReplacedFilesHaveMoved() throws IOException {
    try (VfsFile file = open("a", FileRole.DATABASE)) {
      assertThat(file.hasMoved()).isFalse();
      Files.move(directory.resolve("a"), directory.resolve("b"));
      assertThat(file.hasMoved()).isTrue();
      Files.write(directory.resolve("a"), new byte[1]);
      assertThat(file.hasMoved()).isTrue();
      Files.delete(directory.resolve("a"));
      Files.move(directory.resolve("b"), directory.resolve("a"));
      assertThat(file.hasMoved()).isFalse();
    }
  }

  @Test
  void journalsGetThePermissionsOfTheirDatabase() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"), "no such permissions");
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-rw----");
    open("a.db", FileRole.DATABASE).close();
    Files.setPosixFilePermissions(directory.resolve("a.db"), permissions);
    open("a.db-wal", FileRole.WAL).close();
    open("a.db-journal", FileRole.JOURNAL).close();
    assertThat(Files.getPosixFilePermissions(directory.resolve("a.db-wal"))).isEqualTo(permissions);
    assertThat(Files.getPosixFilePermissions(directory.resolve("a.db-journal"))).isEqualTo(permissions);
  }

  @Test
  void interruptsNeitherFailIoNorAreForgotten() {
    Thread.currentThread().interrupt();
    try (VfsFile file = open("a", FileRole.DATABASE)) {
      assertThat(file.lock(LockLevel.SHARED)).isTrue();
      file.write(0, new byte[100], 0, 100);
      assertThat(file.read(0, new byte[100], 0, 100)).isEqualTo(100);
      file.sync(true);
      file.truncate(50);
      assertThat(file.size()).isEqualTo(50);
      assertThat(file.sharedMemory().region(0, true)).isNotNull();
      assertThat(file.lockLevel()).isEqualTo(LockLevel.SHARED);
      vfs.syncDirectoryOf(path("a"));
      vfs.delete(path("b"), true);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void randomNumbersDiffer() {
    assertThat(vfs.randomInt()).isNotEqualTo(vfs.randomInt());
  }
}
