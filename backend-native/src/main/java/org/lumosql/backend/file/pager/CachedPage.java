// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

/** A page of the cache, with what cache and pager know about it. */
final class CachedPage extends Page {
  /** Holders. A page with holders is neither moved, dropped nor recycled. */
  int pins;

  /** Used since the clock hand last passed. */
  boolean referenced;

  /** Differs from what the store holds. Set and cleared by {@link PageCache} only. */
  boolean dirty;

  /** Dirty, but nobody will ever read it: need not be written. */
  boolean discarded;

  /**
   * The pager's write epoch in which the page was last prepared for a change. Equal to the pager's present one: the
   * page is dirty, and everything that a rollback may want of it is saved.
   */
  int writeEpoch;

  /** Next page in the same hash bucket; next free page while unused. */
  CachedPage chain;

  /** Neighbours in the list of dirty pages. */
  CachedPage nextDirty;

  CachedPage previousDirty;

  CachedPage(int pageSize) {
    data = new byte[pageSize];
  }
}
