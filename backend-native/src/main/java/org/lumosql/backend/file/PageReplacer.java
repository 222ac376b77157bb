// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.lumosql.backend.file.tree.PageBytes.putI32;

import java.util.Arrays;
import org.lumosql.backend.file.pager.FilePager;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Writes the image of one database over another, inside a write transaction of the target. If the page sizes differ,
 * the image is laid over the target's pages as a run of bytes; the pager then takes the new page size from the
 * header when it commits.
 */
final class PageReplacer {
  private static final int PAGES_BETWEEN_CHECKS = 64;

  private final FilePager source;
  private final FilePager target;
  private final FileBtree targetTree;
  private final int sourceSize;
  private final int targetSize;
  private final byte[] versions = new byte[2];

  PageReplacer(FileBtree source, FileBtree target) {
    this.source = source.pager();
    this.target = target.pager();
    this.targetTree = target;
    this.sourceSize = this.source.pageSize();
    this.targetSize = this.target.pageSize();
    if (target.transactionState() != TransactionState.WRITE || source.transactionState() == TransactionState.NONE) {
      throw new StoreException(ResultCode.MISUSE, "pages are replaced in a write transaction, from a transaction");
    }
    boolean isSameLayout = sourceSize == targetSize && this.source.usableSize() == this.target.usableSize();
    boolean isLaidOutForGood = target.path().isEmpty() || this.target.control().journalMode() == JournalMode.WAL;
    if (isLaidOutForGood && !isSameLayout) {
      throw new StoreException(
          ResultCode.READONLY, "the page size of a memory database, or one in WAL mode, cannot change");
    }
    int required = this.target.requiredReserve();
    if (required >= 0 && sourceSize - this.source.usableSize() != required) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "pages that do not reserve " + required + " bytes cannot be put into an encrypted file");
    }
    Page header = this.target.page(1);
    System.arraycopy(header.data, 18, versions, 0, 2);
    this.target.release(header);
  }

  void replaceAll() {
    targetTree.store().cursors().displaceAll();
    int pages = source.pageCount();
    boolean canBeUndone = target.control().journalMode() != JournalMode.OFF;
    for (int number = 1; number <= pages; number++) {
      if (number % PAGES_BETWEEN_CHECKS == 0 && canBeUndone) {
        Interruption.check();
      }
      copy(number);
    }
    finish(pages);
  }

  /** Copies one page of the source. */
  void copy(int number) {
    if (number == source.lockBytePage()) {
      return;
    }
    Page from = source.page(number);
    try {
      long start = (number - 1L) * sourceSize;
      for (int done = 0; done < sourceSize; ) {
        long position = start + done;
        int targetNumber = (int) (position / targetSize) + 1;
        int within = (int) (position % targetSize);
        int length = Math.min(sourceSize - done, targetSize - within);
        if (targetNumber != target.lockBytePage()) {
          write(targetNumber, within, from.data, done, length);
        }
        done += length;
      }
    } finally {
      source.release(from);
    }
  }

  private void write(int number, int at, byte[] bytes, int offset, int length) {
    Page page = number <= target.pageCount() ? target.page(number) : target.newPage(number);
    try {
      if (Arrays.equals(bytes, offset, offset + length, page.data, at, at + length)) {
        return;
      }
      target.makeWritable(page);
      page.attachment = null;
      System.arraycopy(bytes, offset, page.data, at, length);
      if (number == 1 && at <= 18 && at + length > 20) {
        System.arraycopy(versions, 0, page.data, 18, 2); // the journal mode stays the target's
      }
    } finally {
      target.release(page);
    }
  }

  /** Cuts off what is left behind the image of so many source pages. */
  void finish(int pages) {
    long bytes = (long) pages * sourceSize;
    int count = (int) ((bytes + targetSize - 1) / targetSize);
    if (count < target.pageCount()) {
      target.truncate(count);
    }
    if (sourceSize != targetSize) {
      setPageCount(pages);
    }
    targetTree.replaced();
  }

  private void setPageCount(int pages) {
    Page header = target.page(1);
    try {
      target.makeWritable(header);
      putI32(header.data, 28, pages);
    } finally {
      target.release(header);
    }
  }
}
