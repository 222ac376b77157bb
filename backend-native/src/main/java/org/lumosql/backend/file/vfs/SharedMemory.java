// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.nio.ByteBuffer;
import org.lumosql.btree.LockRelease;

/**
 * The WAL-index: memory shared by all processes that have the database open, in regions of 32 KiB, and its eight lock
 * bytes. One handle per connection; handles of one JVM share mapping and operating-system locks.
 */
public interface SharedMemory {
  /** Bytes of a region. */
  int REGION_SIZE = 32 * 1024;

  /** Lock slots: 0 write, 1 checkpoint, 2 recover, 3 … 7 read marks 0 … 4. */
  int LOCK_COUNT = 8;

  int WRITE_LOCK = 0;
  int CHECKPOINT_LOCK = 1;
  int RECOVER_LOCK = 2;
  int FIRST_READ_LOCK = 3;

  /**
   * A region, mapped, in native byte order.
   *
   * @param extend make it (zeroed) if it is not there yet
   * @return null if it is not there and {@code extend} is false
   */
  ByteBuffer region(int index, boolean extend);

  /** Tries to take {@code count} slots from {@code first}; never waits. A handle never holds a slot twice. */
  boolean lock(int first, int count, boolean exclusive);

  void unlock(int first, int count, boolean exclusive);

  /** The release of the slot that {@link #lock} could not have when it was tried last. */
  default LockRelease lockRelease() {
    return LockRelease.UNKNOWN;
  }

  /** Full memory fence between what this thread wrote and read before and after. */
  void barrier();

  /** Whether the memory cannot be written by this process. */
  boolean isReadOnly();

  /**
   * Closes the handle.
   *
   * @param deleteFile remove the {@code -shm} file too, if nobody else uses it
   */
  void close(boolean deleteFile);
}
