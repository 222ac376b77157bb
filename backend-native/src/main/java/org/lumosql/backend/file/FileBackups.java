// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import org.lumosql.btree.Btree;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.PageBackup;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Online backups of one database (https://sqlite.org/backup.html). The destination is in a write transaction from
 * the first step to the last; the source is in a read transaction during steps only, so that its writers are not
 * kept waiting.
 *
 * <p>A page that is copied again and has not changed costs a comparison only. So what the source's own connection
 * commits between steps is carried over by going through the pages copied so far; what others commit starts the
 * backup again.
 */
final class FileBackups implements PageBackup {
  private final FileBtree source;

  FileBackups(FileBtree source) {
    this.source = source;
  }

  @Override
  public Session start(Btree destination) {
    if (!(destination instanceof FileBtree)) {
      throw new StoreException(
          ResultCode.MISUSE, destination.backend().name() + " is not a store of pages in files");
    }
    if (destination == source) {
      throw StoreException.withMessage(ResultCode.ERROR, "source and destination must be distinct");
    }
    if (destination.transactionState() != TransactionState.NONE) {
      throw StoreException.withMessage(ResultCode.ERROR, "destination database is in use");
    }
    return new FileSession(source, (FileBtree) destination);
  }

  private static final class FileSession implements Session {
    private final FileBtree source;
    private final FileBtree target;
    private PageReplacer replacer;
    private int nextPage = 1;
    private int total;
    private int seenVersion;
    private long seenCommits;
    private int targetSchema;
    private boolean isComplete;
    private boolean isClosed;

    FileSession(FileBtree source, FileBtree target) {
      this.source = source;
      this.target = target;
    }

    @Override
    public boolean step(int pages) {
      if (isClosed) {
        throw new StoreException(ResultCode.MISUSE, "the backup is finished");
      }
      if (isComplete) {
        return true;
      }
      if (source.transactionState() == TransactionState.WRITE) {
        throw new StoreException(ResultCode.BUSY, "the source is being written");
      }
      boolean ownRead = source.transactionState() == TransactionState.NONE;
      source.beginRead();
      try {
        prepare();
        carryOver();
        copy(pages);
        if (nextPage > total) {
          complete();
        }
        return isComplete;
      } finally {
        if (ownRead) {
          source.commitPhaseTwo();
        }
      }
    }

    private void prepare() {
      if (replacer != null) {
        return;
      }
      FilePageControl control = new FilePageControl(target);
      target.beginRead();
      boolean isEmpty = target.pager().pageCount() == 0;
      target.commitPhaseTwo();
      if (isEmpty) {
        int reserved = source.pager().pageSize() - source.pager().usableSize();
        control.setPageSize(source.pager().pageSize(), reserved);
      }
      target.beginWrite(true);
      targetSchema = target.meta(MetaValue.SCHEMA_VERSION);
      replacer = new PageReplacer(source, target);
      seenVersion = source.dataVersion();
      seenCommits = source.commits();
    }

    private void carryOver() {
      total = source.pager().pageCount();
      if (source.dataVersion() != seenVersion) {
        nextPage = 1;
      } else if (source.commits() != seenCommits) {
        int copied = Math.min(nextPage, total + 1);
        for (int page = 1; page < copied; page++) {
          replacer.copy(page);
        }
      }
      seenVersion = source.dataVersion();
      seenCommits = source.commits();
    }

    private void copy(int pages) {
      int limit = pages < 0 ? total : (int) Math.min(total, nextPage - 1L + pages);
      while (nextPage <= limit) {
        replacer.copy(nextPage++);
      }
    }

    private void complete() {
      if (total > 0) {
        replacer.finish(total);
        target.setMeta(MetaValue.SCHEMA_VERSION, targetSchema + 1); // other connections see that the schema changed
      }
      target.commitPhaseOne(null);
      target.commitPhaseTwo();
      isComplete = true;
    }

    @Override
    public long remainingPages() {
      return isComplete ? 0 : Math.max(0, total - nextPage + 1L);
    }

    @Override
    public long totalPages() {
      return total;
    }

    @Override
    public void close() {
      if (!isClosed) {
        isClosed = true;
        if (!isComplete && replacer != null && target.transactionState() == TransactionState.WRITE) {
          target.rollback(ResultCode.ABORT_ROLLBACK);
        }
      }
    }
  }
}
