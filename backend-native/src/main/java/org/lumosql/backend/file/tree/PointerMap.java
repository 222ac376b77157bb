// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.error.StoreException;

/**
 * The back pointers of an auto-vacuum database: for every page its kind and its parent
 * (https://sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages). Five bytes an entry; the first map page is page
 * 2, and each describes the U/5 pages behind it.
 */
public final class PointerMap {
  // written to disk, do not change
  public static final int ROOT = 1;
  public static final int FREE = 2;
  public static final int FIRST_OVERFLOW = 3;
  public static final int LATER_OVERFLOW = 4;
  public static final int TREE = 5;

  private static final int ENTRY = 5;

  private final Pager pager;
  private final int span;
  private final int lockBytePage;

  PointerMap(Pager pager, PageLayout layout) {
    this.pager = pager;
    this.span = layout.usableSize / ENTRY + 1;
    this.lockBytePage = pager.lockBytePage();
  }

  /** The map page that describes a page; the page itself if it is a map page. */
  int mapPageOf(int page) {
    if (page < 2) {
      return 0;
    }
    int map = (page - 2) / span * span + 2;
    return map == lockBytePage ? map + 1 : map;
  }

  public boolean isMapPage(int page) {
    return mapPageOf(page) == page;
  }

  /** How many map pages a database of so many pages has. */
  int mapPagesUpTo(int pageCount) {
    return pageCount < 2 ? 0 : (pageCount - 2) / span + 1;
  }

  int span() {
    return span;
  }

  private int entryOffset(int page, int map) {
    int offset = ENTRY * (page - map - 1);
    if (offset < 0) {
      throw StoreException.corrupt("page " + page + " has no pointer map entry");
    }
    return offset;
  }

  void put(int page, int kind, int parent) {
    int map = mapPageOf(page);
    int offset = entryOffset(page, map);
    Page mapPage = pager.page(map);
    try {
      byte[] data = mapPage.data;
      if (data[offset] != kind || i32(data, offset + 1) != parent) {
        TreeStore.requireNoTreePage(mapPage);
        pager.makeWritable(mapPage);
        data[offset] = (byte) kind;
        putI32(data, offset + 1, parent);
      }
    } finally {
      pager.release(mapPage);
    }
  }

  /** The kind of a page as the map says; may be none of the known ones in a malformed file. */
  public int kind(int page) {
    int map = mapPageOf(page);
    int offset = entryOffset(page, map);
    Page mapPage = pager.page(map);
    int kind = mapPage.data[offset] & 0xff;
    pager.release(mapPage);
    return kind;
  }

  public int parent(int page) {
    int map = mapPageOf(page);
    int offset = entryOffset(page, map);
    Page mapPage = pager.page(map);
    int parent = i32(mapPage.data, offset + 1);
    pager.release(mapPage);
    return parent;
  }
}
