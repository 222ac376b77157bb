// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;
import static org.lumosql.backend.file.tree.PageBytes.putU16;
import static org.lumosql.backend.file.tree.PageBytes.u16;

import java.util.Arrays;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.error.StoreException;
import org.lumosql.record.Varint;

/**
 * A page of a tree with its header decoded (https://sqlite.org/fileformat2.html#b_tree_pages). Kept as
 * {@link Page#attachment}, so it is made once for each time that the page comes into the cache, and it is changed
 * along with the bytes.
 *
 * <table>
 *   <caption>Header, from offset 0, or 100 on page 1; other offsets count from the start of the page</caption>
 *   <tr><th>at</th><th>bytes</th><th>meaning</th></tr>
 *   <tr><td>0</td><td>1</td><td>kind: 2, 5 interior index, table; 10, 13 leaf index, table</td></tr>
 *   <tr><td>1</td><td>2</td><td>first freeblock, 0 if none</td></tr>
 *   <tr><td>3</td><td>2</td><td>number of cells</td></tr>
 *   <tr><td>5</td><td>2</td><td>start of the cell contents; 0 means 65,536</td></tr>
 *   <tr><td>7</td><td>1</td><td>fragmented bytes</td></tr>
 *   <tr><td>8</td><td>4</td><td>right child, on interior pages</td></tr>
 * </table>
 *
 * <p>Every offset that comes from the file is checked before it is used; what does not fit is CORRUPT.
 */
public final class TreePage {
  static final int INTERIOR_INDEX = 2;
  static final int INTERIOR_TABLE = 5;
  static final int LEAF_INDEX = 10;
  static final int LEAF_TABLE = 13;

  /** No cell header is longer: child pointer, payload length, rowid. */
  private static final int LONGEST_CELL_HEADER = 4 + 2 * Varint.MAX_LENGTH;

  final PageLayout layout;
  final Page page;
  final byte[] data;
  final int usableSize;
  final int headerOffset;

  int kind;
  boolean isLeaf;
  boolean isTable;
  int cellCount;
  /** Where the cell pointer array starts. */
  int cellPointers;
  /** 4 on interior pages, else 0. */
  int childSize;
  int maximumLocal;

  /** Free bytes in all (gap, freeblocks, fragments), −1 while unknown. */
  private int freeBytes;

  /**
   * Cells that did not fit; they wait for the balancing that follows. Positions count as if all of them were on the
   * page.
   */
  int pendingCount;
  int[] pendingPositions;
  byte[][] pendingCells;

  private TreePage(Page page, PageLayout layout) {
    this.page = page;
    this.data = page.data;
    this.layout = layout;
    this.usableSize = layout.usableSize;
    this.headerOffset = page.number == 1 ? 100 : 0;
  }

  /** Decodes the header of a page whose bytes are a tree page's. */
  static TreePage decode(Page page, PageLayout layout) {
    TreePage decoded = new TreePage(page, layout);
    decoded.readHeader();
    page.attachment = decoded;
    return decoded;
  }

  /** Gives a page a new, empty header of the given kind. Requires: writable. */
  static TreePage format(Page page, PageLayout layout, int kind) {
    TreePage formatted = new TreePage(page, layout);
    formatted.clear(kind);
    page.attachment = formatted;
    return formatted;
  }

  /** Reads the header again after the bytes were replaced. */
  void readHeader() {
    int newKind = data[headerOffset];
    if (newKind != LEAF_TABLE && newKind != LEAF_INDEX && newKind != INTERIOR_TABLE && newKind != INTERIOR_INDEX) {
      throw corrupt("is not a tree page: its kind is " + (newKind & 0xff));
    }
    takeKind(newKind);
    cellCount = u16(data, headerOffset + 3);
    freeBytes = -1;
    pendingCount = 0;
    if (cellCount > layout.maximumCells || cellPointersEnd() > usableSize) {
      throw corrupt("claims to have " + cellCount + " cells");
    }
  }

