// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import org.lumosql.btree.LockRelease;

/**
 * An open file. Offsets are bytes and may exceed 4 GiB. Used by one thread at a time; two of them on one file may be
 * used by two threads. All failures are {@link org.lumosql.error.StoreException}.
 */
public interface VfsFile extends AutoCloseable {
  String path();

  boolean isReadOnly();

  /**
   * Reads up to {@code length} bytes and returns how many there were; the rest of the range in {@code target} is
   * zeroed.
   */
  int read(long position, byte[] target, int offset, int length);

  /** Writes all of it; FULL if the disk is. The file grows as needed. */
  void write(long position, byte[] source, int offset, int length);

  void truncate(long size);

  long size();

  /**
   * Makes what was written durable.
   *
   * @param dataOnly whether metadata other than the size may be left out
   */
  void sync(boolean dataOnly);

  // ---- locks of a DATABASE file (https://sqlite.org/lockingv3.html)
  // -----------------------------------------------------

  /**
   * Raises the lock by one of the allowed steps: NONE→SHARED, SHARED→RESERVED, SHARED or RESERVED or PENDING→EXCLUSIVE.
   * Never waits.
   *
   * @return false if somebody else holds a lock in the way (after a failed EXCLUSIVE the level may be PENDING)
   */
  boolean lock(LockLevel level);

  /** Lowers the lock to SHARED or NONE. */
  void unlock(LockLevel level);

  LockLevel lockLevel();

  /** The release of the lock that {@link #lock} could not have when it was tried last. */
  default LockRelease lockRelease() {
    return LockRelease.UNKNOWN;
  }

  /** Whether anybody, in any process, holds RESERVED or more. */
  boolean isReservedLockHeld();

  /** Whether a handle of this JVM is known to hold RESERVED or more: an answer that costs nothing. */
  default boolean isReservedHere() {
    return false;
  }

  // ---- about the device
  // ------------------------------------------------------------------------------------------------

  /** Bytes that a failing write may tear, 512 … 65,536. */
  int sectorSize();

  /** Whether a write never damages bytes next to it, even when power fails. */
  boolean isPowersafeOverwrite();

  // ---- shared memory of a DATABASE file in WAL mode
  // -----------------------------------------------------------------------

  /**
   * Opens the {@code -shm} file (https://sqlite.org/walformat.html#the_wal_index_file_format), or this connection's
   * handle on it if it is open already.
   */
  SharedMemory sharedMemory();

  /** Whether the file at the path is still the one that is open (it may have been renamed or replaced). */
  boolean hasMoved();

  @Override
  void close();
}
