// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.Get;
import org.lumosql.kv.TreeKeysCursor;

/** A cursor of JE that takes no locks. The arrays that JE returns are copies. */
final class BdbCursor extends TreeKeysCursor {
  private final BdbStore store;
  private final Cursor cursor;
  private final DatabaseEntry key = new DatabaseEntry();
  private final DatabaseEntry value = new DatabaseEntry();

  BdbCursor(BdbStore store, int tree, Cursor cursor) {
    super(tree);
    this.store = store;
    this.cursor = cursor;
  }

  private byte[] move(Get where) {
    return store.call(() -> cursor.get(key, value, where, null)) == null ? null : key.getData();
  }

  @Override
  protected byte[] engineSeek(byte[] fullKey) {
    key.setData(fullKey);
    return move(Get.SEARCH_GTE);
  }

  @Override
  protected byte[] engineLast() {
    return move(Get.LAST);
  }

  @Override
  protected byte[] engineNext() {
    return move(Get.NEXT);
  }

  @Override
  protected byte[] enginePrevious() {
    return move(Get.PREV);
  }

  @Override
  protected byte[] engineValue() {
    return value.getData();
  }

  @Override
  public void close() {
    store.call(
        () -> {
          cursor.close();
          return null;
        });
  }
}