  /** Empties the page. The bytes of the cells stay; the caller zeroes them where secrecy asks for it. */
  void clear(int newKind) {
    takeKind(newKind);
    cellCount = 0;
    pendingCount = 0;
    data[headerOffset] = (byte) newKind;
    putI32(data, headerOffset + 1, 0);
    putU16(data, headerOffset + 5, usableSize);
    data[headerOffset + 7] = 0;
    if (!isLeaf) {
      putI32(data, headerOffset + 8, 0);
    }
    freeBytes = usableSize - cellPointers;
  }

  private void takeKind(int newKind) {
    kind = newKind;
    isLeaf = (newKind & 8) != 0;
    isTable = (newKind & 1) != 0;
    childSize = isLeaf ? 0 : 4;
    cellPointers = headerOffset + 8 + childSize;
    maximumLocal = newKind == LEAF_TABLE ? layout.tableLeafMaximumLocal : layout.indexMaximumLocal;
  }

  public int number() {
    return page.number;
  }

  public byte[] data() {
    return data;
  }

  public boolean isLeaf() {
    return isLeaf;
  }

  public boolean isTable() {
    return isTable;
  }

  public int cellCount() {
    return cellCount;
  }

  public int headerOffset() {
    return headerOffset;
  }

  /** Where the cell pointer array starts. */
  public int cellPointers() {
    return cellPointers;
  }

  int cellPointersEnd() {
    return cellPointers + 2 * cellCount;
  }

  /** Start of the cell contents. */
  int contentStart() {
    int start = u16(data, headerOffset + 5);
    return start == 0 ? 65536 : start;
  }

  // ---- cells ------------------------------------------------------------------------------------------------------

  /**
   * Where a cell to be read starts. A pointer into the page's own header or beyond the page is wrong, but what it shows, taken modulo the page size, can
   * be read, as C SQLite reads it; only changes insist on {@link #cellOffset}. Hot path.
   */
  private int readableOffset(int index) {
    int offset = u16(data, cellPointers + 2 * index) & data.length - 1;
    if (offset > usableSize - PageLayout.MINIMUM_CELL) {
      throw corrupt("cell " + index + " starts at " + offset);
    }
    return offset;
  }

  /** Where a cell starts that may be changed: behind the cell pointers. Hot path. */
  int cellOffset(int index) {
    int offset = u16(data, cellPointers + 2 * index);
    if (offset > usableSize - PageLayout.MINIMUM_CELL || offset < cellPointersEnd()) {
      throw corrupt("cell " + index + " starts at " + offset);
    }
    return offset;
  }

  /** Number of the child page left of a cell; {@code cellCount} asks for the right child. */
  public int child(int index) {
    return i32(data, index == cellCount ? headerOffset + 8 : cellOffset(index));
  }

  public int rightChild() {
    return i32(data, headerOffset + 8);
  }

  void setRightChild(int child) {
    putI32(data, headerOffset + 8, child);
  }

  /** Takes a cell apart. Hot path. */
  public void parse(int index, Cell cell) {
    parseIn(data, readableOffset(index), cell);
  }

  /**
   * Takes the cell at an offset apart, in this page's bytes or a copy of them. Hot path: the cells that are common have methods of their own, short enough for
   * HotSpot to make them part of their callers; {@link #parseOther} takes all others, and those that are wrong.
   */
  void parseIn(byte[] bytes, int offset, Cell cell) {
    if (offset > usableSize - LONGEST_CELL_HEADER || kind == INTERIOR_TABLE) {
      parseOther(bytes, offset, cell);
    } else if (isTable) {
      parseRow(bytes, offset, cell);
    } else {
      parseKey(bytes, offset, cell);
    }
  }

