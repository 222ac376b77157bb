// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import java.util.Arrays;
import java.util.BitSet;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.error.StoreException;

/**
 * Pages that are not in use, and where new pages come from (https://sqlite.org/fileformat2.html#the_freelist). A
 * chain of trunk pages; each holds the next trunk, a count, and the numbers of free leaves.
 *
 * <ol>
 *   <li>F1. A page freed in this transaction may have had contents when it began; when it is used again it goes
 *       through the journal like any page. Others go through {@link Pager#newPage}, which journals nothing.
 *   <li>F2. Trunks are filled up to U/4 − 8 leaves only, because old readers take the last six entries wrongly.
 * </ol>
 */
final class Freelist {
  private static final int HEAD = 32;
  private static final int COUNT = 36;
  private static final int LEAVES = 8;

  private final TreeStore store;
  private final Pager pager;
  private final PageLayout layout;
  private final BitSet freedInTransaction = new BitSet();

  Freelist(TreeStore store, PageLayout layout) {
    this.store = store;
    this.pager = store.pager();
    this.layout = layout;
  }

  /** Forgets what this transaction freed. */
  void endTransaction() {
    if (!freedInTransaction.isEmpty()) {
      freedInTransaction.clear();
    }
  }

  /** A zeroed, writable, pinned page: a free one near {@code near} if there is any, else a new one at the end. */
  Page allocate(int near) {
    Page header = pager.page(1);
    try {
      int free = i32(header.data, COUNT);
      if (free == 0) {
        return extend();
      }
      if (free < 0 || free >= pager.pageCount()) {
        throw StoreException.corrupt("the freelist claims " + free + " pages");
      }
      pager.makeWritable(header);
      return takeFromFirstTrunk(header, near);
    } finally {
      pager.release(header);
    }
  }

  /** A new page behind the last one, whatever the freelist holds. */
  private Page extend() {
    int number = pager.pageCount() + 1;
    if (number == pager.lockBytePage()) {
      number++;
    }
    PointerMap map = store.pointerMap();
    if (map != null && map.isMapPage(number)) {
      pager.release(fresh(number));
      number++;
      if (number == pager.lockBytePage()) {
        number++;
      }
    }
    return fresh(number);
  }

  private Page fresh(int number) {
    Page page = pager.newPage(number);
    page.attachment = null;
    return page;
  }

  private Page takeFromFirstTrunk(Page header, int near) {
    int trunkNumber = i32(header.data, HEAD);
    Page trunk = trunk(trunkNumber);
    int leaves = i32(trunk.data, 4);
    if (leaves == 0) {
      int next = i32(trunk.data, 0);
      try {
        pager.makeWritable(trunk);
        putI32(header.data, HEAD, next);
        countDown(header);
        Arrays.fill(trunk.data, (byte) 0);
        trunk.attachment = null;
        return trunk;
      } catch (StoreException e) {
        pager.release(trunk);
        throw e;
      }
    }
    try {
      int slot = nearestLeaf(trunk, leaves, near);
      int number = checked(i32(trunk.data, LEAVES + 4 * slot));
      pager.makeWritable(trunk);
      removeLeaf(trunk, leaves, slot);
      countDown(header);
      return reuse(number);
    } finally {
      pager.release(trunk);
    }
  }

