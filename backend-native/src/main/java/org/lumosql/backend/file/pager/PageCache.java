// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;

/**
 * The pages of one connection that are in memory, at most {@link #capacity} of them unless more are pinned or cannot
 * be written.
 *
 * <p>Pages are found by a chained hash over their number; numbers are dense, so the low bits spread well. Which page
 * makes room is decided by a clock (second chance) whose hand jumps: using a page costs one flag and no list is touched. The hand
 * takes clean pages that nobody used since it last passed; the use for which a page is brought in does not count, so
 * that one long scan does not empty the cache. So it does with a dirty page that can be written at once. Other dirty ones on its way are collected; when
 * enough have come together, or there is no other page at all, they are handed to the {@link Spiller} in one batch and are clean then. Arrays
 * are recycled with their page.
 *
 * <ol>
 *   <li>C1. A page is in the hash if and only if its number is not 0; else it is in the free list (or detached, if
 *       pinned).
 *   <li>C2. A page with pins keeps its number (unless renumbered) and its array.
 *   <li>C3. {@code dirtyCount} pages are in the dirty list, each with {@code dirty} set.
 * </ol>
 */
final class PageCache {
  /** What counts for a cached page besides its array, for limits given in KiB; as much as in SQLite, so that caches have as many pages. */
  private static final int PAGE_OVERHEAD = 136;

  private static final int SMALLEST_CAPACITY = 10;

  /** Spilling may cost a sync of the journal, so many pages share one. */
  private static final int SMALLEST_BATCH = 16;

  private static final int LARGEST_BATCH = 4096;

  /** Writes dirty pages to the store before their transaction ends. */
  interface Spiller {
    /**
     * Writes {@code count} pages and marks them clean.
     *
     * @return false if the store cannot take them now; nothing has happened then
     */
    boolean spill(CachedPage[] pages, int count);

    /** Whether this dirty page can be written without others at no more than its share of the cost. */
    default boolean canSpillAlone(CachedPage page) {
      return false;
    }
  }

  private final Spiller spiller;
  private int pageSize;
  private int cacheSize = -2000;
  private int spillSize = 1;
  private boolean isUnbounded;

  private CachedPage[] buckets = new CachedPage[64];
  private CachedPage[] frames = new CachedPage[32];
  private int frameCount;
  private int hand;

  /** See {@link #jump}. */
  private long dice;
  private int capacity;

  /** While spilling has failed, frames are added up to this number before it is tried again. */
  private int nextSpillAttempt;

  private CachedPage freePages;
  private CachedPage firstDirty;
  private int dirtyCount;

  /** Dirty pages on the way of the hand; and room for one. */
  private CachedPage[] candidates = {};

  private final CachedPage[] alone = new CachedPage[1];

  PageCache(int pageSize, Spiller spiller) {
    this.pageSize = pageSize;
    this.spiller = spiller;
    computeCapacity();
  }

  // ---- limits -----------------------------------------------------------------------------------

  /** As {@code PRAGMA cache_size}. */
  void setCacheSize(int size) {
    cacheSize = size;
    computeCapacity();
    trim();
  }

  /**
   * As {@code PRAGMA cache_spill}: no spilling below so many pages; 0 never spills, 1 means the cache size, negative
   * is KiB.
   */
  void setSpillSize(int size) {
    spillSize = size;
  }

  int spillSize() {
    return spillSize == 0 ? 0 : Math.max(toPages(cacheSize), toPages(spillSize));
  }

  /** The cache is the database: nothing is ever dropped. */
  void setUnbounded() {
    isUnbounded = true;
    computeCapacity();
  }

  int capacity() {
    return capacity;
  }

  int frameCount() {
    return frameCount;
  }

  long bytes() {
    return (long) frameCount * (pageSize + PAGE_OVERHEAD);
  }

  private void computeCapacity() {
    capacity = isUnbounded ? Integer.MAX_VALUE : Math.max(SMALLEST_CAPACITY, toPages(cacheSize));
    nextSpillAttempt = 0;
  }

  private int toPages(int size) {
    if (size >= 0) {
      return size;
    }
    return (int) Math.min(Integer.MAX_VALUE, -1024L * size / (pageSize + PAGE_OVERHEAD));
  }

  // ---- finding and adding -----------------------------------------------------------------------

  /** The page of that number, or null. Does not pin. Hot path. */
  CachedPage find(int number) {
    CachedPage[] table = buckets;
    CachedPage page = table[number & table.length - 1];
    while (page != null && page.number != number) {
      page = page.chain;
    }
    return page;
  }

  /** A page for a number that is not in the cache: pinned once, clean, its contents undefined. */
  CachedPage add(int number) {
    assert number > 0 && find(number) == null : "page " + number + " is in the cache";
    CachedPage page = takeFrame();
    page.number = number;
    page.pins = 1;
    link(page);
    return page;
  }

