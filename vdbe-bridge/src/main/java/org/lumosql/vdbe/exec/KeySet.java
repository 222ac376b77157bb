// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.Interruption;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.vdbe.Host;

/**
 * The keys of an ephemeral index in memory. What DISTINCT, UNION and IN do with such an index is to insert all, asking before or after whether a key is
 * there, and at most then to walk through it in order. So keys are found by hashes, and sorted when an order is first asked for.
 *
 * <pre>
 *   COLLECTING  inserts, deletes, searches for whole keys          → SORTED when somebody moves or searches by order
 *   SORTED      moves, searches of all kinds                       → TREE when somebody inserts or deletes again
 *   TREE        everything, by a B-tree                            (also when memory runs out, in either state)
 * </pre>
 *
 * {@link #clear} goes back to COLLECTING, unless it was a use of ours that needs a tree.
 */
final class KeySet implements Ephemeral {
  /** Slots of a table that is used again after {@link #clear}. */
  private static final int KEYS_BETWEEN_CHECKS = 1 << 14;
  private static final int MOST_KEPT = 1024;

  private final Host host;
  private final KeyOrder order;
  private final RecordOrder records;
  private final KeyHash hashing;
  private final int columns;
  private final TemporaryMemory.Share memory;
  private RecordHeap heap;

  private int[] table;
  private int[] hashes;
  /** By the number of insertion; −1 for deleted ones. */
  private long[] places;
  private int numbers;
  private int live;

  private long[] sorted;
  private Btree store;
  private int tree;
  private boolean needsTree;
  /** Changes whenever a tree is made or given up. */
  private int generation;
  private int clears;

  /** Searches by a part of the key, by its hash, in the sorted keys: how many columns, and the first entry of each. */
  private int partColumns;
  private int[] partTable;

  KeySet(Host host, KeyOrder order, TemporaryMemory memory) {
    this.host = host;
    this.order = order;
    this.records = new RecordOrder(order);
    this.hashing = new KeyHash(order);
    this.columns = order.columnCount();
    this.memory = memory.share();
    collect();
  }

  private void collect() {
    memory.release();
    if (heap == null) {
      heap = new RecordHeap(records, 0);
    } else {
      heap.recycle();
    }
    if (table == null || table.length > MOST_KEPT) {
      table = new int[32];
      hashes = new int[16];
      places = new long[16];
    } else {
      Arrays.fill(table, 0);
    }
    numbers = 0;
    live = 0;
    sorted = null;
    partTable = null;
    partColumns = 0;
  }

  KeyOrder order() {
    return order;
  }

  @Override
  public int clears() {
    return clears;
  }

  void clear() {
    clears++;
    if (store != null) {
      store.clearTree(tree);
      if (!needsTree) {
        closeTree();
        collect();
      }
    } else {
      collect();
    }
  }

  void close() {
    memory.release();
    closeTree();
    heap = null;
    table = null;
    places = null;
    sorted = null;
  }

  private void closeTree() {
    if (store != null) {
      store.close();
      store = null;
      generation++;
    }
  }

  // ---- the tree ------------------------------------------------------------------------------------------------------------

  @Override
  public boolean isTree() {
    return store != null;
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public BtreeCursor openTree() {
    return store.openIndex(tree, true, order);
  }

  @Override
  public void becomeTree() {
    if (store == null) {
      sort();
      store = host.openEphemeral();
      store.beginWrite(false);
      tree = store.createTree(TreeKind.INDEX);
      generation++;
      try (BtreeCursor cursor = openTree()) {
        for (int i = 0; i < live; i++) {
          checkNowAndThen(i);
          long place = sorted[i];
          cursor.insertKey(heap.arrayAt(place), RecordHeap.offsetAt(place), heap.lengthAt(place), BtreeCursor.APPEND);
        }
      }
      heap = null; // cursors still show bytes of the old one
      collect();
    }
  }

  // ---- collecting ----------------------------------------------------------------------------------------------------------

  /** Whether keys may be inserted without becoming a tree. */
  private boolean canChange() {
    if (sorted != null) {
      needsTree = true; // ordered access and changes in turn
      return false;
    }
    return true;
  }

  /**
   * Inserts a record, or replaces the one of the same key.
   *
   * @param isNew whether a search for this key has just not found it
   * @param knownHash its hash then
   * @return false if this has to be a tree
   */
  boolean insert(byte[] record, int offset, int length, boolean isNew, int knownHash) {
    long needed = bytes() + length;
    if (!canChange() || needed > memory.granted() && !memory.reserve(needed)) {
      return false;
    }
    int hash = isNew ? knownHash : hashing.ofRecord(record, offset, columns);
    int number = isNew ? -1 : find(record, offset, hash);
    if (number >= 0) {
      replace(number, record, offset, length);
      return true;
    }
    if (numbers == hashes.length) {
      hashes = Arrays.copyOf(hashes, numbers * 2);
      places = Arrays.copyOf(places, numbers * 2);
    }
    heap.add(record, offset, length);
    places[numbers] = heap.lastPlace();
    hashes[numbers] = hash;
    numbers++;
    live++;
    if (numbers * 2 > table.length) {
      rehash();
    } else {
      enter(numbers - 1);
    }
    return true;
  }

  private void replace(int number, byte[] record, int offset, int length) {
    long place = places[number];
    byte[] array = heap.arrayAt(place);
    int at = RecordHeap.offsetAt(place);
    if (heap.lengthAt(place) == length) {
      System.arraycopy(record, offset, array, at, length);
    } else {
      heap.add(record, offset, length);
      places[number] = heap.lastPlace();
    }
  }

  private long bytes() {
    return heap.bytes() + 20L * numbers;
  }

  private static void checkNowAndThen(int count) {
    if ((count & KEYS_BETWEEN_CHECKS - 1) == KEYS_BETWEEN_CHECKS - 1) {
      Interruption.check();
    }
  }

  private void enter(int number) {
    int mask = table.length - 1;
    int slot = hashes[number] & mask;
    while (table[slot] != 0) {
      slot = slot + 1 & mask;
    }
    table[slot] = number + 1;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int number = 0; number < numbers; number++) {
      checkNowAndThen(number);
      if (places[number] >= 0) {
        enter(number);
      }
    }
  }

