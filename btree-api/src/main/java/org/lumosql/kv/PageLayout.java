// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;

/**
 * Makes a database of pages in a store: layout {@code pages}. The pager is in the native backend, which is found by {@link java.util.ServiceLoader}. Stateless and
 * thread-safe.
 */
public interface PageLayout {
  /**
   * @param store through the connection's key if it has one
   * @param keys gives it the key
   */
  Btree open(Backend backend, KvStore store, KeyControl keys, StoredDatabase database);

  /**
   * How a database in a store was opened.
   *
   * @param path what {@code PRAGMA database_list} shows
   * @param isReadOnly whether writing is refused
   * @param steps of commits over several databases; null if it takes no part in them
   * @param atClose what to do after closing
   */
  record StoredDatabase(String path, boolean isReadOnly, CommitSteps steps, Runnable atClose) {}
}
