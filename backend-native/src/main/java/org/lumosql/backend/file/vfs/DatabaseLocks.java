// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.concurrent.locks.ReentrantLock;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The five-level lock of a database file (https://sqlite.org/lockingv3.html), for all handles of this JVM together.
 *
 * <p>Bytes locked, at the offsets every SQLite uses:
 *
 * <pre>
 *   PENDING  0x40000000         shared while SHARED is being taken; exclusive from PENDING on
 *   RESERVED 0x40000001         exclusive from RESERVED on
 *   SHARED   0x40000002 … +508  shared from SHARED on; exclusive at EXCLUSIVE
 *   GUARD    the byte behind    exclusive from before SHARED is converted to EXCLUSIVE until after it is converted back
 * </pre>
 *
 * C SQLite locks SHARED and GUARD always together, as one range of 510 bytes, so whoever has either of them keeps it
 * out.
 *
 * <ol>
 *   <li>L1. {@code sharedHandles} handles hold SHARED or more; the operating system holds a lock on the SHARED range
 *       iff it is not 0.
 *   <li>L2. At most one handle holds more than SHARED; its level is {@code strongest}.
 *   <li>L3. Java cannot convert a lock, only release it and take another. Between the two somebody could go past us (C
 *       SQLite, to roll back a hot journal, does not ask for PENDING). So GUARD, which we hold no shared lock on, is
 *       taken exclusively first: it keeps out C, and every JVM, as they take it first too. Exclusion has no gap, and a
 *       failed conversion always gets its shared lock back.
 * </ol>
 */
final class DatabaseLocks {
  private static final long PENDING_BYTE = 0x40000000L;
  private static final long RESERVED_BYTE = PENDING_BYTE + 1;
  private static final long SHARED_FIRST = PENDING_BYTE + 2;
  private static final long SHARED_SIZE = 509;
  private static final long GUARD_BYTE = SHARED_FIRST + SHARED_SIZE;

  /** On Windows SQLite takes PENDING exclusively even on the way to SHARED. */
  private static final boolean SHARE_PENDING = !LocalVfs.IS_WINDOWS;

  private final SharedFile file;
  private LockLevel strongest = LockLevel.NONE;
  private int sharedHandles;
  private FileLock pendingLock;
  private FileLock reservedLock;
  private FileLock sharedLock;
  private FileLock guardLock;

  DatabaseLocks(SharedFile file) {
    this.file = file;
  }

  boolean isAnyHeld() {
    return sharedHandles > 0;
  }

  /** Raises the level of a handle that holds {@code held} and returns the level that it holds then. */
  LockLevel lock(LockLevel held, LockLevel wanted) {
    if (held.compareTo(wanted) >= 0) {
      return held;
    }
    ReentrantLock mutex = file.mutex();
    mutex.lock();
    try {
      boolean otherIsStronger = held != strongest;
      if (otherIsStronger && (strongest.compareTo(LockLevel.PENDING) >= 0 || wanted != LockLevel.SHARED)) {
        return held;
      }
      switch (wanted) {
        case SHARED:
          return lockShared();
        case RESERVED:
          assert held == LockLevel.SHARED : held;
          return lockReserved();
        case EXCLUSIVE:
          assert held != LockLevel.NONE : held;
          return lockExclusive(held);
        case NONE:
        case PENDING:
          break;
      }
      throw new IllegalArgumentException("a lock is never raised to " + wanted);
    } finally {
      mutex.unlock();
    }
  }

  private LockLevel lockShared() {
    if (sharedHandles == 0) {
      FileLock pending = tryLock(PENDING_BYTE, 1, SHARE_PENDING, ResultCode.IOERR_LOCK);
      if (pending == null) {
        return LockLevel.NONE;
      }
      try {
        sharedLock = tryLock(SHARED_FIRST, SHARED_SIZE, true, ResultCode.IOERR_RDLOCK);
      } finally {
        OsLocks.release(pending, ResultCode.IOERR_UNLOCK, file.path());
      }
      if (sharedLock == null) {
        return LockLevel.NONE;
      }
      strongest = LockLevel.SHARED;
    }
    sharedHandles++;
    return LockLevel.SHARED;
  }

  private LockLevel lockReserved() {
    reservedLock = tryLock(RESERVED_BYTE, 1, false, ResultCode.IOERR_LOCK);
    if (reservedLock == null) {
      return LockLevel.SHARED;
    }
    strongest = LockLevel.RESERVED;
    return LockLevel.RESERVED;
  }