  private int find(byte[] record, int offset, int hash) {
    int mask = table.length - 1;
    for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) {
      int number = table[slot] - 1;
      if (hashes[number] == hash && places[number] >= 0) {
        long place = places[number];
        if (records.compare(heap.arrayAt(place), RecordHeap.offsetAt(place), record, offset) == 0) {
          return number;
        }
      }
    }
    return -1;
  }

  int hash(KeyProbe probe) {
    return hashing.ofProbe(probe, columns);
  }

  /** Looks for a whole key by its hash; the entry's number, or −1. */
  int find(KeyProbe probe, int hash) {
    int mask = table.length - 1;
    for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) {
      int number = table[slot] - 1;
      if (hashes[number] == hash && places[number] >= 0 && compare(places[number], probe) == 0) {
        return number;
      }
    }
    return -1;
  }

  boolean isWholeKey(KeyProbe probe) {
    return probe.fieldCount() == columns && probe.tie() == 0;
  }

  /** Deletes an entry that was found by its hash; false if this has to be a tree. */
  boolean delete(int number) {
    if (!canChange()) {
      return false;
    }
    places[number] = -1;
    live--;
    return true;
  }

  int live() {
    return live;
  }

  long placeOfNumber(int number) {
    return places[number];
  }

  RecordHeap heap() {
    return heap;
  }

  // ---- in order ------------------------------------------------------------------------------------------------------------

  /** The places of all keys in their order. */
  long[] sorted() {
    sort();
    return sorted;
  }

  private void sort() {
    if (sorted != null) {
      return;
    }
    long[] all = new long[live];
    int count = 0;
    for (int number = 0; number < numbers; number++) {
      if (places[number] >= 0) {
        all[count++] = places[number];
      }
    }
    new RecordSort(heap, records, columns).sort(all, count);
    sorted = all;
  }

  private int compare(long place, KeyProbe probe) {
    return probe.compareEntry(heap.arrayAt(place), RecordHeap.offsetAt(place), heap.lengthAt(place));
  }

  /** The index in {@link #sorted()} of the first entry that is not before the probe. */
  int lowerBound(KeyProbe probe) {
    sort();
    int low = 0;
    int high = live;
    int part = probe.fieldCount();
    if (part < columns && part > 0 && probe.tie() > 0) {
      int known = firstWithPart(probe, part);
      if (known >= 0) {
        return known;
      }
    }
    while (low < high) {
      int middle = low + high >>> 1;
      if (compare(sorted[middle], probe) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int compareAt(int index, KeyProbe probe) {
    return compare(sorted[index], probe);
  }

  /** Searches of automatic indexes: the first entry whose first columns equal the probe, or −1. */
  private int firstWithPart(KeyProbe probe, int part) {
    if (partColumns != part) {
      if (partColumns != 0) {
        return -1;
      }
      indexParts(part);
    }
    int hash = hashing.ofProbe(probe, part);
    int mask = partTable.length - 1;
    for (int slot = hash & mask; partTable[slot] != 0; slot = slot + 1 & mask) {
      int index = partTable[slot] - 1;
      // a tie of 1 says that the probe's fields all equal the entry's
      probe.setTie(0);
      boolean isEqual = compare(sorted[index], probe) == 0;
      probe.setTie(1);
      if (isEqual) {
        return index;
      }
    }
    return -1;
  }

  private void indexParts(int part) {
    partColumns = part;
    partTable = new int[Math.max(32, Integer.highestOneBit(Math.max(1, live)) * 4)];
    int mask = partTable.length - 1;
    for (int i = 0; i < live; i++) {
      long place = sorted[i];
      if (i > 0 && records.compareColumns(
              heap.arrayAt(sorted[i - 1]), RecordHeap.offsetAt(sorted[i - 1]), heap.arrayAt(place), RecordHeap.offsetAt(place), 0, part) == 0) {
        continue;
      }
      int slot = hashing.ofRecord(heap.arrayAt(place), RecordHeap.offsetAt(place), part) & mask;
      while (partTable[slot] != 0) {
        slot = slot + 1 & mask;
      }
      partTable[slot] = i + 1;
    }
  }
}
