// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;

/**
 * The lock slots as one connection takes them; not at all in exclusive mode, when the lock of the database file is
 * enough.
 */
final class WalLocks {
  static final int WRITE = SharedMemory.WRITE_LOCK;
  static final int CHECKPOINT = SharedMemory.CHECKPOINT_LOCK;
  static final int RECOVER = SharedMemory.RECOVER_LOCK;
  static final int FIRST_READ = SharedMemory.FIRST_READ_LOCK;

  private final SharedMemory memory;
  private boolean exclusiveMode;

  /** Bit per slot. */
  private int sharedSlots;

  private int exclusiveSlots;

  WalLocks(SharedMemory memory) {
    this.memory = memory;
  }

  boolean isExclusiveMode() {
    return exclusiveMode;
  }

  void setExclusiveMode(boolean exclusive) {
    exclusiveMode = exclusive;
  }

  boolean tryShared(int slot) {
    if (exclusiveMode) {
      return true;
    }
    if (!memory.lock(slot, 1, false)) {
      return false;
    }
    sharedSlots |= 1 << slot;
    return true;
  }

  void releaseShared(int slot) {
    if ((sharedSlots & 1 << slot) != 0) {
      sharedSlots &= ~(1 << slot);
      memory.unlock(slot, 1, false);
    }
  }

  boolean tryExclusive(int first, int count) {
    if (exclusiveMode) {
      return true;
    }
    if (!memory.lock(first, count, true)) {
      return false;
    }
    exclusiveSlots |= slots(first, count);
    return true;
  }

  void releaseExclusive(int first, int count) {
    if ((exclusiveSlots & slots(first, count)) != 0) {
      exclusiveSlots &= ~slots(first, count);
      memory.unlock(first, count, true);
    }
  }

  /** Of the slot that could not be had when it was tried last. */
  LockRelease release() {
    return memory.lockRelease();
  }

  private static int slots(int first, int count) {
    return (1 << count) - 1 << first;
  }

  /** Gives back whatever is held. */
  void releaseAll() {
    for (int slot = 0; slot < SharedMemory.LOCK_COUNT; slot++) {
      releaseShared(slot);
      releaseExclusive(slot, 1);
    }
  }

  /** Tries until it succeeds or the busy handler gives up. */
  boolean waitExclusive(int first, int count, BusyHandler busyHandler) {
    for (int attempts = 0; !tryExclusive(first, count); attempts++) {
      if (!busyHandler.retry(attempts, release())) {
        return false;
      }
    }
    return true;
  }
}
