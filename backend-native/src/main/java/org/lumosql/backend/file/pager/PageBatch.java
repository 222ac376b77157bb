// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Changed pages on their way to the store, in ascending order of number. {@link #bytes} are encoded by the page codec
 * and valid until the next call.
 */
final class PageBatch {
  static final Comparator<CachedPage> BY_NUMBER = Comparator.comparingInt(page -> page.number);

  private final PageCodec codec;
  private CachedPage[] pages = new CachedPage[16];
  private int count;

  PageBatch(PageCodec codec) {
    this.codec = codec;
  }

  int count() {
    return count;
  }

  int number(int index) {
    return pages[index].number;
  }

  byte[] bytes(int index) {
    return codec.encode(pages[index].number, pages[index].data);
  }

  void clear() {
    Arrays.fill(pages, 0, count, null);
    count = 0;
  }

  void add(CachedPage page) {
    if (count == pages.length) {
      pages = Arrays.copyOf(pages, count * 2);
    }
    pages[count++] = page;
  }

  void sort() {
    Arrays.sort(pages, 0, count, BY_NUMBER);
  }
}
