// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;

/**
 * Handles of one JVM wait for each other's locks without polling. Every wait here is for an hour: a wake-up that is lost would not go unnoticed.
 */
final class LockHandOverTest {
  private static final long AN_HOUR = TimeUnit.HOURS.toNanos(1);
  private static final int HAND_OVERS = 10_000;

  @TempDir private Path directory;
  private final LocalVfs vfs = new LocalVfs();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<VfsFile> handles = new ArrayList<>();
  private Path database;

  @BeforeEach
  void create() throws IOException {
    database = directory.resolve("test.db");
    Files.write(database, new byte[0]);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    handles.forEach(VfsFile::close);
  }

  private VfsFile handle() {
    VfsFile handle = vfs.open(database.toString(), FileRole.DATABASE, OpenMode.READ_WRITE);
    handles.add(handle);
    return handle;
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.get(5, TimeUnit.MINUTES);
  }

  /** Ends when a handle waits at one of the gates, which it does inside of a condition. */
  private static void untilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(VfsFile handle, LockLevel level) {
    while (!handle.lock(level)) {
      assertThat(handle.lockRelease().await(AN_HOUR)).isTrue();
    }
  }

  private static boolean releasedDuring(VfsFile waiting, LockLevel wanted, Runnable release) throws Exception {
    assertThat(waiting.lock(wanted)).isFalse();
    boolean[] released = new boolean[1];
    Thread waiter = new Thread(() -> released[0] = waiting.lockRelease().await(AN_HOUR), "waiter");
    waiter.start();
    untilWaiting(waiter);
    release.run();
    waiter.join(Duration.ofMinutes(5).toMillis());
    return released[0];
  }

  @Test
  void readersAreWokenWhenTheWriterHasDone() throws Exception {
    VfsFile writer = handle();
    VfsFile reader = handle();
    writer.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    writer.lock(LockLevel.EXCLUSIVE);
    assertThat(releasedDuring(reader, LockLevel.SHARED, () -> writer.unlock(LockLevel.SHARED))).isTrue();
    assertThat(reader.lock(LockLevel.SHARED)).isTrue();
  }

  @Test
  void readersAreWokenWhenTheWriterHasGone() throws Exception {
    VfsFile writer = handle();
    VfsFile reader = handle();
    writer.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    writer.lock(LockLevel.EXCLUSIVE);
    assertThat(releasedDuring(reader, LockLevel.SHARED, () -> writer.unlock(LockLevel.NONE))).isTrue();
    assertThat(reader.lock(LockLevel.SHARED)).isTrue();
    assertThat(reader.lock(LockLevel.RESERVED)).isTrue();
    assertThat(reader.lock(LockLevel.EXCLUSIVE)).isTrue();
  }

  @Test
  void theWriterIsWokenByTheLastReader() throws Exception {
    VfsFile writer = handle();
    VfsFile reader = handle();
    writer.lock(LockLevel.SHARED);
    reader.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    assertThat(releasedDuring(writer, LockLevel.EXCLUSIVE, () -> reader.unlock(LockLevel.NONE))).isTrue();
    assertThat(writer.lock(LockLevel.EXCLUSIVE)).isTrue();
  }

  @Test
  void theNextWriterIsWokenByTheOneBefore() throws Exception {
    VfsFile writer = handle();
    VfsFile next = handle();
    writer.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    next.lock(LockLevel.SHARED);
    assertThat(releasedDuring(next, LockLevel.RESERVED, () -> writer.unlock(LockLevel.SHARED))).isTrue();
    assertThat(next.lock(LockLevel.RESERVED)).isTrue();
  }

  @Test
  void aReleaseBeforeTheWaitIsNotMissedAndCountsOnce() {
    VfsFile writer = handle();
    VfsFile reader = handle();
    writer.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    writer.lock(LockLevel.EXCLUSIVE);
    assertThat(reader.lock(LockLevel.SHARED)).isFalse();
    assertThat(reader.lockRelease().await(1)).as("nothing released").isFalse();
    writer.unlock(LockLevel.SHARED);
    assertThat(reader.lockRelease().await(AN_HOUR)).isTrue();
    assertThat(reader.lockRelease().await(1)).as("what keeps us waiting now is something else").isFalse();
  }

