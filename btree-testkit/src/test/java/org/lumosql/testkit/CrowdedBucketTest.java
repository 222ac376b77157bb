// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.kv.ForwardingStore;
import org.lumosql.kv.ForwardingTransaction;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.TextEncoding;

/** Many index entries whose order only the records tell, inserted in one place after the other. */
class CrowdedBucketTest {
  /** A collation that says nothing about bytes. */
  private static final Collation OPAQUE =
      new Collation() {
        @Override
        public String name() {
          return "opaque";
        }

        @Override
        public int compare(
            byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
          return Arrays.compareUnsigned(
              left, leftOffset, leftOffset + leftLength, right, rightOffset, rightOffset + rightLength);
        }
      };

  private static final KeyOrder ORDER =
      new KeyOrder(TextEncoding.UTF8, new Collation[] {OPAQUE, Collations.binary()}, null, null);
  private static final String PREFIX = "p".repeat(300);
  private static final int GIVEN = 4000;
  private static final int INSERTED = 3000;

  private final CountingStore store = new CountingStore(new SortedMapStore(64));
  private final SortedMapBackend backend = new SortedMapBackend(store);
  private final List<Integer> expected = new ArrayList<>();

  /** Counts the changes. */
  private static final class CountingStore extends ForwardingStore {
    long changes;

    CountingStore(KvStore inner) {
      super(inner);
    }

    @Override
    public KvTransaction begin(boolean write) {
      return new ForwardingTransaction(super.begin(write)) {
        @Override
        public void put(int tree, byte[] key, byte[] value) {
          changes++;
          super.put(tree, key, value);
        }

        @Override
        public boolean delete(int tree, byte[] key) {
          changes++;
          return super.delete(tree, key);
        }
      };
    }
  }

  /** Entries at multiples of 10,000, then others in an order; returns how many changes each of those has cost. */
  private double insert(IntUnaryOperator numbers) {
    try (Btree btree = backend.openDatabase()) {
      btree.beginWrite(false);
      int tree = btree.createTree(TreeKind.INDEX);
      try (BtreeCursor cursor = btree.openIndex(tree, true, ORDER)) {
        for (int i = 0; i < GIVEN; i++) {
          add(cursor, i * 10_000);
        }
        long before = store.changes;
        for (int i = 0; i < INSERTED; i++) {
          add(cursor, numbers.applyAsInt(i));
        }
        double cost = (double) (store.changes - before) / INSERTED;
        Collections.sort(expected);
        check(cursor);
        BtreeSuite.commit(btree);
        return cost;
      }
    }
  }

  private void add(BtreeCursor cursor, int number) {
    Records.insert(cursor, Records.of(PREFIX, number));
    expected.add(number);
  }

  private void check(BtreeCursor cursor) {
    int at = 0;
    for (boolean more = cursor.first(); more; more = cursor.next()) {
      assertThat(Records.payload(cursor)).isEqualTo(Records.of(PREFIX, expected.get(at)));
      at++;
    }
    assertThat(at).isEqualTo(GIVEN + INSERTED);
  }

  @Test
  void ascendingInTheMiddle() {
    assertThat(insert(i -> 20_000_001 + i)).isLessThan(40);
  }

  @Test
  void descendingInTheMiddle() {
    assertThat(insert(i -> 20_009_999 - i)).isLessThan(40);
  }

  @Test
  void fromBothSidesInwards() {
    assertThat(insert(i -> i % 2 == 0 ? 20_000_001 + i : 20_009_999 - i)).isLessThan(40);
  }

  @Test
  void beforeAllAndBehindAll() {
    assertThat(insert(i -> i % 2 == 0 ? -i - 1 : 100_000_000 + i)).isLessThan(2);
  }

  @Test
  void anywhere() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < INSERTED; i++) {
      numbers.add(i * 13_330 + 7);
    }
    Collections.shuffle(numbers, new Random(1));
    assertThat(insert(numbers::get)).isLessThan(4);
  }
}
