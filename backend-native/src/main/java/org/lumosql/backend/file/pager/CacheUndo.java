// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;

/**
 * Brings the cache back to a {@link Savepoints.Point}, in three steps around the store's own: {@link #forget}, the
 * store goes back, {@link #putBack}, {@link #reload}. In this order, because putting pages back may spill others.
 */
final class CacheUndo {
  private final PageCache cache;
  private final PageCodec codec;

  CacheUndo(PageCache cache, PageCodec codec) {
    this.cache = cache;
    this.codec = codec;
  }

  /** Drops what was touched since the point and what lies behind its end; returns the pages that are pinned. */
  CachedPage[] forget(Savepoints.Point point) {
    cache.dropBehind(point.pageCount);
    CachedPage[] pinned = new CachedPage[0];
    for (int number : point.touched.sorted()) {
      CachedPage page = cache.find(number);
      if (page == null) {
        continue;
      }
      if (page.pins == 0) {
        cache.drop(page);
      } else {
        cache.markClean(page);
        page.attachment = null;
        pinned = Arrays.copyOf(pinned, pinned.length + 1);
        pinned[pinned.length - 1] = page;
      }
    }
    return pinned;
  }

  /** Restores the copies that were made for a point or for one outside it: changes older than the point. */
  void putBack(Savepoints savepoints, int index) {
    Savepoints.Point point = savepoints.point(index);
    UndoLog log = savepoints.log();
    for (int record = point.firstRecord; record < log.count(); record++) {
      if (log.outermost(record) <= index && log.number(record) <= point.pageCount) {
        putBack(log, record);
      }
    }
  }

  private void putBack(UndoLog log, int record) {
    int number = log.number(record);
    CachedPage page = cache.find(number);
    if (page == null) {
      page = cache.add(number);
      page.pins--;
    }
    log.read(record, page.data);
    page.attachment = null;
    cache.markDirty(page);
  }

  /** Reads pinned pages that no copy was made of from the store. */
  void reload(CachedPage[] pinned, PageStore store) {
    for (CachedPage page : pinned) {
      if (!page.dirty) {
        store.readPage(page.number, page.data);
        codec.decode(page.number, page.data);
      }
    }
  }
}
