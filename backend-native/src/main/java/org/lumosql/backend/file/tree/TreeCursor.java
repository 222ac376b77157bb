// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.util.Arrays;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/**
 * A cursor over a table or index tree; one class for both, so that calls from the virtual machine stay monomorphic.
 *
 * <pre>
 *            move, seek                      displace (S1, S2)
 *  INVALID ─────────────▶ VALID ◀──restore── SAVED
 *     ▲      end of tree    │ entry deleted    │ restore, entry is gone
 *     └─────────────────────┤                  ▼
 *                           └──────────────▶ BETWEEN      any ──rollback──▶ TRIPPED      any ──▶ CLOSED
 * </pre>
 *
 * <ol>
 *   <li>K1. VALID: the path ends at the entry. A table's entry is on a leaf, an index's may be on an interior page.
 *   <li>K2. BETWEEN: the entry is gone, its key is still remembered; the path ends at a neighbour, {@code side} &gt;
 *       0: the one after, &lt; 0: the one before.
 *   <li>K3. SAVED: nothing is pinned; the rowid or the whole record is remembered.
 *   <li>K4. INVALID: the path ends at the root, or nothing is pinned.
 *   <li>K5. {@code parsed} says that {@code cell} describes the entry.
 * </ol>
 *
 * Hot path: {@link #next}, {@link #rowid}, the payload accessors.
 */
public final class TreeCursor extends TreePath implements BtreeCursor {
  static final int VALID = 0;
  static final int INVALID = 1;
  static final int BETWEEN = 2;
  static final int SAVED = 3;
  static final int TRIPPED = 4;
  static final int CLOSED = 5;

  private static final byte[] NO_BYTES = {};
  private static final int[] NO_PAGES = {};

  /** Place in {@link OpenCursors}. */
  int slot;

  final KeyOrder order;
  final Cell cell = new Cell();

  /** What the last seek answered, for which rowid, and where it left the cursor; no page if that means nothing any more. */
  private int seekResult;

  private long soughtRowid;
  private TreePage soughtPage;
  private int soughtIndex;

  private final boolean writable;
  private int state = INVALID;
  private int side;
  private boolean parsed;
  private long savedRowid;
  private byte[] savedKey;
  private int savedKeyLength;
  private KeyProbe probe;
  private byte[] gathered = NO_BYTES;
  private ResultCode tripCode;

  /** Positive while seeks tend to end on the leaf that the cursor is on: only then the leaf is looked at first. */
  private int nearness = 2;

  private int farSeeks;

  /** Pages of the entry's overflow chain as far as it was followed; the count is 0 after each parse. */
  private int[] chain = NO_PAGES;

  private int chainLength;

  public TreeCursor(TreeStore store, int root, boolean writable, KeyOrder order) {
    super(store, root, order == null);
    this.writable = writable;
    this.order = order;
    store.cursors().add(this);
  }

  // ---- states -----------------------------------------------------------------------------------------------------

  int state() {
    return state;
  }

  boolean isWritable() {
    return writable;
  }

  boolean isTripped() {
    return state == TRIPPED;
  }

  private void requireUsable() {
    if (state >= TRIPPED) {
      throw unusable();
    }
  }

  private StoreException unusable() {
    return state == TRIPPED
        ? new StoreException(tripCode, "the transaction of this cursor was rolled back")
        : new StoreException(ResultCode.MISUSE, "this cursor is closed");
  }

  /** Remembers the entry and lets go of all pages. */
  void displace() {
    soughtPage = null;
    if (state == VALID) {
      rememberEntry();
      state = SAVED;
    } else if (state == BETWEEN) {
      state = SAVED; // K2
    }
    letGo();
  }

  void rememberEntry() {
    if (isTable) {
      savedRowid = rowid();
      return;
    }
    parse();
    int length = cell.payloadLength;
    if (savedKey == null || savedKey.length < length) {
      savedKey = new byte[Math.max(length, 64)];
    }
    readPayload(0, savedKey, 0, length);
    savedKeyLength = length;
  }

  /** The entry was remembered before a change that moved it or deleted it. */
  void becomeSaved() {
    soughtPage = null;
    letGo();
    state = SAVED;
  }

  void becomeValid(int newIndex) {
    soughtPage = null;
    index = newIndex;
    state = VALID;
    parsed = false;
  }

  /** The entry was deleted and the path ends at a neighbour. */
  void becomeBetween(int newIndex, int newSide) {
    soughtPage = null;
    index = newIndex;
    side = newSide;
    state = BETWEEN;
    parsed = false;
  }

  /** The position has no meaning any more; the path may stay. */
  void becomeInvalid() {
    soughtPage = null;
    state = INVALID;
    parsed = false;
  }

  void invalidate() {
    soughtPage = null;
    letGo();
    if (state < TRIPPED) {
      state = INVALID;
    }
  }

  void trip(ResultCode code) {
    soughtPage = null;
    letGo();
    if (state < TRIPPED) {
      state = TRIPPED;
      tripCode = code;
    }
  }

  @Override
  public boolean isValid() {
    return state == VALID || state == BETWEEN || state == SAVED;
  }

  @Override
  public boolean isDisplaced() {
    return state >= BETWEEN;
  }

  @Override
  public boolean restore() {
    if (state == SAVED) {
      return restoreSaved();
    }
    requireUsable();
    return state != BETWEEN;
  }

  private boolean restoreSaved() {
    int found;
    if (isTable) {
      found = seekRowid(savedRowid);
    } else {
      KeyProbe key = probe();
      key.load(savedKey, 0, savedKeyLength, order.columnCount());
      found = seekKey(key);
    }
    if (state == INVALID) { // the tree is empty now, but entries beside this one may come
      state = SAVED;
      return false;
    }
    if (found == 0) {
      return true;
    }
    side = found;
    state = BETWEEN;
    return false;
  }

  private KeyProbe probe() {
    if (probe == null) {
      probe = new KeyProbe(order);
    }
    return probe;
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  @Override
  public boolean first() {
    if (!start()) {
      return false;
    }
    descendLeftmost();
    return arrive();
  }

  @Override
  public boolean last() {
    requireUsable();
    if (state == VALID && isOnLastLeaf()) {
      index = page.cellCount - 1;
      parsed = false;
      return true;
    }
    if (!start()) {
      return false;
    }
    descendRightmost();
    return arrive();
  }

  /** Goes to the root, invalid for the time being. False if the tree is empty. */
  private boolean start() {
    requireUsable();
    state = INVALID;
    return toRoot() && (page.cellCount > 0 || !page.isLeaf);
  }

  private boolean arrive() {
    state = VALID;
    parsed = false;
    return true;
  }

  @Override
  public boolean next() {
    if (state == VALID) {
      TreePage here = page;
      if (here.isLeaf) {
        int following = index + 1;
        index = following;
        parsed = false;
        if (following < here.cellCount) {
          return true;
        }
      }
      return leaveForward();
    }
    return nextDisplaced();
  }

  private boolean leaveForward() {
    state = INVALID;
    return stepForward() && arrive();
  }

  private boolean nextDisplaced() {
    restore();
    if (state == BETWEEN && side > 0) {
      return arrive();
    }
    if (state == INVALID || state == SAVED) {
      state = INVALID;
      return false;
    }
    state = VALID;
    return next();
  }

  @Override
  public boolean previous() {
    if (state != VALID) {
      restore();
      if (state == BETWEEN && side < 0) {
        return arrive();
      }
      if (state == INVALID || state == SAVED) {
        state = INVALID;
        return false;
      }
      state = VALID;
    }
    parsed = false;
    if (page.isLeaf && index > 0) {
      index--;
      return true;
    }
    state = INVALID;
    return stepBackward() && arrive();
  }

  @Override
  public int seekRowid(long rowid) {
    soughtRowid = rowid;
    if (state == VALID && isTable && (nearness > 0 || (++farSeeks & 15) == 0)) {
      TreePage leaf = page;
      int lastIndex = leaf.cellCount - 1;
      // the same row again, or the next one: joins of tables in the same order
      long here = parsed ? cell.rowid : leaf.rowidAt(index);
      if (here == rowid || here == rowid - 1 && index < lastIndex && leaf.rowidAt(index + 1) == rowid) {
        nearness = 2;
        index += here == rowid ? 0 : 1;
        return arriveSought(0);
      }
      long lastRowid = leaf.rowidAt(lastIndex);
      if (rowid > lastRowid) {
        if (isOnLastLeaf()) {
          nearness = 2;
          index = lastIndex;
          return arriveSought(-1);
        }
      } else {
        long firstRowid = leaf.rowidAt(0);
        if (rowid >= firstRowid) {
          nearness = 2;
          return searchLeaf(rowid, firstRowid - 1, lastRowid);
        }
      }
      nearness--;
    }
    requireTable();
    if (!start()) {
      return -1;
    }
    long below = Long.MIN_VALUE;
    long upTo = Long.MAX_VALUE;
    while (!page.isLeaf) {
      int child = RowidSearch.lowerBound(page, rowid, below, upTo);
      if (child > 0) {
        below = page.rowidAt(child - 1);
      }
      if (child < page.cellCount) {
        upTo = page.rowidAt(child);
      }
      index = child;
      descend();
    }
    return searchLeaf(rowid, below, upTo);
  }

  private void requireTable() {
    requireUsable();
    if (!isTable) {
      throw new StoreException(ResultCode.MISUSE, "a rowid is sought in index tree " + root);
    }
  }

  /** Looks on the present leaf, whose rowids are above {@code below} and not above {@code upTo}. */
  private int searchLeaf(long rowid, long below, long upTo) {
    int position = RowidSearch.lowerBound(page, rowid, below, upTo);
    if (position < page.cellCount && page.rowidAt(position) == rowid) {
      index = position;
      return arriveSought(0);
    }
    return arriveBeside(position);
  }

  /** Takes a position on a leaf next to a key that is not there: {@code low} is where it would be. */
  private int arriveBeside(int low) {
    if (low < page.cellCount) {
      index = low;
      return arriveSought(1);
    }
    index = low - 1;
    return arriveSought(-1);
  }

  private int arriveSought(int result) {
    arrive();
    seekResult = result;
    soughtPage = page;
    soughtIndex = index;
    return result;
  }

  /** Whether the cursor still stands where its last seek left it. */
  private boolean isWhereSought() {
    return state == VALID && page == soughtPage && index == soughtIndex && (page.isLeaf || seekResult == 0);
  }

  @Override
  public int seekKey(KeyProbe key) {
    if (state == VALID && index == page.cellCount - 1 && isOnLastLeaf() && compare(index, key) < 0) {
      return arriveSought(-1);
    }
    if (state == VALID && page.isLeaf && !isTable && (nearness > 0 || (++farSeeks & 15) == 0)) {
      if (isWithinLeaf(key)) {
        nearness = 2;
        searchPage(key);
        return seekResult;
      }
      nearness--;
    }
    requireUsable();
    if (isTable) {
      throw new StoreException(ResultCode.MISUSE, "a key is sought in table tree " + root);
    }
    if (!start()) {
      return -1;
    }
    while (!searchPage(key)) {
      descend();
    }
    return seekResult;
  }

  /** Whether the key's place is between two entries of the leaf that the cursor is on. */
  private boolean isWithinLeaf(KeyProbe key) {
    int last = page.cellCount - 1;
    int here = compare(index, key);
    return here < 0 ? index < last && compare(last, key) > 0 : here > 0 && index > 0 && compare(0, key) < 0;
  }

  /** Looks for a key on the present page. False if it is further down: {@code index} is the child then. */
  private boolean searchPage(KeyProbe key) {
    int low = 0;
    int high = page.cellCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int difference = compare(middle, key);
      if (difference < 0) {
        low = middle + 1;
      } else if (difference > 0) {
        high = middle;
      } else {
        index = middle;
        arriveSought(0);
        return true;
      }
    }
    if (page.isLeaf) {
      arriveBeside(low);
      return true;
    }
    index = low;
    return false;
  }

  /** Compares an entry of the present page with a key: negative if the entry is before. */
  private int compare(int position, KeyProbe key) {
    page.parse(position, cell);
    parsed = false;
    if (cell.localLength == cell.payloadLength) {
      return key.compareEntry(page.data, cell.payloadOffset, cell.payloadLength);
    }
    return key.compareEntry(gather(), 0, cell.payloadLength);
  }

  /** The whole payload of the parsed cell, in a buffer that is used again. */
  private byte[] gather() {
    int length = cell.payloadLength;
    store.checkPayloadLength(length);
    if (gathered.length < length) {
      gathered = new byte[length];
    }
    System.arraycopy(page.data, cell.payloadOffset, gathered, 0, cell.localLength);
    int first = PageBytes.i32(page.data, cell.overflowPointerOffset());
    store.overflow().read(first, gathered, cell.localLength, length - cell.localLength);
    return gathered;
  }

  // ---- reading the entry ------------------------------------------------------------------------------------------

  private void parse() {
    if (!parsed) {
      parseEntry();
    }
  }

  private void parseEntry() {
    if (state != VALID && state != BETWEEN) {
      requireUsable();
      throw new StoreException(ResultCode.MISUSE, "the cursor is not on an entry");
    }
    page.parse(index, cell);
    if (cell.localLength < cell.payloadLength) {
      store.checkPayloadLength(cell.payloadLength);
    }
    chainLength = 0;
    parsed = true;
  }

  /** The parsed entry, for the writer. */
  Cell entry() {
    parse();
    return cell;
  }

  @Override
  public long rowid() {
    parse();
    return cell.rowid;
  }

  // Each of these looks by itself whether the cell is parsed: HotSpot then sees that in a row's first reading only the first of them ever has to, and does
  // not repeat the parsing in all four.

  @Override
  public int payloadLength() {
    if (!parsed) {
      parseEntry();
    }
    return cell.payloadLength;
  }

  @Override
  public byte[] payloadArray() {
    if (!parsed) {
      parseEntry();
    }
    return page.data;
  }

  @Override
  public int payloadOffset() {
    if (!parsed) {
      parseEntry();
    }
    return cell.payloadOffset;
  }

  @Override
  public int localLength() {
    if (!parsed) {
      parseEntry();
    }
    return cell.localLength;
  }

  @Override
  public void readPayload(int offset, byte[] target, int targetOffset, int length) {
    access(offset, target, targetOffset, length, false);
  }

  @Override
  public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
    requireUsable();
    requireWritable();
    store.requireWrite();
    parse();
    store.cursors().displace(root, this);
    access(offset, source, sourceOffset, length, true);
  }

  void requireWritable() {
    if (!writable) {
      throw new StoreException(ResultCode.READONLY, "the cursor on tree " + root + " was opened for reading");
    }
  }

  private void access(int offset, byte[] other, int otherOffset, int length, boolean write) {
    parse();
    if (offset < 0 || length < 0 || length > cell.payloadLength - offset) {
      throw StoreException.corrupt(
          "bytes " + offset + " … " + ((long) offset + length) + " of a record of " + cell.payloadLength);
    }
    int at = offset;
    int otherAt = otherOffset;
    int remaining = length;
    if (at < cell.localLength) {
      int count = Math.min(remaining, cell.localLength - at);
      if (count > 0) {
        copy(page.page, cell.payloadOffset + at, other, otherAt, count, write);
      }
      at += count;
      otherAt += count;
      remaining -= count;
    }
    int capacity = store.layout().overflowCapacity;
    while (remaining > 0) {
      int beyond = at - cell.localLength;
      int number = chainPage(beyond / capacity);
      int inPage = beyond % capacity;
      int count = Math.min(remaining, capacity - inPage);
      Page overflowPage = store.overflow().page(number);
      try {
        copy(overflowPage, 4 + inPage, other, otherAt, count, write);
      } finally {
        store.pager().release(overflowPage);
      }
      at += count;
      otherAt += count;
      remaining -= count;
    }
  }

  private void copy(Page where, int at, byte[] other, int otherAt, int count, boolean write) {
    if (write) {
      if (where != page.page) {
        TreeStore.requireNoTreePage(where);
      }
      store.pager().makeWritable(where);
      System.arraycopy(other, otherAt, where.data, at, count);
    } else {
      System.arraycopy(where.data, at, other, otherAt, count);
    }
  }

  /** The number of the n-th page of the entry's overflow chain; the chain is followed once. */
  private int chainPage(int n) {
    if (n >= chain.length) {
      chain = Arrays.copyOf(chain, Math.max(n + 1, Math.min(chain.length * 2, 1 << 20)));
    }
    if (chainLength == 0) {
      chain[0] = PageBytes.i32(page.data, cell.overflowPointerOffset());
      chainLength = 1;
    }
    while (chainLength <= n) {
      chain[chainLength] = store.overflow().next(chain[chainLength - 1]);
      chainLength++;
    }
    return chain[n];
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  @Override
  public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
    requireTable();
    requireWritable();
    boolean isSought = (flags & SEEK_DONE) != 0 && isWhereSought() && soughtRowid == rowid;
    int found = isSought ? seekResult : seekRowid(rowid);
    store.writer().insert(this, found, rowid, record, offset, length, zeroTail, flags);
  }

  @Override
  public void insertKey(byte[] record, int offset, int length, int flags) {
    requireUsable();
    requireWritable();
    int found;
    if ((flags & SEEK_DONE) != 0 && isWhereSought()) {
      found = seekResult;
    } else if ((flags & BEHIND_LAST) != 0 && state == VALID && index == page.cellCount - 1 && isOnLastLeaf()) {
      found = -1;
    } else {
      KeyProbe key = probe();
      key.load(record, offset, length, order.columnCount());
      found = seekKey(key);
    }
    store.writer().insert(this, found, 0, record, offset, length, 0, flags);
  }

  /** Remembers the key of an entry that the writer is about to place, for a restore after balancing. */
  void rememberKey(long rowid, byte[] record, int offset, int length) {
    if (isTable) {
      savedRowid = rowid;
      return;
    }
    if (savedKey == null || savedKey.length < length) {
      savedKey = new byte[Math.max(length, 64)];
    }
    System.arraycopy(record, offset, savedKey, 0, length);
    savedKeyLength = length;
  }

  @Override
  public void delete(int flags) {
    requireUsable();
    requireWritable();
    if (state != VALID) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is not on an entry to delete");
    }
    store.writer().delete(this, (flags & KEEP_POSITION) != 0);
  }

  // ---- about the tree ---------------------------------------------------------------------------------------------

  @Override
  public int tree() {
    return root;
  }

  @Override
  public long count() {
    if (!start()) {
      return 0;
    }
    long entries = 0;
    descendLeftmost();
    while (true) {
      if (page.isLeaf) {
        entries += page.cellCount;
        index = page.cellCount;
      } else {
        entries++; // an interior entry of an index tree
      }
      if (!stepForward()) {
        return entries;
      }
    }
  }

  @Override
  public long estimatedCount() {
    requireUsable();
    if (store.pager().pageCount() == 0) {
      return 0;
    }
    long estimate = 1;
    int number = root;
    for (int level = 0; level < MAXIMUM_DEPTH; level++) {
      TreePage here = store.acquire(number);
      try {
        if (here.isLeaf) {
          return estimate * here.cellCount;
        }
        estimate = Math.min(estimate, Long.MAX_VALUE >> 17) * (here.cellCount + 1);
        number = here.child(here.cellCount / 2);
      } finally {
        store.release(here);
      }
    }
    throw StoreException.corrupt("tree " + root + " is too deep");
  }

  @Override
  public void close() {
    if (state != CLOSED) {
      letGo();
      state = CLOSED;
      store.cursors().remove(this);
    }
  }
}