  /** A row with a payload below 16 KB that is whole on its page, and a rowid of up to three bytes. Requires: a leaf of a table. */
  private void parseRow(byte[] bytes, int offset, Cell cell) {
    int at = offset + 1;
    int payload = bytes[offset];
    if (payload < 0) {
      payload = (payload & 0x7f) << 7 | bytes[at++];
    }
    int rowid = bytes[at++];
    if (rowid < 0) {
      int second = bytes[at++];
      rowid = (rowid & 0x7f) << 7 | second & 0x7f;
      if (second < 0) {
        rowid = rowid << 7 | bytes[at++]; // negative if there are more
      }
    }
    int end = at + payload;
    if ((payload | rowid) < 0 || payload > maximumLocal || end > usableSize) {
      parseOther(bytes, offset, cell);
      return;
    }
    cell.rowid = rowid;
    cell.payloadLength = payload;
    cell.payloadOffset = at;
    cell.localLength = payload;
    cell.length = end - offset;
  }

  /** An entry of an index below 16 KB that is whole on its page. */
  private void parseKey(byte[] bytes, int offset, Cell cell) {
    int at = offset + childSize;
    int payload = bytes[at++];
    if (payload < 0) {
      payload = (payload & 0x7f) << 7 | bytes[at++];
    }
    int end = at + payload;
    if (payload < 0 || payload > maximumLocal || end > usableSize) {
      parseOther(bytes, offset, cell);
      return;
    }
    cell.payloadLength = payload;
    cell.payloadOffset = at;
    cell.localLength = payload;
    cell.length = end - offset;
  }

  /** Takes the cell at an offset apart. Requires: offset + 4 ≤ usable size. */
  void parseAt(int offset, Cell cell) {
    parseIn(data, offset, cell);
  }

  /** Takes a cell apart that is alone in an array of just its length. */
  void parseLoose(byte[] bytes, Cell cell) {
    byte[] padded = new byte[usableSize];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    parseIn(padded, 0, cell);
  }

  /** As {@link #parseIn}, for any cell. */
  private void parseOther(byte[] bytes, int offset, Cell cell) {
    if (offset > usableSize - LONGEST_CELL_HEADER) {
      checkHeaderFits(bytes, offset);
    }
    int at = offset + childSize;
    if (kind == INTERIOR_TABLE) {
      cell.rowid = Varint.read(bytes, at);
      cell.payloadLength = 0;
      cell.localLength = 0;
      at += Varint.lengthAt(bytes, at);
      cell.payloadOffset = at;
      cell.length = at - offset;
      return;
    }
    long payloadLength = bytes[at];
    if (payloadLength >= 0) {
      at++;
    } else if (bytes[at + 1] >= 0) {
      payloadLength = (payloadLength & 0x7f) << 7 | bytes[at + 1];
      at += 2;
    } else {
      payloadLength = Varint.read(bytes, at);
      at += Varint.lengthAt(bytes, at);
      if (payloadLength < 0 || payloadLength > Integer.MAX_VALUE) {
        throw corrupt("a cell claims " + Long.toUnsignedString(payloadLength) + " bytes");
      }
    }
    if (isTable) {
      long rowid = bytes[at];
      if (rowid >= 0) {
        at++;
      } else if (bytes[at + 1] >= 0) {
        rowid = (rowid & 0x7f) << 7 | bytes[at + 1];
        at += 2;
      } else {
        rowid = Varint.read(bytes, at);
        at += Varint.lengthAt(bytes, at);
      }
      cell.rowid = rowid;
    }
    int payload = (int) payloadLength;
    cell.payloadLength = payload;
    cell.payloadOffset = at;
    int end;
    if (payload <= maximumLocal) {
      cell.localLength = payload;
      end = at + payload;
    } else {
      int local = layout.localLength(payload, maximumLocal);
      cell.localLength = local;
      end = at + local + 4;
    }
    cell.length = end - offset;
    if (end > usableSize) {
      throw corrupt("the cell at " + offset + " extends off the end");
    }
  }

