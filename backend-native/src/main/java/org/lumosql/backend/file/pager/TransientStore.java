// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.JournalMode;
import org.lumosql.cipher.ScratchCipher;
import org.lumosql.error.StoreException;

/**
 * Pages that nobody else sees and no crash needs to keep. They live in the cache; what does not fit there goes to a
 * temporary file that is made when first needed, or, for a memory database, nothing ever leaves the cache.
 */
final class TransientStore implements PageStore {
  private final Vfs vfs;
  private VfsFile file;
  /** Hides what goes to the file where any database is encrypted; null if none is. */
  private ScratchCipher scratch;

  private byte[] hidden;
  private int pageSize;
  private int pageCount;
  private int preparedPageCount;

  /**
   * @param vfs where temporary files are made; null if pages must not leave memory
   */
  TransientStore(Vfs vfs, int pageSize) {
    this.vfs = vfs;
    this.pageSize = pageSize;
  }

  @Override
  public boolean beginRead() {
    return false;
  }

  @Override
  public void forget() {}

  @Override
  public void endRead() {}

  @Override
  public void beginWrite(boolean exclusive) {
    preparedPageCount = pageCount;
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public void setPageSize(int pageSize) {
    this.pageSize = pageSize;
  }

  @Override
  public int pageCount() {
    return pageCount;
  }

  @Override
  public boolean isPersistent() {
    return false;
  }

  @Override
  public void readPage(int number, byte[] target) {
    if (file == null) {
      Arrays.fill(target, (byte) 0);
    } else {
      file.read((number - 1L) * pageSize, target, 0, pageSize);
      if (scratch != null) {
        scratch.decryptPage(number, target, 0, pageSize);
      }
    }
  }

  @Override
  public boolean keepsOriginals() {
    return false;
  }

  @Override
  public boolean writesAtCommit() {
    return false;
  }

  @Override
  public boolean spill(PageBatch pages) {
    if (vfs == null) {
      return false;
    }
    if (file == null) {
      scratch = ScratchCipher.ifInUse();
      file = vfs.open(vfs.temporaryPath(), Vfs.FileRole.TEMPORARY, Vfs.OpenMode.CREATE);
    }
    for (int i = 0; i < pages.count(); i++) {
      file.write((pages.number(i) - 1L) * pageSize, hidden(pages.number(i), pages.bytes(i)), 0, pageSize);
    }
    return true;
  }

  private byte[] hidden(int number, byte[] page) {
    if (scratch == null) {
      return page;
    }
    if (hidden == null || hidden.length != pageSize) {
      hidden = new byte[pageSize];
    }
    scratch.encryptPage(number, page, 0, pageSize, hidden);
    return hidden;
  }

  @Override
  public void prepareCommit(PageBatch pages, DatabaseSize size, String superJournal) {
    preparedPageCount = size.pageCount();
  }

  @Override
  public void commit() {
    pageCount = preparedPageCount;
  }

  @Override
  public void rollback() {}

  /** What cannot be brought back is lost: the database is empty, which is better than half of it. */
  @Override
  public void abandon() {
    pageCount = 0;
    try {
      close();
    } catch (StoreException ignored) {
      // The error that brought us here is the one to tell.
    }
  }

  /** What SQL shows: nothing of it is visible otherwise. */
  @Override
  public JournalMode journalMode() {
    return vfs == null ? JournalMode.MEMORY : JournalMode.DELETE;
  }

  @Override
  public void close() {
    if (file != null) {
      VfsFile closing = file;
      file = null;
      closing.close();
    }
  }

  @Override
  public String toString() {
    return vfs == null ? "memory" : "temporary";
  }
}
