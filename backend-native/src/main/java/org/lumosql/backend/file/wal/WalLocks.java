// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.btree.BusyHandler;

/** The lock slots as one connection takes them; not at all in exclusive mode, when the lock of the database file is enough. */
final class WalLocks {
  static final int WRITE = SharedMemory.WRITE_LOCK;
  static final int CHECKPOINT = SharedMemory.CHECKPOINT_LOCK;
  static final int RECOVER = SharedMemory.RECOVER_LOCK;
  static final int FIRST_READ = SharedMemory.FIRST_READ_LOCK;

  private final SharedMemory memory;
  private boolean exclusiveMode;

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
    return exclusiveMode || memory.lock(slot, 1, false);
  }

  void releaseShared(int slot) {
    if (!exclusiveMode) {
      memory.unlock(slot, 1, false);
    }
  }

  boolean tryExclusive(int first, int count) {
    return exclusiveMode || memory.lock(first, count, true);
  }

  void releaseExclusive(int first, int count) {
    if (!exclusiveMode) {
      memory.unlock(first, count, true);
    }
  }

  /** Tries until it succeeds or the busy handler gives up. */
  boolean waitExclusive(int first, int count, BusyHandler busyHandler) {
    for (int attempts = 0; !tryExclusive(first, count); attempts++) {
      if (!busyHandler.retry(attempts)) {
        return false;
      }
    }
    return true;
  }
}
