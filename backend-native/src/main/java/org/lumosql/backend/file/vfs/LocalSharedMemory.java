// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.lumosql.btree.LockRelease;

/** One connection's handle on a {@link SharedMemoryFile}: remembers which lock slots are its own. */
final class LocalSharedMemory implements SharedMemory {
  private final SharedFile file;
  private final SharedMemoryFile memory;
  private final MappedReads mapped;
  private int sharedSlots;
  private int exclusiveSlots;
  private boolean closed;
  private final MissedLock missed = new MissedLock();

  /** @param mapped reads of the database file */
  LocalSharedMemory(SharedFile file, MappedReads mapped) {
    this.file = file;
    this.mapped = mapped;
    this.memory = file.openSharedMemory();
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether a read mark is locked: no checkpoint takes pages of that snapshot from the database file. */
  boolean isMarkHeld() {
    return sharedSlots >>> FIRST_READ_LOCK != 0;
  }

  @Override
  public ByteBuffer region(int index, boolean extend) {
    return memory.region(index, extend);
  }

  @Override
  public boolean lock(int first, int count, boolean exclusive) {
    int slots = slots(first, count);
    assert !closed : "lock on a closed handle";
    assert ((sharedSlots | exclusiveSlots) & slots) == 0 : "slot locked twice by one handle";
    if (!memory.lock(first, count, exclusive, missed)) {
      return false;
    }
    if (exclusive) {
      exclusiveSlots |= slots;
    } else {
      sharedSlots |= slots;
      mapped.checkSize();
    }
    return true;
  }

  @Override
  public void unlock(int first, int count, boolean exclusive) {
    int slots = slots(first, count);
    assert ((exclusive ? exclusiveSlots : sharedSlots) & slots) == slots : "unlock of a slot that is not held";
    if (exclusive) {
      exclusiveSlots &= ~slots;
    } else {
      sharedSlots &= ~slots;
    }
    memory.unlock(first, count, exclusive);
  }

  @Override
  public LockRelease lockRelease() {
    return missed;
  }

  private static int slots(int first, int count) {
    return (1 << count) - 1 << first;
  }

  @Override
  public void barrier() {
    VarHandle.fullFence();
  }

  @Override
  public boolean isReadOnly() {
    return memory.isReadOnly();
  }

  @Override
  public void close(boolean deleteFile) {
    if (closed) {
      return;
    }
    closed = true;
    try {
      for (int slot = 0; slot < LOCK_COUNT; slot++) {
        if ((exclusiveSlots & 1 << slot) != 0) {
          memory.unlock(slot, 1, true);
        } else if ((sharedSlots & 1 << slot) != 0) {
          memory.unlock(slot, 1, false);
        }
      }
    } finally {
      file.closeSharedMemory(deleteFile);
    }
  }
}
