// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Which process writes. LMDB's own lock can only be waited for; this one, on a file beside the database, is asked for
 * first and answers at once, so that the busy handler has its say. It goes with the process that holds it.
 */
final class WriterLock implements AutoCloseable {
  private final FileChannel channel;
  private FileLock lock;

  WriterLock(Path path) {
    try {
      channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "cannot open " + path, e);
    }
  }

  /** Takes the lock, or returns false if another process has it. */
  boolean tryLock() {
    try {
      lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another copy of this library in the same JVM
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_LOCK, "the writer's lock", e);
    }
  }

  /** Gives the lock back, if it is held. */
  void unlock() {
    if (lock != null) {
      try {
        lock.release();
      } catch (IOException e) {
        throw new StoreException(ResultCode.IOERR_UNLOCK, "the writer's lock", e);
      } finally {
        lock = null;
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_CLOSE, "the writer's lock", e);
    }
  }
}
