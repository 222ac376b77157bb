// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The installed pager. */
final class PageLayouts {
  private PageLayouts() {}

  /** @throws StoreException ERROR that names the jar to add */
  static PageLayout required() {
    if (Holder.INSTALLED == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "layout pages needs a pager; add the jar lumosql-backend-native to the class path");
    }
    return Holder.INSTALLED;
  }

  private static final class Holder {
    static final PageLayout INSTALLED = find();

    private static PageLayout find() {
      Iterator<PageLayout> found = ServiceLoader.load(PageLayout.class, PageLayout.class.getClassLoader()).iterator();
      return found.hasNext() ? found.next() : null;
    }
  }
}
