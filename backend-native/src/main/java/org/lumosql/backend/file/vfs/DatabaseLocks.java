// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicInteger;
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
 *   <li>L1. {@code sharedHandles} counts the handles that hold SHARED or more; the operating system holds a lock on the
 *       SHARED range whenever it is not 0. It becomes 0, and ceases to be, under the mutex only. While it is not 0 readers come
 *       and go without: where {@code KEPT_OUT} is not in it.
 *   <li>L2. At most one handle holds more than SHARED; its level is {@code strongest}. From before it looks for EXCLUSIVE until it
 *       is through, {@code KEPT_OUT} is set: no reader comes between its look and its lock.
 *   <li>L3. Java cannot convert a lock, only release it and take another. Between the two somebody could go past us (C
 *       SQLite, to roll back a hot journal, does not ask for PENDING). So GUARD, which we hold no shared lock on, is
 *       taken exclusively first: it keeps out C, and every JVM, as they take it first too. Exclusion has no gap, and a
 *       failed conversion always gets its shared lock back.
 *   <li>L4. Whoever gives up what another handle of this JVM may wait for opens the gate for it. A handle that waits holds nothing
 *       that the others need, but for the one on its way to EXCLUSIVE.
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
  /** Beside the count of readers: new ones must ask under the mutex. */
  private static final int KEPT_OUT = 1 << 30;

  private final ReleaseGate sharedGate;
  private final ReleaseGate reservedGate;
  private final ReleaseGate exclusiveGate;
  private final AtomicInteger sharedHandles = new AtomicInteger();

  /** Written under the mutex. */
  private volatile LockLevel strongest = LockLevel.NONE;

  private FileLock pendingLock;
  private FileLock reservedLock;
  private FileLock sharedLock;
  private FileLock guardLock;

  DatabaseLocks(SharedFile file) {
    this.file = file;
    this.sharedGate = new ReleaseGate(file.mutex());
    this.reservedGate = new ReleaseGate(file.mutex());
    this.exclusiveGate = new ReleaseGate(file.mutex());
  }

  boolean isAnyHeld() {
    return readers() > 0;
  }

  private int readers() {
    return sharedHandles.get() & ~KEPT_OUT;
  }

  /** L1: joins other readers. */
  private boolean shareMore() {
    for (int present = sharedHandles.get(); present > 0 && present < KEPT_OUT; present = sharedHandles.get()) {
      if (sharedHandles.compareAndSet(present, present + 1)) {
        return true;
      }
    }
    return false;
  }

  /** L1: leaves others reading. */
  private boolean shareLess() {
    for (int present = sharedHandles.get(); present > 1 && present < KEPT_OUT; present = sharedHandles.get()) {
      if (sharedHandles.compareAndSet(present, present - 1)) {
        return true;
      }
    }
    return false;
  }

  private void keepReadersOut() {
    sharedHandles.getAndUpdate(present -> present | KEPT_OUT);
  }

  private void letReadersIn() {
    sharedHandles.getAndUpdate(present -> present & ~KEPT_OUT);
  }

  /**
   * Raises the level of a handle that holds {@code held} and returns the level that it holds then.
   *
   * @param missed is told if that is not enough and some other handle may be the reason
   */
  LockLevel lock(LockLevel held, LockLevel wanted, MissedLock missed) {
    if (held.compareTo(wanted) >= 0) {
      return held;
    }
    if (wanted == LockLevel.SHARED && shareMore()) {
      return wanted;
    }
    LockLevel level;
    ReentrantLock mutex = file.mutex();
    mutex.lock();
    try {
      level = tryRaise(held, wanted);
      if (level.compareTo(wanted) < 0) {
        miss(held, wanted, missed);
      }
    } finally {
      mutex.unlock();
    }
    return level;
  }

  /** Who goes straight from SHARED to EXCLUSIVE gives SHARED up before it waits, and would take that for the release. */
  private void miss(LockLevel held, LockLevel wanted, MissedLock missed) {
    if (wanted == LockLevel.SHARED) {
      missed.set(sharedGate, sharedGate.releases());
    } else if (wanted == LockLevel.RESERVED) {
      missed.set(reservedGate, reservedGate.releases());
    } else if (held.compareTo(LockLevel.SHARED) > 0) {
      missed.set(exclusiveGate, exclusiveGate.releases());
    }
  }

  /** Requires: mutex held. */
  private LockLevel tryRaise(LockLevel held, LockLevel wanted) {
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
  }

  private LockLevel lockShared() {
    if (readers() == 0) {
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
    sharedHandles.incrementAndGet();
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
    keepReadersOut();
    boolean done = false;
    try {
      done = readers() == 1 && convertToExclusive();
    } finally {
      if (done) {
        strongest = LockLevel.EXCLUSIVE;
      } else if (held == LockLevel.SHARED) {
        // On the way from SHARED, to roll back a hot journal: the caller gives up, so new readers need not be kept out.
        letReadersIn();
        releasePending();
      } else {
        strongest = LockLevel.PENDING;
      }
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
    if (held.compareTo(wanted) <= 0 || held == LockLevel.SHARED && shareLess()) {
      return;
    }
    ReentrantLock mutex = file.mutex();
    mutex.lock();
    try {
      if (held == LockLevel.EXCLUSIVE && wanted == LockLevel.NONE) {
        releaseEverything();
      } else {
        if (held.compareTo(LockLevel.SHARED) > 0) {
          lowerToShared(held);
        }
        if (wanted == LockLevel.NONE) {
          releaseReader();
        }
      }
      if (!isAnyHeld()) {
        file.closeIdle();
      }
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_CLOSE, "close", file.path(), e);
    } finally {
      mutex.unlock();
    }
  }

  /** EXCLUSIVE → NONE. */
  private void releaseEverything() {
    assert readers() == 1 : readers() + " handles beside EXCLUSIVE";
    // PENDING goes last: while it is held nobody can take the file from us half-way.
    releaseReserved();
    releaseShared();
    releaseGuard();
    releasePending();
    strongest = LockLevel.NONE;
    sharedHandles.set(0);
    sharedGate.openForAll();
    reservedGate.openForOne();
  }

  private void lowerToShared(LockLevel held) {
    if (held == LockLevel.EXCLUSIVE) {
      releaseShared();
      takeSharedBack();
    }
    releaseReserved();
    releaseGuard();
    releasePending();
    strongest = LockLevel.SHARED;
    letReadersIn();
    sharedGate.openForAll();
    reservedGate.openForOne();
  }

  /** SHARED → NONE. */
  private void releaseReader() {
    if (sharedHandles.decrementAndGet() == 0) {
      releaseShared();
      strongest = LockLevel.NONE;
    }
    exclusiveGate.openForOne();
  }

  /** Whether a handle of this JVM holds RESERVED or more. */
  boolean isReservedHere() {
    return strongest.compareTo(LockLevel.SHARED) > 0;
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

  private void releaseReserved() {
    FileLock lock = reservedLock;
    reservedLock = null;
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