  private LockLevel lockExclusive(LockLevel held) {
    if (pendingLock == null) {
      pendingLock = tryLock(PENDING_BYTE, 1, false, ResultCode.IOERR_LOCK);
      if (pendingLock == null) {
        return held;
      }
    }
    if (sharedHandles == 1 && convertToExclusive()) {
      strongest = LockLevel.EXCLUSIVE;
    } else if (held == LockLevel.SHARED) {
      // On the way from SHARED, to roll back a hot journal: the caller gives up, so new readers need not be kept out.
      releasePending();
    } else {
      strongest = LockLevel.PENDING;
    }
    return strongest;
  }

  /** L3. */
  private boolean convertToExclusive() {
    guardLock = tryLock(GUARD_BYTE, 1, false, ResultCode.IOERR_LOCK);
    if (guardLock == null) {
      return false;
    }
    releaseShared();
    sharedLock = tryLock(SHARED_FIRST, SHARED_SIZE, false, ResultCode.IOERR_LOCK);
    if (sharedLock != null) {
      return true;
    }
    takeSharedBack();
    return false;
  }

  /** Requires: GUARD is held, SHARED is not. */
  private void takeSharedBack() {
    sharedLock = tryLock(SHARED_FIRST, SHARED_SIZE, true, ResultCode.IOERR_RDLOCK);
    releaseGuard();
    if (sharedLock == null) {
      throw new StoreException(ResultCode.IOERR_RDLOCK, "the shared lock on " + file.path()
          + " was lost: somebody breaks the protocol");
    }
  }

  /** Lowers the level of a handle that holds {@code held} to SHARED or NONE. */
  void unlock(LockLevel held, LockLevel wanted) {
    assert wanted.compareTo(LockLevel.SHARED) <= 0 : wanted;
    if (held.compareTo(wanted) <= 0) {
      return;
    }
    ReentrantLock mutex = file.mutex();
    mutex.lock();
    try {
      if (held.compareTo(LockLevel.SHARED) > 0) {
        if (held == LockLevel.EXCLUSIVE && wanted == LockLevel.SHARED) {
          releaseShared();
          takeSharedBack();
        }
        // PENDING goes last: while it is held nobody can take the file from us half-way.
        OsLocks.release(reservedLock, ResultCode.IOERR_UNLOCK, file.path());
        reservedLock = null;
        if (wanted == LockLevel.NONE && sharedHandles == 1) {
          releaseShared();
        }
        releaseGuard();
        releasePending();
        strongest = LockLevel.SHARED;
      }
      if (wanted == LockLevel.NONE && --sharedHandles == 0) {
        releaseShared();
        strongest = LockLevel.NONE;
        file.closeIdle();
      }
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_CLOSE, "close", file.path(), e);
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Whether anybody holds RESERVED or more. Java cannot ask without taking: for a moment a shared lock lies on the
   * byte, which makes a C process that wants RESERVED just then see a busy database. So ask only where a journal with a
   * valid first byte exists.
   */
  boolean isReservedLockHeld() {
    ReentrantLock mutex = file.mutex();
    mutex.lock();
    try {
      if (strongest.compareTo(LockLevel.SHARED) > 0) {
        return true;
      }
      FileLock probe = tryLock(RESERVED_BYTE, 1, true, ResultCode.IOERR_CHECKRESERVEDLOCK);
      OsLocks.release(probe, ResultCode.IOERR_CHECKRESERVEDLOCK, file.path());
      return probe == null;
    } finally {
      mutex.unlock();
    }
  }

  private FileLock tryLock(long first, long count, boolean shared, ResultCode failure) {
    return OsLocks.tryLock(file.lockDescriptor(), first, count, shared, failure, file.path());
  }

  private void releaseShared() {
    FileLock lock = sharedLock;
    sharedLock = null;
    OsLocks.release(lock, ResultCode.IOERR_UNLOCK, file.path());
  }

  private void releaseGuard() {
    FileLock lock = guardLock;
    guardLock = null;
    OsLocks.release(lock, ResultCode.IOERR_UNLOCK, file.path());
  }

  private void releasePending() {
    FileLock lock = pendingLock;
    pendingLock = null;
    OsLocks.release(lock, ResultCode.IOERR_UNLOCK, file.path());
  }
}
