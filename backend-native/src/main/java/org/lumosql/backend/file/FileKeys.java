// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import java.util.List;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.SealedPages;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The key of an encrypted file. */
final class FileKeys implements FileExtra {
  private final FileBtree btree;
  private final SealedPages pages;

  FileKeys(FileBtree btree, SealedPages pages) {
    this.btree = btree;
    this.pages = pages;
  }

  static void requireIdle(FileBtree btree) {
    if (btree.transactionState() != TransactionState.NONE) {
      throw StoreException.withMessage(ResultCode.ERROR, "cannot change the key from within a transaction");
    }
  }

  @Override
  public void setKey(byte[] password) {
    requireIdle(btree);
    pages.setKey(password);
    btree.forget();
  }

  @Override
  public boolean hasKey() {
    return pages.hasKey();
  }

  /** Writes page 1, which has the key slot. */
  @Override
  public void changeKey(byte[] password) {
    requireIdle(btree);
    if (!pages.hasKey()) {
      throw StoreException.withMessage(ResultCode.ERROR, "the database is not encrypted: VACUUM INTO makes an encrypted copy");
    }
    btree.beginWrite(false);
    boolean isDone = false;
    try {
      Page first = btree.pager().page(1);
      try {
        btree.pager().makeWritable(first); // which journals it with the slot as it is
        pages.changePassword(password);
      } finally {
        btree.pager().release(first);
      }
      btree.commitPhaseOne(null);
      btree.commitPhaseTwo();
      isDone = true;
    } finally {
      if (!isDone) {
        btree.rollback(null);
        btree.forget(); // page 1 tells the slot again
      }
    }
  }

  @Override
  public List<String> layers() {
    return pages.hasKey() ? List.of("pages", pages.cipher(), "file") : List.of();
  }

  @Override
  public void close() {
    pages.close();
  }
}