  private CachedPage takeFrame() {
    CachedPage page = freePages;
    if (page != null) {
      freePages = page.chain;
      page.chain = null;
      return page;
    }
    if (frameCount >= capacity && frameCount >= nextSpillAttempt) {
      page = evict();
      if (page != null) {
        return page;
      }
    }
    return newFrame();
  }

  private CachedPage newFrame() {
    CachedPage page = new CachedPage(pageSize);
    if (frameCount == frames.length) {
      frames = Arrays.copyOf(frames, frameCount * 2);
    }
    frames[frameCount++] = page;
    if (frameCount > buckets.length) {
      rehash();
    }
    return page;
  }

  private void rehash() {
    CachedPage[] old = buckets;
    buckets = new CachedPage[old.length * 2];
    for (CachedPage head : old) {
      CachedPage page = head;
      while (page != null) {
        CachedPage next = page.chain;
        link(page);
        page = next;
      }
    }
  }

  private void link(CachedPage page) {
    int bucket = page.number & buckets.length - 1;
    page.chain = buckets[bucket];
    buckets[bucket] = page;
  }

  private void unlink(CachedPage page) {
    int bucket = page.number & buckets.length - 1;
    CachedPage candidate = buckets[bucket];
    if (candidate == page) {
      buckets[bucket] = page.chain;
    } else {
      while (candidate.chain != page) {
        candidate = candidate.chain;
      }
      candidate.chain = page.chain;
    }
    page.chain = null;
  }

  // ---- making room ------------------------------------------------------------------------------

  /** Takes a page out of the hash for reuse; null if all are pinned, or dirty and cannot be written. */
  private CachedPage evict() {
    boolean maySpill = spillSize != 0 && frameCount >= spillSize();
    int batchLimit = Math.max(SMALLEST_BATCH, Math.min(frameCount / 2, LARGEST_BATCH));
    int candidateCount = 0;
    int steps = frameCount * 2;
    jump();
    while (steps-- > 0) {
      CachedPage page = nextFrame();
      if (page.pins != 0) {
        continue;
      }
      if (page.referenced) {
        page.referenced = false;
      } else if (!page.dirty) {
        return recycle(page);
      } else if (maySpill) {
        if (spiller.canSpillAlone(page)) {
          alone[0] = page;
          boolean isClean = spiller.spill(alone, 1);
          alone[0] = null;
          if (isClean) {
            return recycle(page);
          }
          maySpill = false;
          continue;
        }
        if (candidates.length < batchLimit) {
          candidates = new CachedPage[batchLimit];
        }
        candidates[candidateCount++] = page;
        // The second round would meet the candidates of the first again.
        if (candidateCount == batchLimit || candidateCount >= dirtyCount) {
          break;
        }
      }
    }
    if (candidateCount > 0 && maySpill) {
      int distinct = withoutRepetitions(candidates, candidateCount);
      CachedPage first = candidates[0];
      boolean areClean = spiller.spill(candidates, distinct);
      Arrays.fill(candidates, 0, candidateCount, null);
      if (areClean) {
        nextSpillAttempt = 0;
        return recycle(first);
      }
    }
    nextSpillAttempt = frameCount + Math.max(SMALLEST_CAPACITY, frameCount / 4);
    return null;
  }

  private static int withoutRepetitions(CachedPage[] pages, int count) {
    Arrays.sort(pages, 0, count, PageBatch.BY_NUMBER);
    int distinct = 1;
    for (int i = 1; i < count; i++) {
      if (pages[i] != pages[distinct - 1]) {
        pages[distinct++] = pages[i];
      }
    }
    return distinct;
  }

  /**
   * The hand begins anywhere, by numbers that only look random. Going on where it was, it would throw out what came in first: of pages that are
   * visited in turn, and are just more than there is room for, not one would be there when it is wanted again.
   */
  private void jump() {
    dice = dice * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
    hand = (int) ((dice >>> 32) * frameCount >>> 32);
  }

  private CachedPage nextFrame() {
    if (hand >= frameCount) {
      hand = 0;
    }
    return frames[hand++];
  }

  private CachedPage recycle(CachedPage page) {
    assert page.pins == 0 && !page.dirty : "page " + page.number + " is in use";
    unlink(page);
    forget(page);
    return page;
  }

  private static void forget(CachedPage page) {
    page.number = 0;
    page.attachment = null;
    page.writeEpoch = 0;
    page.discarded = false;
    page.referenced = false;
  }

  /** Gives memory beyond the capacity back, as far as clean unpinned pages allow. */
  void trim() {
    if (frameCount > capacity) {
      shrinkTo(capacity);
    }
    nextSpillAttempt = 0;
  }

  /** Drops whatever is clean and unpinned. */
  void shrink() {
    shrinkTo(0);
  }