  /** As {@link #parseAt}; false if the cell does not lie within the page. For checks of malformed files. */
  public boolean parseIfSound(int offset, Cell cell) {
    try {
      parseAt(offset, cell);
      return true;
    } catch (StoreException malformed) {
      return false;
    }
  }

  /** Makes sure that the variable-length numbers of a cell near the end of the page stop before it. */
  private void checkHeaderFits(byte[] bytes, int offset) {
    int at = offset + childSize;
    for (int number = kind == LEAF_TABLE ? 2 : 1; number > 0; number--) {
      int length = 1;
      while (true) {
        if (at + length > usableSize) {
          throw corrupt("the cell at " + offset + " extends off the end");
        }
        if (length == Varint.MAX_LENGTH || bytes[at + length - 1] >= 0) {
          break;
        }
        length++;
      }
      at += length;
    }
  }

  /** The rowid of a cell in a table tree. Hot path of searches. */
  long rowidAt(int index) {
    int offset = cellOffset(index);
    if (offset > usableSize - LONGEST_CELL_HEADER) {
      checkHeaderFits(data, offset);
    }
    byte[] bytes = data;
    int at = offset + childSize;
    if (isLeaf) {
      int limit = at + Varint.MAX_LENGTH - 1;
      while (bytes[at] < 0 && at < limit) {
        at++;
      }
      at++;
    }
    long first = bytes[at];
    if (first >= 0) {
      return first;
    }
    int second = bytes[at + 1];
    if (second >= 0) {
      return (first & 0x7f) << 7 | second;
    }
    int third = bytes[at + 2];
    return third >= 0 ? (first & 0x7f) << 14 | (second & 0x7f) << 7 | third : Varint.read(bytes, at);
  }

  // ---- free space -------------------------------------------------------------------------------------------------

  /** Free bytes in all; computed when first asked for. */
  int freeBytes() {
    if (freeBytes < 0) {
      freeBytes = computeFreeBytes();
    }
    return freeBytes;
  }

  void addFreeBytes(int bytes) {
    freeBytes = freeBytes() + bytes;
  }

  void setFreeBytes(int bytes) {
    freeBytes = bytes;
  }

  private int computeFreeBytes() {
    int start = contentStart();
    if (start < cellPointersEnd() || start > usableSize) {
      throw corrupt("its cell contents start at " + start);
    }
    int free = start - cellPointersEnd() + (data[headerOffset + 7] & 0xff);
    int block = u16(data, headerOffset + 1);
    int end = start - 4;
    while (block != 0) {
      if (block < end + 4 || block > usableSize - 4) {
        throw corrupt("a freeblock starts at " + block);
      }
      int size = u16(data, block + 2);
      end = block + size;
      if (size < 4 || end > usableSize) {
        throw corrupt("a freeblock at " + block + " has " + size + " bytes");
      }
      free += size;
      block = u16(data, block);
    }
    if (free > usableSize - cellPointersEnd()) {
      throw corrupt("has more free bytes than bytes");
    }
    return free;
  }

  // ---- pending cells ----------------------------------------------------------------------------------------------

  /** Keeps a copy of a cell that did not fit. */
  void addPending(int position, byte[] source, int offset, int length) {
    if (pendingCells == null) {
      pendingCells = new byte[5][];
      pendingPositions = new int[5];
    }
    if (pendingCount == pendingCells.length) {
      pendingCells = Arrays.copyOf(pendingCells, pendingCount * 2);
      pendingPositions = Arrays.copyOf(pendingPositions, pendingCount * 2);
    }
    pendingCells[pendingCount] = Arrays.copyOfRange(source, offset, offset + length);
    pendingPositions[pendingCount] = position;
    pendingCount++;
  }

  public StoreException corrupt(String what) {
    return StoreException.corrupt("page " + page.number + " " + what);
  }

  @Override
  public String toString() {
    return "page " + page.number + ", kind " + kind + ", " + cellCount + " cells";
  }
}
