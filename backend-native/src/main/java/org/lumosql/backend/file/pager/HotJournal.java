// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.backend.file.pager.JournalFormat.Header;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Finds out whether a journal beside the database was left by a crash, and plays it back
 * (https://sqlite.org/lockingv3.html#hot_journals).
 *
 * <p>A journal is hot if it exists, nobody holds RESERVED, the database is not empty, its first byte is not 0, and
 * the super-journal that it names, if any, exists. The lock for playing it back is taken directly from SHARED: with
 * RESERVED in between others would take the journal for that of a running transaction.
 */
final class HotJournal {
  private final DatabaseFile database;

  HotJournal(DatabaseFile database) {
    this.database = database;
  }

  /**
   * Leaves no hot journal behind. Requires: SHARED, which is held afterwards too.
   *
   * @throws StoreException BUSY if another connection is in the way (perhaps playing it back), READONLY_ROLLBACK if
   *     we must not write
   */
  void playBack() {
    if (!isHot()) {
      return;
    }
    if (database.isReadOnly()) {
      throw new StoreException(
          ResultCode.READONLY_ROLLBACK, database + " must be recovered from its journal but cannot be written");
    }
    database.lock(LockLevel.EXCLUSIVE);
    // Somebody else may have been quicker before we had the lock.
    if (database.vfs.exists(database.journalPath())) {
      run();
    }
    if (!database.settings.isExclusiveLocking) {
      database.unlock(LockLevel.SHARED);
    }
  }

  /**
   * Looks at the journal before and after asking for RESERVED: before, because asking disturbs a writer who wants that lock just then, and
   * with TRUNCATE and PERSIST a journal is always there; after, because a journal that was alive may have been finished between.
   */
  private boolean isHot() {
    if (database.isReservedHere()) {
      return false;
    }
    String path = database.journalPath();
    if (!database.vfs.exists(path) || !isAlive(path) || database.isReservedLockHeld()) {
      return false;
    }
    if (database.file.size() == 0) {
      deleteStale(path);
      return false;
    }
    return isAlive(path);
  }

  private boolean isAlive(String path) {
    try (VfsFile journal = database.vfs.open(path, FileRole.JOURNAL, OpenMode.READ_ONLY)) {
      return new JournalReader(journal).isAlive();
    } catch (StoreException error) {
      if (error.code().primary() == ResultCode.CANTOPEN) {
        // Perhaps just deleted; if not, looking again under the lock will tell.
        return database.vfs.exists(path);
      }
      throw error;
    }
  }

  /** Beside an empty database a journal cannot belong to it. */
  private void deleteStale(String path) {
    if (!database.isReadOnly() && database.tryLock(LockLevel.RESERVED)) {
      database.vfs.delete(path, false);
      if (!database.settings.isExclusiveLocking) {
        database.unlock(LockLevel.SHARED);
      }
    }
  }

  private void run() {
    String path = database.journalPath();
    String superJournal;
    try (VfsFile journal = database.vfs.open(path, FileRole.JOURNAL, OpenMode.READ_WRITE)) {
      if (database.settings.synchronous != Synchronous.OFF) {
        // What we are about to act upon must not vanish in the next crash.
        journal.sync(false);
      }
      JournalReader reader = new JournalReader(journal);
      superJournal = reader.superJournal();
      if (superJournal == null || database.vfs.exists(superJournal)) {
        restore(reader);
      }
    }
    database.forgetHeader();
    database.vfs.delete(path, database.settings.synchronous == Synchronous.EXTRA);
    if (superJournal != null) {
      SuperJournal.deleteIfUnused(database.vfs, superJournal);
    }
  }

  private void restore(JournalReader reader) {
    Header header = reader.firstHeader();
    if (header == null) {
      return;
    }
    int pageSize = header.pageSize();
    long size = (long) header.pageCount() * pageSize;
    reader.replay(
        (number, bytes, offset) -> database.file.write((number - 1L) * pageSize, bytes, offset, pageSize));
    if (database.file.size() > size) {
      database.file.truncate(size);
    }
    database.sync();
  }
}