  private static int nearestLeaf(Page trunk, int leaves, int near) {
    if (near <= 0) {
      return leaves - 1;
    }
    int best = 0;
    int bestDistance = Integer.MAX_VALUE;
    for (int i = 0; i < leaves; i++) {
      int distance = Math.abs(i32(trunk.data, LEAVES + 4 * i) - near);
      if (distance < bestDistance) {
        best = i;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static void removeLeaf(Page trunk, int leaves, int slot) {
    putI32(trunk.data, LEAVES + 4 * slot, i32(trunk.data, LEAVES + 4 * (leaves - 1)));
    putI32(trunk.data, 4, leaves - 1);
  }

  private static void countDown(Page header) {
    putI32(header.data, COUNT, i32(header.data, COUNT) - 1);
  }

  /** Pins a trunk after looking at its number and its count. */
  private Page trunk(int number) {
    Page trunk = pager.page(checked(number));
    try {
      TreeStore.requireNoTreePage(trunk);
      int leaves = i32(trunk.data, 4);
      if (leaves < 0 || leaves > layout.trunkCapacity) {
        throw StoreException.corrupt("freelist trunk " + number + " claims " + leaves + " leaves");
      }
      return trunk;
    } catch (StoreException e) {
      pager.release(trunk);
      throw e;
    }
  }

  private int checked(int number) {
    if (number < 2 || number > pager.pageCount()) {
      throw StoreException.corrupt("the freelist names page " + number);
    }
    return number;
  }

  /** Takes a page that just left the freelist into use. */
  private Page reuse(int number) {
    Page cached = pager.cachedPage(number);
    if (cached != null) {
      try {
        TreeStore.requireNoTreePage(cached);
      } finally {
        pager.release(cached);
      }
    }
    if (!freedInTransaction.get(number)) {
      return fresh(number);
    }
    Page page = pager.page(number);
    try {
      pager.makeWritable(page); // F1
    } catch (StoreException e) {
      pager.release(page);
      throw e;
    }
    Arrays.fill(page.data, (byte) 0);
    page.attachment = null;
    return page;
  }

  /**
   * Takes a page of a given place from the freelist: exactly {@code wanted}, or any up to it.
   *
   * @return the page, pinned and writable, or null if there is none such
   */
  Page take(int wanted, boolean exactly) {
    Page header = pager.page(1);
    try {
      int trunkNumber = i32(header.data, HEAD);
      int previousTrunk = 0;
      int remaining = i32(header.data, COUNT);
      while (trunkNumber != 0) {
        if (remaining-- <= 0) {
          throw StoreException.corrupt("the freelist is longer than its count");
        }
        Page trunk = trunk(trunkNumber);
        try {
          int leaves = i32(trunk.data, 4);
          if (exactly ? trunkNumber == wanted : trunkNumber <= wanted) {
            return takeTrunk(header, previousTrunk, trunk, leaves);
          }
          for (int i = 0; i < leaves; i++) {
            int leaf = i32(trunk.data, LEAVES + 4 * i);
            if (exactly ? leaf == wanted : leaf <= wanted) {
              checked(leaf);
              pager.makeWritable(header);
              pager.makeWritable(trunk);
              removeLeaf(trunk, leaves, i);
              countDown(header);
              return reuse(leaf);
            }
          }
          previousTrunk = trunkNumber;
          trunkNumber = i32(trunk.data, 0);
        } finally {
          pager.release(trunk);
        }
      }
      return null;
    } finally {
      pager.release(header);
    }
  }

  /** Takes a trunk itself out of the chain; its first leaf becomes the trunk in its place. */
  private Page takeTrunk(Page header, int previousTrunk, Page trunk, int leaves) {
    pager.makeWritable(header);
    int successor = i32(trunk.data, 0);
    if (leaves > 0) {
      int newTrunkNumber = checked(i32(trunk.data, LEAVES));
      Page newTrunk = reuse(newTrunkNumber);
      putI32(newTrunk.data, 0, successor);
      putI32(newTrunk.data, 4, leaves - 1);
      System.arraycopy(trunk.data, LEAVES + 4, newTrunk.data, LEAVES, 4 * (leaves - 1));
      pager.release(newTrunk);
      successor = newTrunkNumber;
    }
    if (previousTrunk == 0) {
      putI32(header.data, HEAD, successor);
    } else {
      Page previous = pager.page(previousTrunk);
      try {
        pager.makeWritable(previous);
        putI32(previous.data, 0, successor);
      } finally {
        pager.release(previous);
      }
    }
    countDown(header);
    freedInTransaction.set(trunk.number); // its present bytes are those of a trunk: they go through the journal
    return reuse(trunk.number);
  }

  /** Puts a page on the freelist. Whoever has it pinned must not use it as what it was any more. */
  void free(int number) {
    checked(number);
    Page header = pager.page(1);
    try {
      int free = i32(header.data, COUNT);
      int head = i32(header.data, HEAD);
      pager.makeWritable(header);
      putI32(header.data, COUNT, free + 1);
      PointerMap map = store.pointerMap();
      if (map != null) {
        map.put(number, PointerMap.FREE, 0);
      }
      if (store.secureDelete() == 1) {
        overwrite(number);
      }
      freedInTransaction.set(number);
      if (free == 0 || !addLeaf(head, number)) {
        addTrunk(header, free == 0 ? 0 : head, number);
      }
    } finally {
      pager.release(header);
    }
  }

  private void overwrite(int number) {
    Page page = pager.page(number);
    try {
      pager.makeWritable(page);
      Arrays.fill(page.data, (byte) 0);
      page.attachment = null;
    } finally {
      pager.release(page);
    }
  }

  private boolean addLeaf(int head, int number) {
    Page trunk = trunk(head);
    try {
      int leaves = i32(trunk.data, 4);
      if (leaves >= layout.trunkFillLimit) { // F2
        return false;
      }
      pager.makeWritable(trunk);
      putI32(trunk.data, LEAVES + 4 * leaves, number);
      putI32(trunk.data, 4, leaves + 1);
    } finally {
      pager.release(trunk);
    }
    Page freed = pager.cachedPage(number);
    if (freed != null) {
      freed.attachment = null;
      if (store.secureDelete() == 0) {
        pager.discardContents(freed);
      }
      pager.release(freed);
    }
    return true;
  }

  private void addTrunk(Page header, int next, int number) {
    Page page = pager.page(number);
    try {
      pager.makeWritable(page);
      page.attachment = null;
      putI32(page.data, 0, next);
      putI32(page.data, 4, 0);
      putI32(header.data, HEAD, number);
    } finally {
      pager.release(page);
    }
  }
}
