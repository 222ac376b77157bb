// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The {@code -shm} file of a database, once per JVM: mapping, lock slots and dead man's switch
 * (https://sqlite.org/walformat.html#the_wal_index_file_format).
 *
 * <ol>
 *   <li>M1. Bytes of the file are never used without a shared lock on byte 128, the dead man's switch. Whoever gets
 *       that lock exclusively knows that the contents are of no living process, and empties the file.
 *   <li>M2. A mapped byte always has room on the disk: the file grows by writing zeros, because a hole that cannot be
 *       filled later would be a crash and not an error.
 *   <li>M3. {@code holders[s]} is the number of handles that share slot s, or −1 if one has it exclusively; the
 *       operating system's lock {@code slotLocks[s]} is there whenever it is not 0. It becomes 0, and ceases to be, under the mutex only:
 *       from 1 on the number goes up and down without.
 * </ol>
 *
 * Thread-safe.
 */
final class SharedMemoryFile {
  private static final int FIRST_LOCK_BYTE = 120;
  private static final int DEAD_MAN_SWITCH = 128;
  private static final int SWITCH_ATTEMPTS = 50;
  private static final long SWITCH_PAUSE_NANOS = 100_000;
  private static final String SUFFIX = "-shm";

  private final String path;
  private final RandomAccessFile descriptor;
  private final boolean readOnly;
  private final ReentrantLock mutex = new ReentrantLock();
  private final List<ByteBuffer> regions = new ArrayList<>();
  private final AtomicIntegerArray holders = new AtomicIntegerArray(SharedMemory.LOCK_COUNT);
  private final FileLock[] slotLocks = new FileLock[SharedMemory.LOCK_COUNT];
  private final ReleaseGate[] gates = new ReleaseGate[SharedMemory.LOCK_COUNT];

  private SharedMemoryFile(String path, RandomAccessFile descriptor, boolean readOnly) {
    this.path = path;
    this.descriptor = descriptor;
    this.readOnly = readOnly;
    for (int slot = 0; slot < gates.length; slot++) {
      gates[slot] = new ReleaseGate(mutex);
    }
  }

  static SharedMemoryFile open(String databasePath) {
    String name = databasePath + SUFFIX;
    Path path = LocalVfs.path(name);
    try {
      boolean existed = Files.exists(path);
      boolean readOnly = existed && !Files.isWritable(path);
      RandomAccessFile descriptor = new RandomAccessFile(path.toFile(), readOnly ? "r" : "rw");
      if (!existed) {
        LocalVfs.inheritPermissions(path);
      }
      SharedMemoryFile file = new SharedMemoryFile(name, descriptor, readOnly);
      file.takeDeadManSwitch();
      return file;
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.CANTOPEN, "open", name, e);
    }
  }

  /**
   * M1. Between the exclusive and the shared lock somebody else may empty the file again: nothing of ours is in it yet.
   * Whoever has the exclusive lock has it for a moment only.
   */
  private void takeDeadManSwitch() throws IOException {
    boolean done = false;
    try {
      for (int attempt = 0; attempt < SWITCH_ATTEMPTS && !done; attempt++) {
        if (attempt > 0) {
          LockSupport.parkNanos(SWITCH_PAUSE_NANOS);
        }
        done = tryTakeDeadManSwitch();
      }
      if (!done) {
        throw new StoreException(ResultCode.BUSY, path + " is being initialised by another process");
      }
    } finally {
      if (!done) {
        descriptor.close();
      }
    }
  }

  private boolean tryTakeDeadManSwitch() throws IOException {
    if (!readOnly) {
      FileLock alone = tryLock(DEAD_MAN_SWITCH, false);
      if (alone != null) {
        empty();
        OsLocks.release(alone, ResultCode.IOERR_SHMLOCK, path);
      }
    }
    // The lock lives as long as the descriptor.
    return tryLock(DEAD_MAN_SWITCH, true) != null;
  }

  private void empty() throws IOException {
    try {
      descriptor.setLength(0);
    } catch (IOException stillMapped) {
      // Windows refuses while a mapping that the JVM has not collected yet exists: zeros mean the same.
      long length = descriptor.length();
      descriptor.seek(0);
      descriptor.write(new byte[Math.toIntExact(Math.min(length, SharedMemory.REGION_SIZE))]);
    }
  }

  boolean isReadOnly() {
    return readOnly;
  }

  ByteBuffer region(int index, boolean extend) {
    mutex.lock();
    try {
      while (regions.size() <= index) {
        ByteBuffer next = mapNext(extend);
        if (next == null) {
          return null;
        }
        regions.add(next);
      }
      return regions.get(index);
    } finally {
      mutex.unlock();
    }
  }

  private ByteBuffer mapNext(boolean extend) {
    long start = (long) regions.size() * SharedMemory.REGION_SIZE;
    long end = start + SharedMemory.REGION_SIZE;
    try {
      long size = descriptor.length();
      if (size < end) {
        if (!extend || readOnly) {
          return null;
        }
        grow(size, end);
      }
      MapMode mode = readOnly ? MapMode.READ_ONLY : MapMode.READ_WRITE;
      ByteBuffer region = MappingThread.map(descriptor.getChannel(), mode, start, SharedMemory.REGION_SIZE);
      return region.order(ByteOrder.nativeOrder());
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_SHMMAP, "map", path, e);
    }
  }

  /** M2. Touches only bytes behind the end, so it cannot overwrite what another process has put before it. */
  private void grow(long size, long end) {
    try {
      descriptor.seek(size);
      descriptor.write(new byte[Math.toIntExact(end - size)]);
    } catch (IOException e) {
      throw IoErrors.ofWrite(ResultCode.IOERR_SHMSIZE, "extend", path, end - size, e);
    }
  }

  /** @param missed is told which slot could not be had */
  boolean lock(int first, int count, boolean exclusive, MissedLock missed) {
    if (!exclusive && count == 1 && shareMore(first)) {
      return true;
    }
    mutex.lock();
    try {
      for (int slot = first; slot < first + count; slot++) {
        int present = holders.get(slot);
        if (exclusive ? present != 0 : present < 0) {
          missed.set(gates[slot], gates[slot].releases());
          return false;
        }
      }
      for (int slot = first; slot < first + count; slot++) {
        if (!lockSlot(slot, exclusive)) {
          missed.set(gates[slot], gates[slot].releases());
          unlockSlots(first, slot - first);
          return false;
        }
      }
      return true;
    } finally {
      mutex.unlock();
    }
  }

  /** M3: joins those who share a slot already. */
  private boolean shareMore(int slot) {
    for (int present = holders.get(slot); present > 0; present = holders.get(slot)) {
      if (holders.compareAndSet(slot, present, present + 1)) {
        return true;
      }
    }
    return false;
  }

  /** M3: leaves a slot to the others who share it. */
  private boolean shareLess(int slot) {
    for (int present = holders.get(slot); present > 1; present = holders.get(slot)) {
      if (holders.compareAndSet(slot, present, present - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean lockSlot(int slot, boolean exclusive) {
    if (!exclusive && shareMore(slot)) {
      return true;
    }
    slotLocks[slot] = tryLock(FIRST_LOCK_BYTE + slot, !exclusive);
    if (slotLocks[slot] == null) {
      return false;
    }
    holders.set(slot, exclusive ? -1 : 1);
    return true;
  }

  void unlock(int first, int count, boolean exclusive) {
    if (!exclusive && count == 1 && shareLess(first)) {
      return;
    }
    mutex.lock();
    try {
      assert exclusive == holders.get(first) < 0 : "slot " + first + " has " + holders.get(first) + " holders";
      unlockSlots(first, count);
    } finally {
      mutex.unlock();
    }
  }

  private void unlockSlots(int first, int count) {
    for (int slot = first; slot < first + count; slot++) {
      unlockSlot(slot);
    }
  }

  private void unlockSlot(int slot) {
    // the last one goes only if nobody joins meanwhile
    while (!holders.compareAndSet(slot, -1, 0) && !holders.compareAndSet(slot, 1, 0)) {
      if (shareLess(slot)) {
        return;
      }
    }
    FileLock lock = slotLocks[slot];
    slotLocks[slot] = null;
    try {
      OsLocks.release(lock, ResultCode.IOERR_SHMLOCK, path);
    } finally {
      if (slot == SharedMemory.WRITE_LOCK) {
        gates[slot].openForOne();
      } else {
        gates[slot].openForAll();
      }
    }
  }

  private FileLock tryLock(long at, boolean shared) {
    return OsLocks.tryLock(descriptor, at, 1, shared, ResultCode.IOERR_SHMLOCK, path);
  }

  /**
   * Removes the name before the descriptor, so that nobody opens what is about to go; Windows can only do it the other
   * way round.
   */
  void close(boolean deleteFile) {
    try {
      if (deleteFile && !LocalVfs.IS_WINDOWS) {
        Files.deleteIfExists(Path.of(path));
      }
      descriptor.close();
      if (deleteFile && LocalVfs.IS_WINDOWS) {
        Files.deleteIfExists(Path.of(path));
      }
    } catch (IOException e) {
      if (!LocalVfs.IS_WINDOWS) {
        throw IoErrors.of(ResultCode.IOERR_CLOSE, "close", path, e);
      }
      // A file that is still mapped stays; M1 makes it harmless.
    }
  }
}
