// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.util.List;
import org.lumosql.backend.file.pager.SuperJournal;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.btree.SuperJournaling;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Commits of this database together with others. */
final class FileSuperJournaling implements SuperJournaling {
  private final Vfs vfs;
  private final FileBtree btree;

  /** The one made last; null if none is under way. */
  private SuperJournal current;

  FileSuperJournaling(Vfs vfs, FileBtree btree) {
    this.vfs = vfs;
    this.btree = btree;
  }

  @Override
  public boolean needsSuperJournal() {
    return btree.transactionState() == TransactionState.WRITE
        && btree.pager().control().synchronous() != Synchronous.OFF
        && journalPath() != null;
  }

  @Override
  public String journalPath() {
    return btree.pager().control().journalPath();
  }

  @Override
  public String createSuperJournal(List<String> journalPaths) {
    current = SuperJournal.create(vfs, btree.path(), journalPaths, true);
    return current.path();
  }

  @Override
  public void deleteSuperJournal(String path) {
    if (current == null || !current.path().equals(path)) {
      throw new StoreException(ResultCode.MISUSE, path + " is not the super-journal that was made here");
    }
    try {
      current.delete();
    } catch (StoreException e) {
      if (vfs.exists(path)) {
        throw e;
      } // else it is gone, and with it the choice; only whether that lasts is not known
    }
    current = null;
  }
}