  @Test
  void anInterruptNeitherEndsTheWaitNorGetsLost() throws Exception {
    VfsFile writer = handle();
    VfsFile reader = handle();
    writer.lock(LockLevel.SHARED);
    writer.lock(LockLevel.RESERVED);
    writer.lock(LockLevel.EXCLUSIVE);
    assertThat(reader.lock(LockLevel.SHARED)).isFalse();
    boolean[] interrupted = new boolean[1];
    Thread waiter =
        new Thread(
            () -> {
              assertThat(reader.lockRelease().await(AN_HOUR)).isTrue();
              interrupted[0] = Thread.interrupted();
            },
            "waiter");
    waiter.start();
    untilWaiting(waiter);
    waiter.interrupt();
    writer.unlock(LockLevel.NONE);
    waiter.join(Duration.ofMinutes(5).toMillis());
    assertThat(interrupted[0]).isTrue();
  }

  /** Two writers and two readers: writers change a pair of numbers, of which readers must never see one without the other. */
  @Test
  void noWakeUpIsLostAndNoReaderSeesHalfAChange() throws Exception {
    int[] pair = new int[2];
    AtomicInteger left = new AtomicInteger(HAND_OVERS);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      VfsFile writer = handle();
      VfsFile reader = handle();
      work.add(() -> write(writer, pair, left));
      work.add(() -> read(reader, pair, left));
    }
    List<Future<Integer>> done = new ArrayList<>();
    work.forEach(task -> done.add(threads.submit(task)));
    assertThat(result(done.get(0)) + result(done.get(2))).isEqualTo(HAND_OVERS);
    assertThat(result(done.get(1)) + result(done.get(3))).isPositive();
    assertThat(pair).containsExactly(HAND_OVERS, HAND_OVERS);
  }

  private static int write(VfsFile handle, int[] pair, AtomicInteger left) {
    int count = 0;
    while (left.getAndDecrement() > 0) {
      await(handle, LockLevel.SHARED);
      while (!handle.lock(LockLevel.RESERVED)) {
        handle.unlock(LockLevel.NONE); // as a transaction does that begins with writing
        assertThat(handle.lockRelease().await(AN_HOUR)).isTrue();
        await(handle, LockLevel.SHARED);
      }
      await(handle, LockLevel.EXCLUSIVE);
      pair[0]++;
      Thread.onSpinWait();
      pair[1]++;
      count++;
      handle.unlock(count % 2 == 0 ? LockLevel.NONE : LockLevel.SHARED);
      handle.unlock(LockLevel.NONE);
    }
    return count;
  }

  private static int read(VfsFile handle, int[] pair, AtomicInteger left) {
    int count = 0;
    while (left.get() > 0 || count == 0) {
      await(handle, LockLevel.SHARED);
      int first = pair[0];
      Thread.onSpinWait();
      assertThat(pair[1]).isEqualTo(first);
      handle.unlock(LockLevel.NONE);
      count++;
    }
    return count;
  }

  /** The same for a slot of the WAL-index. */
  @Test
  void noWakeUpIsLostAtTheSlotsOfTheWalIndex() throws Exception {
    int[] pair = new int[2];
    AtomicInteger left = new AtomicInteger(HAND_OVERS);
    List<Future<Integer>> writers = new ArrayList<>();
    List<Future<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      SharedMemory writer = shared();
      SharedMemory reader = shared();
      writers.add(threads.submit(() -> writeAt(SharedMemory.WRITE_LOCK, writer, pair, left)));
      readers.add(threads.submit(() -> readAt(SharedMemory.WRITE_LOCK, reader, pair, left)));
    }
    int written = 0;
    for (Future<Integer> writer : writers) {
      written += result(writer);
    }
    for (Future<Integer> reader : readers) {
      assertThat(result(reader)).isPositive();
    }
    assertThat(written).isEqualTo(HAND_OVERS);
    assertThat(pair).containsExactly(HAND_OVERS, HAND_OVERS);
  }

  private SharedMemory shared() {
    VfsFile handle = handle();
    handle.lock(LockLevel.SHARED);
    return handle.sharedMemory();
  }

  private static void awaitSlot(SharedMemory memory, int slot, boolean exclusive) {
    while (!memory.lock(slot, 1, exclusive)) {
      assertThat(memory.lockRelease().await(AN_HOUR)).isTrue();
    }
  }

  private static int writeAt(int slot, SharedMemory memory, int[] pair, AtomicInteger left) {
    int count = 0;
    while (left.getAndDecrement() > 0) {
      awaitSlot(memory, slot, true);
      pair[0]++;
      Thread.onSpinWait();
      pair[1]++;
      memory.unlock(slot, 1, true);
      count++;
    }
    return count;
  }

  private static int readAt(int slot, SharedMemory memory, int[] pair, AtomicInteger left) {
    int count = 0;
    while (left.get() > 0 || count == 0) {
      awaitSlot(memory, slot, false);
      int first = pair[0];
      Thread.onSpinWait();
      assertThat(pair[1]).isEqualTo(first);
      memory.unlock(slot, 1, false);
      count++;
    }
    return count;
  }
}