  private void shrinkTo(int target) {
    freePages = null;
    int excess = frameCount - target;
    int kept = 0;
    for (int i = 0; i < frameCount; i++) {
      CachedPage page = frames[i];
      boolean isFree = page.number == 0 && page.pins == 0;
      if (excess > 0 && (isFree || page.number != 0 && page.pins == 0 && !page.dirty && !isUnbounded)) {
        if (!isFree) {
          unlink(page);
          forget(page);
        }
        excess--;
      } else {
        frames[kept++] = page;
        if (isFree) {
          page.chain = freePages;
          freePages = page;
        }
      }
    }
    Arrays.fill(frames, kept, frameCount, null);
    frameCount = kept;
    hand = 0;
  }

  // ---- dirty pages ------------------------------------------------------------------------------

  void markDirty(CachedPage page) {
    page.discarded = false;
    if (page.dirty) {
      return;
    }
    page.dirty = true;
    page.previousDirty = null;
    page.nextDirty = firstDirty;
    if (firstDirty != null) {
      firstDirty.previousDirty = page;
    }
    firstDirty = page;
    dirtyCount++;
  }

  void markClean(CachedPage page) {
    page.writeEpoch = 0;
    page.discarded = false;
    if (!page.dirty) {
      return;
    }
    page.dirty = false;
    if (page.previousDirty != null) {
      page.previousDirty.nextDirty = page.nextDirty;
    } else {
      firstDirty = page.nextDirty;
    }
    if (page.nextDirty != null) {
      page.nextDirty.previousDirty = page.previousDirty;
    }
    page.nextDirty = null;
    page.previousDirty = null;
    dirtyCount--;
  }

  int dirtyCount() {
    return dirtyCount;
  }

  CachedPage firstDirty() {
    return firstDirty;
  }

  // ---- dropping ---------------------------------------------------------------------------------

  /**
   * Forgets a page, dirty or not. A pinned one is detached: its holder keeps object and array, but no number finds it
   * any more, and {@link #released} makes it free.
   */
  void drop(CachedPage page) {
    markClean(page);
    unlink(page);
    forget(page);
    if (page.pins == 0) {
      free(page);
    }
  }

  /** To be called when the last pin of a detached page has gone. */
  void released(CachedPage page) {
    assert page.number == 0 && page.pins == 0 : "page " + page.number + " is not detached";
    free(page);
  }

  private void free(CachedPage page) {
    page.chain = freePages;
    freePages = page;
  }

  /** Drops all pages behind {@code last}. */
  void dropBehind(int last) {
    for (int i = 0; i < frameCount; i++) {
      if (frames[i].number > last) {
        drop(frames[i]);
      }
    }
  }

  /** Drops every page that is not pinned, and returns the pinned ones. */
  CachedPage[] dropUnpinned() {
    CachedPage[] pinned = new CachedPage[0];
    for (int i = 0; i < frameCount; i++) {
      CachedPage page = frames[i];
      if (page.number == 0) {
        continue;
      }
      if (page.pins == 0) {
        drop(page);
      } else {
        pinned = Arrays.copyOf(pinned, pinned.length + 1);
        pinned[pinned.length - 1] = page;
      }
    }
    return pinned;
  }

  /** Whether nothing is pinned. For checks and for what needs an idle cache. */
  boolean isIdle() {
    for (int i = 0; i < frameCount; i++) {
      if (frames[i].pins != 0) {
        return false;
      }
    }
    return true;
  }

  /** Gives a page another number. Requires: the new number is not in the cache. */
  void renumber(CachedPage page, int newNumber) {
    assert find(newNumber) == null : "page " + newNumber + " is in the cache";
    unlink(page);
    page.number = newNumber;
    link(page);
  }

  /** Forgets everything and starts again with another page size. Requires: nothing pinned. */
  void reset(int newPageSize) {
    pageSize = newPageSize;
    Arrays.fill(buckets, null);
    Arrays.fill(frames, 0, frameCount, null);
    frameCount = 0;
    hand = 0;
    freePages = null;
    firstDirty = null;
    dirtyCount = 0;
    computeCapacity();
  }

  int pageSize() {
    return pageSize;
  }

  /** Checks C1 to C3; for tests. */
  void checkInvariants() {
    int dirty = 0;
    for (CachedPage page = firstDirty; page != null; page = page.nextDirty) {
      if (!page.dirty || page.number == 0) {
        throw new AssertionError("page " + page.number + " in the dirty list is clean or free");
      }
      dirty++;
    }
    if (dirty != dirtyCount) {
      throw new AssertionError(dirty + " dirty pages, counted " + dirtyCount);
    }
    for (int i = 0; i < frameCount; i++) {
      if (frames[i].number != 0 && find(frames[i].number) != frames[i]) {
        throw new AssertionError("page " + frames[i].number + " is not found");
      }
    }
  }
}
