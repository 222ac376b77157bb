// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.putI32;
import static org.lumosql.backend.file.tree.PageBytes.putU16;
import static org.lumosql.backend.file.tree.PageBytes.u16;

import java.util.Arrays;

/**
 * Puts cells on a page and takes them off, keeping the page's free space: the gap between the pointer array and the
 * contents, the freeblocks, and fragments of less than four bytes (https://sqlite.org/fileformat2.html#b_tree_pages).
 *
 * <ol>
 *   <li>E1. Freeblocks are in ascending order, at least four bytes long and at least four bytes apart.
 *   <li>E2. The fragment count is the number of free bytes that are in neither the gap nor a freeblock; at most 60.
 *   <li>E3. A page with pending cells is not edited further until it was balanced.
 * </ol>
 *
 * Requires everywhere: the page is writable.
 */
final class PageEditor {
  private static final int FRAGMENT_LIMIT = 60;

  private final PageLayout layout;
  private final byte[] scratch;
  private final Cell cell = new Cell();
  private boolean zeroFreed;

  PageEditor(PageLayout layout) {
    this.layout = layout;
    this.scratch = new byte[layout.pageSize];
  }

  /** Whether bytes that become free are overwritten with zeros ({@code PRAGMA secure_delete}). */
  void setZeroFreed(boolean zeroFreed) {
    this.zeroFreed = zeroFreed;
  }

  /**
   * Inserts a cell. If it does not fit it becomes pending and the caller must balance.
   *
   * @param length bytes of the cell's contents
   */
  void insert(TreePage page, int position, byte[] source, int offset, int length) {
    int size = Math.max(length, PageLayout.MINIMUM_CELL);
    if (page.pendingCount > 0 || size + 2 > page.freeBytes()) {
      page.addPending(position, source, offset, length);
      return;
    }
    int at = allocate(page, size);
    byte[] data = page.data;
    System.arraycopy(source, offset, data, at, length);
    for (int i = length; i < size; i++) {
      data[at + i] = 0;
    }
    int pointer = page.cellPointers + 2 * position;
    int tail = 2 * (page.cellCount - position);
    if (tail > 0) {
      System.arraycopy(data, pointer, data, pointer + 2, tail);
    }
    putU16(data, pointer, at);
    page.cellCount++;
    putU16(data, page.headerOffset + 3, page.cellCount);
    page.addFreeBytes(-2 - size);
  }

  /** Removes a cell that occupies {@code size} bytes. */
  void remove(TreePage page, int position, int size) {
    int free = page.freeBytes();
    int at = page.cellOffset(position);
    byte[] data = page.data;
    release(page, at, size);
    int count = page.cellCount - 1;
    int pointer = page.cellPointers + 2 * position;
    System.arraycopy(data, pointer + 2, data, pointer, 2 * (count - position));
    page.cellCount = count;
    putU16(data, page.headerOffset + 3, count);
    if (count == 0) {
      putI32(data, page.headerOffset + 1, 0);
      putU16(data, page.headerOffset + 5, page.usableSize);
      data[page.headerOffset + 7] = 0;
      page.setFreeBytes(page.usableSize - page.cellPointers);
    } else {
      page.setFreeBytes(free + size + 2);
    }
  }

  /** Finds room of {@code size} bytes besides a new cell pointer. Requires: the page has that many free bytes. */
  private int allocate(TreePage page, int size) {
    byte[] data = page.data;
    int header = page.headerOffset;
    int gapStart = page.cellPointersEnd();
    int start = page.contentStart();
    if (u16(data, header + 1) != 0 && gapStart + 2 <= start) {
      int found = allocateFromFreeblock(page, size);
      if (found > 0) {
        return found;
      }
    }
    if (gapStart + 2 + size > start) {
      defragment(page);
      start = page.contentStart();
      if (gapStart + 2 + size > start) {
        throw page.corrupt("has less free space than its free list says");
      }
    }
    start -= size;
    putU16(data, header + 5, start);
    return start;
  }

  /** First fit; 0 if there is none. */
  private int allocateFromFreeblock(TreePage page, int size) {
    byte[] data = page.data;
    int header = page.headerOffset;
    int previous = header + 1;
    int block = u16(data, previous);
    while (block != 0) {
      int blockSize = u16(data, block + 2);
      int rest = blockSize - size;
      if (rest >= PageLayout.MINIMUM_CELL) {
        putU16(data, block + 2, rest);
        return block + rest;
      }
      if (rest >= 0) {
        int fragments = data[header + 7] & 0xff;
        if (fragments + rest > FRAGMENT_LIMIT) {
          return 0;
        }
        data[header + 7] = (byte) (fragments + rest);
        putU16(data, previous, u16(data, block));
        return block;
      }
      previous = block;
      block = u16(data, block);
    }
    return 0;
  }

