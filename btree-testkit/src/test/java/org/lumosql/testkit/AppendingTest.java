// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.kv.ForwardingCursor;
import org.lumosql.kv.ForwardingStore;
import org.lumosql.kv.ForwardingTransaction;

/** Rows are appended behind the last one, which the engine is not asked for each time: behind it may be much that was deleted. */
class AppendingTest {
  private static final int ROWS = 500;

  private final CountingStore store = new CountingStore(new SortedMapStore());

  /** Counts how often the end of a tree is looked for. */
  private static final class CountingStore extends ForwardingStore {
    int lasts;

    CountingStore(KvStore inner) {
      super(inner);
    }

    @Override
    public KvTransaction begin(boolean write) {
      return new ForwardingTransaction(super.begin(write)) {
        @Override
        public KvCursor cursor(int tree) {
          return new ForwardingCursor(super.cursor(tree)) {
            @Override
            public boolean last() {
              lasts++;
              return super.last();
            }
          };
        }
      };
    }
  }

  private static long lastRowid(BtreeCursor cursor) {
    return cursor.last() ? cursor.rowid() : 0;
  }

  private static void append(BtreeCursor cursor, int rows) {
    for (int i = 0; i < rows; i++) {
      byte[] record = Records.of(i);
      cursor.insertRow(lastRowid(cursor) + 1, record, 0, record.length, 0, 0);
    }
  }

  @Test
  void theEndIsLookedForOnceInATransaction() {
    try (Btree btree = new SortedMapBackend(store).openDatabase()) {
      btree.beginWrite(false);
      int tree = btree.createTree(TreeKind.TABLE);
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        append(cursor, ROWS);
        assertThat(lastRowid(cursor)).isEqualTo(ROWS);
        assertThat(store.lasts).isLessThan(5);
        assertThat(cursor.previous()).isTrue();
        assertThat(cursor.rowid()).isEqualTo(ROWS - 1);
      }
      BtreeSuite.commit(btree);
    }
  }

  @Test
  void deletionsSavepointsAndClearingAreSeen() {
    try (Btree btree = new SortedMapBackend(store).openDatabase()) {
      btree.beginWrite(false);
      int tree = btree.createTree(TreeKind.TABLE);
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        append(cursor, 10);
        assertThat(cursor.seekRowid(10)).isZero();
        cursor.delete(0);
        assertThat(lastRowid(cursor)).isEqualTo(9);
        btree.openSavepoints(1);
        append(cursor, 5);
        assertThat(lastRowid(cursor)).isEqualTo(14);
        btree.rollbackToSavepoint(0);
        assertThat(lastRowid(cursor)).isEqualTo(9);
        btree.clearTree(tree);
        assertThat(lastRowid(cursor)).isZero();
        append(cursor, 3);
        assertThat(lastRowid(cursor)).isEqualTo(3);
      }
      BtreeSuite.commit(btree);
      try (Btree other = new SortedMapBackend(store).openDatabase()) {
        other.beginWrite(false);
        try (BtreeCursor cursor = other.openTable(tree, true)) {
          append(cursor, 1);
        }
        BtreeSuite.commit(other);
      }
      btree.beginWrite(false);
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        assertThat(lastRowid(cursor)).isEqualTo(4);
      }
    }
  }
}
