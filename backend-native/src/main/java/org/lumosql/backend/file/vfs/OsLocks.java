// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import org.lumosql.error.ResultCode;

/**
 * Byte-range locks of the operating system: POSIX advisory locks, or Windows' mandatory ones. Never waits, immune to
 * interrupts.
 */
final class OsLocks {
  private OsLocks() {}

  /** Returns null if somebody else holds a lock in the way. */
  static FileLock tryLock(
      RandomAccessFile descriptor, long first, long count, boolean shared, ResultCode failure, String path) {
    try {
      return descriptor.getChannel().tryLock(first, count, shared);
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    } catch (NonWritableChannelException readOnly) {
      throw IoErrors.of(failure, "lock", path, new IOException("an exclusive lock needs write permission", readOnly));
    } catch (IOException e) {
      throw IoErrors.of(failure, "lock", path, e);
    }
  }

  static void release(FileLock lock, ResultCode failure, String path) {
    if (lock == null) {
      return;
    }
    try {
      lock.release();
    } catch (IOException e) {
      throw IoErrors.of(failure, "unlock", path, e);
    }
  }
}