  /**
   * Makes bytes of the contents area free, merging them with free neighbours. The caller keeps the count of free bytes.
   */
  private void release(TreePage page, int start, int size) {
    byte[] data = page.data;
    int header = page.headerOffset;
    if (zeroFreed) {
      Arrays.fill(data, start, start + size, (byte) 0);
    }
    int previous = header + 1;
    int next = u16(data, previous);
    while (next != 0 && next < start) {
      previous = next;
      next = u16(data, next);
    }
    int from = start;
    int end = start + size;
    int fragments = data[header + 7] & 0xff;
    int absorbed = 0;
    if (next != 0 && end + 3 >= next) {
      if (end > next) {
        throw page.corrupt("has a cell that overlaps a freeblock");
      }
      absorbed += next - end;
      end = next + u16(data, next + 2);
      next = u16(data, next);
    }
    boolean joined = false;
    if (previous > header + 1) {
      int previousEnd = previous + u16(data, previous + 2);
      if (previousEnd > from) {
        throw page.corrupt("has a cell that overlaps a freeblock");
      }
      if (previousEnd + 3 >= from) {
        absorbed += from - previousEnd;
        from = previous;
        joined = true;
      }
    }
    if (absorbed > fragments) {
      throw page.corrupt("counts too few fragmented bytes");
    }
    data[header + 7] = (byte) (fragments - absorbed);
    int contentStart = page.contentStart();
    if (from <= contentStart) {
      if (from < contentStart || (!joined && previous != header + 1) || (joined && u16(data, header + 1) != previous)) {
        throw page.corrupt("has a cell before the start of the contents");
      }
      putU16(data, header + 1, next);
      putU16(data, header + 5, end);
      return;
    }
    if (!joined) {
      putU16(data, previous, from);
    }
    putU16(data, from, next);
    putU16(data, from + 2, end - from);
  }

  /** Moves all cells to the end of the page, so that all free space is the gap. */
  void defragment(TreePage page) {
    byte[] data = page.data;
    int usable = page.usableSize;
    System.arraycopy(data, 0, scratch, 0, usable);
    int lowest = page.cellPointersEnd();
    int start = usable;
    for (int i = 0; i < page.cellCount; i++) {
      int pointer = page.cellPointers + 2 * i;
      int offset = u16(scratch, pointer);
      if (offset < lowest || offset > usable - PageLayout.MINIMUM_CELL) {
        throw page.corrupt("cell " + i + " starts at " + offset);
      }
      int size = sizeIn(page, scratch, offset);
      start -= size;
      if (start < lowest || offset + size > usable) {
        throw page.corrupt("has cells that overlap");
      }
      System.arraycopy(scratch, offset, data, start, size);
      putU16(data, pointer, start);
    }
    int header = page.headerOffset;
    putU16(data, header + 1, 0);
    putU16(data, header + 5, start);
    data[header + 7] = 0;
    if (zeroFreed) {
      Arrays.fill(data, lowest, start, (byte) 0);
    }
    if (start - lowest != page.freeBytes()) {
      throw page.corrupt("has another amount of free space than its free list says");
    }
  }

  /**
   * The size of a cell of the page in the copy of its bytes; the page's own bytes may have been overwritten already.
   */
  private int sizeIn(TreePage page, byte[] copy, int offset) {
    page.parseIn(copy, offset, cell);
    return cell.size();
  }

  /**
   * Fills a page anew with cells from a list. Requires: the list's bytes are not in this page.
   *
   * @param from first cell of the list
   * @param to behind the last
   */
  void rebuild(TreePage page, int kind, CellList list, int from, int to) {
    page.clear(kind);
    byte[] data = page.data;
    int start = page.usableSize;
    int pointer = page.cellPointers;
    int limit = pointer + 2 * (to - from);
    for (int i = from; i < to; i++) {
      int size = list.size(i);
      start -= size;
      if (start < limit) {
        throw page.corrupt("cannot hold the cells given to it");
      }
      list.copyTo(i, data, start);
      putU16(data, pointer, start);
      pointer += 2;
    }
    page.cellCount = to - from;
    putU16(data, page.headerOffset + 3, page.cellCount);
    putU16(data, page.headerOffset + 5, start);
    page.setFreeBytes(start - pointer);
    if (zeroFreed) {
      Arrays.fill(data, pointer, start, (byte) 0);
    }
  }

  /**
   * Copies a page's tree contents onto another page, packed, with its pending cells. The header's place may differ
   * (page 1).
   *
   * @return false if it does not fit; the target is unchanged then
   */
  boolean copyContents(TreePage source, TreePage target) {
    int needed = source.cellPointersEnd() - source.headerOffset;
    int contents = source.usableSize - source.freeBytes() - source.cellPointersEnd();
    if (target.headerOffset + needed + contents > target.usableSize) {
      return false;
    }
    defragment(source);
    int start = source.contentStart();
    System.arraycopy(source.data, start, target.data, start, source.usableSize - start);
    System.arraycopy(source.data, source.headerOffset, target.data, target.headerOffset, needed);
    target.readHeader();
    for (int i = 0; i < source.pendingCount; i++) {
      byte[] pending = source.pendingCells[i];
      target.addPending(source.pendingPositions[i], pending, 0, pending.length);
    }
    return true;
  }

  /** Zeroes the gap of a page that was emptied, where secrecy asks for it. */
  void zeroGap(TreePage page) {
    if (zeroFreed) {
      Arrays.fill(page.data, page.cellPointersEnd(), page.contentStart(), (byte) 0);
    }
  }
}
