// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.error.StoreException;

/** What a pager knows of its database's header from one transaction to the next, and what a commit writes there. */
final class KnownHeader {
  private boolean isKnown;
  private boolean isWriteProtected;
  private boolean isWal;
  private int reservedBytes;

  /** The change counter when the transaction began. */
  private int changeCounter;

  /** The page size that this commit gives the database (VACUUM), from the next transaction on; 0 if it stays. */
  private int pageSizeAfterCommit;

  KnownHeader(int reservedBytes) {
    this.reservedBytes = reservedBytes;
  }

  boolean isKnown() {
    return isKnown;
  }

  void forget() {
    isKnown = false;
    pageSizeAfterCommit = 0;
  }

  boolean isWriteProtected() {
    return isWriteProtected;
  }

  /** Whether the database has, or is about to have, a write-ahead log. */
  boolean isWal() {
    return isKnown && isWal;
  }

  int reservedBytes() {
    return reservedBytes;
  }

  void setReservedBytes(int bytes) {
    reservedBytes = bytes;
  }

  /** There is no header, or nobody needs it. */
  void setEmpty() {
    isWriteProtected = false;
    isWal = false;
    changeCounter = 0;
    isKnown = true;
  }

  /**
   * Takes page 1 of a new snapshot.
   *
   * @param pagesOfFile by the file's length
   * @return the number of pages of the database
   * @throws StoreException NOTADB, or CORRUPT if the file is shorter than it should be
   */
  int read(byte[] first, int pagesOfFile) {
    DatabaseHeader.check(first);
    isWriteProtected = DatabaseHeader.isWriteProtected(first);
    remember(first);
    int told = DatabaseHeader.pageCount(first);
    if (told < 0 || told > pagesOfFile) {
      isKnown = false;
      throw StoreException.corrupt(
          "page 1: the header tells of " + Integer.toUnsignedString(told) + " pages, the file has " + pagesOfFile);
    }
    return told == 0 ? pagesOfFile : told;
  }

  /** Takes page 1 as it was committed by us. */
  void remember(byte[] first) {
    changeCounter = DatabaseHeader.changeCounter(first);
    reservedBytes = DatabaseHeader.reservedBytes(first);
    isWal = DatabaseHeader.isWal(first);
    isKnown = true;
  }

  private static boolean isOtherPageSize(byte[] first, int pageSize) {
    int size = DatabaseHeader.pageSize(first);
    return size != 0 && size != pageSize;
  }

  /** Whether the page count in the header must be written. It is the B-tree's affair if the page size changes too. */
  boolean isCountStale(byte[] first, int pageSize, int pageCount) {
    return !isOtherPageSize(first, pageSize) && DatabaseHeader.storedPageCount(first) != pageCount;
  }

  /** Writes what a commit changes: may be done again for the same commit. Requires: page 1 is writable. */
  void stamp(byte[] first, int pageSize, int pageCount) {
    if (isCountStale(first, pageSize, pageCount)) {
      DatabaseHeader.setPageCount(first, pageCount);
    }
    DatabaseHeader.setChangeCounter(first, changeCounter + 1);
  }

  /** The size of the database after the commit, by its own header if that has a new page size. */
  PageStore.DatabaseSize sizeAfterCommit(byte[] first, int pageSize, int pageCount) {
    if (isOtherPageSize(first, pageSize)) {
      pageSizeAfterCommit = DatabaseHeader.pageSize(first);
      long bytes = (long) DatabaseHeader.storedPageCount(first) * pageSizeAfterCommit;
      return new PageStore.DatabaseSize(pageCount, bytes);
    }
    pageSizeAfterCommit = 0;
    return new PageStore.DatabaseSize(pageCount, (long) pageCount * pageSize);
  }

  /** The page size to go on with after the commit, or 0 if it stays; asked for once. */
  int takePageSizeAfterCommit() {
    int size = pageSizeAfterCommit;
    pageSizeAfterCommit = 0;
    return size;
  }
}
