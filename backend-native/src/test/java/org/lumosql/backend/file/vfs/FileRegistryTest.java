// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

final class FileRegistryTest {
  @TempDir private Path directory;

  @Test
  void secondCopyOfTheLibraryIsRefused() throws Exception {
    String path = directory.resolve("a.db").toString();
    try (URLClassLoader other = otherLoader()) {
      Object otherFile = open(other, path);
      StoreException refused = null;
      try (VfsFile file = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE)) {
        throw new AssertionError("opened " + file);
      } catch (StoreException e) {
        refused = e;
      }
      assertThat(refused.code()).isEqualTo(ResultCode.CANTOPEN);
      assertThat(refused).hasMessageContaining("another class loader");
      Class.forName(VfsFile.class.getName(), true, other).getMethod("close").invoke(otherFile);
    }
    new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE).close();
  }

  private static URLClassLoader otherLoader() {
    List<URL> classes = new ArrayList<>();
    for (Class<?> type : new Class<?>[] {LocalVfs.class, ResultCode.class}) {
      classes.add(type.getProtectionDomain().getCodeSource().getLocation());
    }
    return new URLClassLoader(classes.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  private static Object open(ClassLoader loader, String path) throws ReflectiveOperationException {
    Object vfs = Class.forName(LocalVfs.class.getName(), true, loader).getConstructor().newInstance();
    Class<?> role = Class.forName(FileRole.class.getName(), true, loader);
    Class<?> mode = Class.forName(OpenMode.class.getName(), true, loader);
    Method open = vfs.getClass().getMethod("open", String.class, role, mode);
    return open.invoke(vfs, path, role.getField("DATABASE").get(null), mode.getField("CREATE").get(null));
  }

  @Test
  void linkAndPathAreOneFile() throws Exception {
    Path file = Files.write(directory.resolve("a.db"), new byte[1]);
    Path link = Files.createSymbolicLink(directory.resolve("b.db"), file);
    Path hardLink = Files.createLink(directory.resolve("c.db"), file);
    LocalVfs vfs = new LocalVfs();
    try (VfsFile first = vfs.open(file.toString(), FileRole.DATABASE, OpenMode.READ_WRITE);
        VfsFile second = vfs.open(link.toString(), FileRole.DATABASE, OpenMode.READ_WRITE);
        VfsFile third = vfs.open(hardLink.toString(), FileRole.DATABASE, OpenMode.READ_WRITE)) {
      first.lock(LockLevel.SHARED);
      first.lock(LockLevel.EXCLUSIVE);
      assertThat(second.lock(LockLevel.SHARED)).isFalse();
      assertThat(third.lock(LockLevel.SHARED)).isFalse();
    }
  }

  @Test
  void closedHandlesDoNotPileUpDescriptorsUnderALock() throws Exception {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors), "no way to count descriptors");
    String path = directory.resolve("a.db").toString();
    try (VfsFile holder = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE)) {
      holder.lock(LockLevel.SHARED);
      for (int i = 0; i < 100; i++) {
        try (VfsFile file = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.READ_WRITE)) {
          file.lock(LockLevel.SHARED);
        }
      }
      try (Stream<Path> open = Files.list(descriptors)) {
        assertThat(open.filter(link -> isLinkTo(link, path)).count()).isLessThanOrEqualTo(2);
      }
    }
    try (Stream<Path> open = Files.list(descriptors)) {
      assertThat(open.filter(link -> isLinkTo(link, path)).count()).isZero();
    }
  }

  private static boolean isLinkTo(Path link, String path) {
    try {
      return Files.readSymbolicLink(link).toString().equals(path);
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  void refusedSecondCopyDoesNotDropTheLocksOfTheFirst() throws Exception {
    Path path = directory.resolve("a.db");
    try (SqliteProcess c = new SqliteProcess(path);
        VfsFile file = new LocalVfs().open(path.toString(), FileRole.DATABASE, OpenMode.CREATE);
        URLClassLoader other = otherLoader()) {
      c.run("CREATE TABLE t(a)");
      file.lock(LockLevel.SHARED);
      file.lock(LockLevel.RESERVED);
      assertThatThrownBy(() -> open(other, path.toString())).isInstanceOf(InvocationTargetException.class);
      assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo("error: 5");
    }
  }

  /** Threads open, lock, and close one file; whoever has EXCLUSIVE must be alone. */
  @Test
  void threadsExcludeEachOther() throws Exception {
    String path = directory.resolve("a.db").toString();
    int threads = 4;
    AtomicInteger readers = new AtomicInteger();
    AtomicInteger writers = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<Integer> work = () -> contend(path, readers, writers);
        results.add(pool.submit(work));
      }
      int exclusive = 0;
      for (Future<Integer> result : results) {
        exclusive += result.get();
      }
      assertThat(exclusive).isPositive();
    } finally {
      pool.shutdown();
    }
    assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("org.lumosql.open."));
  }

  private static int contend(String path, AtomicInteger readers, AtomicInteger writers) {
    int exclusive = 0;
    for (int round = 0; round < 300; round++) {
      try (VfsFile file = new LocalVfs().open(path, FileRole.DATABASE, OpenMode.CREATE)) {
        if (!file.lock(LockLevel.SHARED)) {
          continue;
        }
        readers.incrementAndGet();
        assertThat(writers.get()).isZero();
        if (file.lock(LockLevel.RESERVED) && file.lock(LockLevel.EXCLUSIVE)) {
          writers.incrementAndGet();
          assertThat(readers.get()).isEqualTo(1);
          exclusive++;
          writers.decrementAndGet();
        }
        readers.decrementAndGet();
      }
    }
    return exclusive;
  }

  @Test
  void rolesWithoutLocksRefuseThem() {
    try (VfsFile file = new LocalVfs().open(directory.resolve("j").toString(), FileRole.JOURNAL, OpenMode.CREATE)) {
      assertThatThrownBy(() -> file.lock(LockLevel.SHARED))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.MISUSE));
    }
  }
}
