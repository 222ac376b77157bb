// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The database file as one connection has it open: pages by number, locks, and the stamp by which changes of others are
 * noticed. Shared by the two stores that a file can have, of which one is active at a time.
 */
final class DatabaseFile implements AutoCloseable {
  /** Adjacent pages are written together up to this size. */
  private static final int RUN_SIZE = 128 * 1024;

  final Vfs vfs;
  final String path;
  private final String journalPath;
  private final String walPath;
  final VfsFile file;
  final PagerSettings settings;
  final boolean isImmutable;
  private final boolean usesLocks;
  private final boolean isReadOnly;
  private BusyHandler busyHandler = BusyHandler.NEVER;
  private int pageSize;
  private byte[] runBuffer;

  /** The header as last read, and how many bytes of it there were; −1: not to be trusted. */
  private final byte[] header = new byte[DatabaseHeader.SIZE];

  private final byte[] present = new byte[DatabaseHeader.SIZE];
  private int headerLength = -1;

  /**
   * @param isImmutable nobody changes the file while it is open: no locks, no journal, no log
   * @param usesLocks false for {@code nolock=1}
   */
  DatabaseFile(
      Vfs vfs,
      VfsFile file,
      String path,
      PagerSettings settings,
      int pageSize,
      boolean isImmutable,
      boolean usesLocks) {
    this.vfs = vfs;
    this.file = file;
    this.path = path;
    this.journalPath = path + "-journal";
    this.walPath = path + "-wal";
    this.settings = settings;
    this.pageSize = pageSize;
    this.isImmutable = isImmutable;
    this.usesLocks = usesLocks && !isImmutable;
    this.isReadOnly = isImmutable || file.isReadOnly();
  }

  String journalPath() {
    return journalPath;
  }

  String walPath() {
    return walPath;
  }

  boolean isReadOnly() {
    return isReadOnly;
  }

  boolean usesLocks() {
    return usesLocks;
  }

  void setBusyHandler(BusyHandler handler) {
    busyHandler = handler;
  }

  // ---- locks ------------------------------------------------------------------------------------

  LockLevel lockLevel() {
    return usesLocks ? file.lockLevel() : LockLevel.EXCLUSIVE;
  }

  boolean tryLock(LockLevel level) {
    return !usesLocks || file.lockLevel().compareTo(level) >= 0 || file.lock(level);
  }

  void lock(LockLevel level) {
    if (!tryLock(level)) {
      throw StoreException.busy(path + ": another connection keeps us from the lock " + level);
    }
  }

  /** Asks the busy handler how long to try. */
  void waitForLock(LockLevel level) {
    for (int attempts = 0; !tryLock(level); attempts++) {
      if (!busyHandler.retry(attempts, file.lockRelease())) {
        throw StoreException.busy(path + ": another connection keeps us from the lock " + level);
      }
    }
  }

  void unlock(LockLevel level) {
    if (usesLocks && file.lockLevel().compareTo(level) > 0) {
      file.unlock(level);
    }
  }

  LockRelease lockRelease() {
    return usesLocks ? file.lockRelease() : LockRelease.UNKNOWN;
  }

  boolean isReservedHere() {
    return usesLocks && file.isReservedHere();
  }

  boolean isReservedLockHeld() {
    return usesLocks && file.isReservedLockHeld();
  }

  // ---- noticing changes -------------------------------------------------------------------------

  /**
   * Reads the header again. Requires: SHARED.
   *
   * @return whether the file may have changed since it was last read or written by us
   */
  boolean readHeader() {
    int length = file.read(0, present, 0, present.length);
    boolean changed = length != headerLength || !DatabaseHeader.haveSameStamp(present, header);
    System.arraycopy(present, 0, header, 0, present.length);
    headerLength = length;
    if (changed && length == present.length && DatabaseHeader.hasMagic(header)) {
      int told = DatabaseHeader.pageSize(header);
      setPageSize(told == 0 ? pageSize : told);
    }
    return changed;
  }

  /** The next {@link #readHeader} answers true. */
  void forgetHeader() {
    headerLength = -1;
  }

  /** Takes page 1 as just written for what the file holds. */
  void rememberHeader(byte[] firstPage) {
    System.arraycopy(firstPage, 0, header, 0, header.length);
    headerLength = header.length;
  }

  /** Whether the header last read belongs to a database in WAL mode. */
  boolean isWal() {
    return headerLength == header.length && DatabaseHeader.hasMagic(header) && DatabaseHeader.isWal(header);
  }

  // ---- pages ------------------------------------------------------------------------------------

  int pageSize() {
    return pageSize;
  }

  void setPageSize(int size) {
    if (size != pageSize) {
      pageSize = size;
      runBuffer = null;
    }
  }

  int pageCount() {
    long pages = (file.size() + pageSize - 1) / pageSize;
    return (int) Math.min(Integer.MAX_VALUE, pages);
  }

  void readPage(int number, byte[] target) {
    file.read((number - 1L) * pageSize, target, 0, pageSize);
  }

  void writePage(int number, byte[] bytes, int offset) {
    file.write((number - 1L) * pageSize, bytes, offset, pageSize);
  }

  /** Writes pages, neighbours together. Remembers the header if page 1 is among them. */
  void writePages(PageBatch pages, boolean canBeStopped) {
    int count = pages.count();
    int index = 0;
    while (index < count) {
      if (canBeStopped && count > 1) {
        Interruption.check();
      }
      int first = pages.number(index);
      if (index + 1 == count || pages.number(index + 1) != first + 1) {
        writeAlone(first, pages.bytes(index++));
      } else {
        index = writeRun(pages, index);
      }
    }
  }

  /** Returns the index behind the run. */
  private int writeRun(PageBatch pages, int from) {
    int runLength = Math.max(1, RUN_SIZE / pageSize);
    if (runBuffer == null) {
      runBuffer = new byte[runLength * pageSize];
    }
    int first = pages.number(from);
    int index = from;
    int length = 0;
    while (index < pages.count() && length < runLength && pages.number(index) == first + length) {
      byte[] bytes = pages.bytes(index);
      if (first + length == 1) {
        rememberHeader(bytes);
      }
      System.arraycopy(bytes, 0, runBuffer, length * pageSize, pageSize);
      index++;
      length++;
    }
    file.write((first - 1L) * pageSize, runBuffer, 0, length * pageSize);
    return index;
  }

  private void writeAlone(int number, byte[] bytes) {
    if (number == 1) {
      rememberHeader(bytes);
    }
    writePage(number, bytes, 0);
  }

  /** Makes the file at least so many pages long. */
  void extendTo(int pages) {
    if (pages > 0 && file.size() < (long) pages * pageSize) {
      file.write((pages - 1L) * pageSize, new byte[pageSize], 0, pageSize);
    }
  }

  void sync() {
    if (settings.synchronous != Synchronous.OFF) {
      file.sync(true);
    }
  }

  /** Bytes that a failing write may tear, as the journal notes it. */
  int sectorSize() {
    return file.isPowersafeOverwrite() ? 512 : Math.max(512, Math.min(65_536, file.sectorSize()));
  }

  @Override
  public void close() {
    runBuffer = null;
    file.close();
  }

  @Override
  public String toString() {
    return path;
  }
}
