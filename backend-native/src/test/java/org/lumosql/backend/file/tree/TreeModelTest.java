// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SerialType;
import org.lumosql.record.TextEncoding;
import org.lumosql.record.Varint;

/** Random operations on trees against sorted maps. */
class TreeModelTest {
  private static final long SEED = Long.getLong("test.seed", 20260101L);

  @ParameterizedTest
  @CsvSource({"512,0", "512,32", "1024,0", "4096,0", "4096,255", "65536,0"})
  void tableTreeBehavesLikeASortedMap(int pageSize, int reserved) {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED + pageSize + reserved);
    try (TestTrees trees = new TestTrees(pageSize, reserved)) {
      int root = trees.trees.create(TreeKind.TABLE);
      TreeMap<Long, byte[]> model = new TreeMap<>();
      TreeCursor cursor = new TreeCursor(trees.store, root, true, null);
      long range = 3000;
      int operations = pageSize == 65536 ? 6000 : 12000;
      for (int i = 0; i < operations; i++) {
        boolean shrinking = i / 3000 % 2 == 1;
        long rowid = rowid(random, range);
        int choice = random.nextInt(10);
        if (choice < (shrinking ? 3 : 6)) {
          byte[] record = bytes(random, pageSize - reserved);
          int zeros = random.nextInt(10) == 0 ? random.nextInt(2 * pageSize) : 0;
          int flags = random.nextBoolean() ? BtreeCursor.KEEP_POSITION : 0;
          if (random.nextInt(3) == 0) {
            cursor.seekRowid(rowid);
            flags |= BtreeCursor.SEEK_DONE;
          }
          cursor.insertRow(rowid, record, 0, record.length, zeros, flags);
          model.put(rowid, Arrays.copyOf(record, record.length + zeros));
          if ((flags & BtreeCursor.KEEP_POSITION) != 0) {
            assertThat(cursor.isValid()).isTrue();
            assertThat(cursor.restore()).isTrue();
            assertThat(cursor.rowid()).isEqualTo(rowid);
          }
        } else if (choice < 8) {
          deleteRow(cursor, model, rowid, random);
        } else {
          seekRow(cursor, model, rowid);
        }
        if (i % 500 == 499) {
          trees.checkTree(root, true);
          compareRows(cursor, model);
          trees.pager.evict();
        }
      }
      clearAll(cursor, model, random);
      trees.checkTree(root, true);
      cursor.close();
      assertThat(trees.pager.pins()).isZero();
    }
  }

  private static void clearAll(TreeCursor cursor, TreeMap<Long, byte[]> model, Random random) {
    List<Long> keys = new ArrayList<>(model.keySet());
    java.util.Collections.shuffle(keys, random);
    for (Long key : keys) {
      assertThat(cursor.seekRowid(key)).isZero();
      cursor.delete(0);
    }
    assertThat(cursor.first()).isFalse();
    assertThat(cursor.count()).isZero();
  }

  private static long rowid(Random random, long range) {
    switch (random.nextInt(20)) {
      case 0:
        return random.nextLong();
      case 1:
        return random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
      default:
        return random.nextInt((int) range) - range / 10;
    }
  }

  /** Lengths around every threshold of the format. */
  static byte[] bytes(Random random, int usable) {
    int maximumLocal = usable - 35;
    int length;
    switch (random.nextInt(12)) {
      case 0:
        length = maximumLocal + random.nextInt(5) - 2;
        break;
      case 1:
        length = random.nextInt(usable * 3);
        break;
      case 2:
        length = maximumLocal + usable - 4 + random.nextInt(5) - 2;
        break;
      case 3:
        length = random.nextInt(4);
        break;
      case 4:
        length = 126 + random.nextInt(4);
        break;
      default:
        length = random.nextInt(Math.min(60, usable));
    }
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void deleteRow(TreeCursor cursor, TreeMap<Long, byte[]> model, long rowid, Random random) {
    if (cursor.seekRowid(rowid) != 0) {
      assertThat(model).doesNotContainKey(rowid);
      if (model.isEmpty()) {
        return;
      }
      rowid = cursor.rowid();
    }
    boolean keep = random.nextBoolean();
    cursor.delete(keep ? BtreeCursor.KEEP_POSITION : 0);
    assertThat(model.remove(rowid)).isNotNull();
    if (keep) {
      Long expected = random.nextBoolean() ? model.higherKey(rowid) : null;
      boolean forward = expected != null || model.higherKey(rowid) == null;
      Long neighbour = forward ? model.higherKey(rowid) : model.lowerKey(rowid);
      boolean moved = forward ? cursor.next() : cursor.previous();
      assertThat(moved).isEqualTo(neighbour != null);
      if (moved) {
        assertThat(cursor.rowid()).isEqualTo(neighbour);
      }
    }
  }

  private static void seekRow(TreeCursor cursor, TreeMap<Long, byte[]> model, long rowid) {
    int found = cursor.seekRowid(rowid);
    if (model.isEmpty()) {
      assertThat(found).isNegative();
      assertThat(cursor.isValid()).isFalse();
    } else if (found == 0) {
      assertThat(read(cursor)).isEqualTo(model.get(rowid));
    } else {
      Long expected = found < 0 ? model.lowerKey(rowid) : model.higherKey(rowid);
      assertThat(cursor.rowid()).isEqualTo(expected);
      assertThat(model).doesNotContainKey(rowid);
    }
  }

  static byte[] read(TreeCursor cursor) {
    byte[] bytes = new byte[cursor.payloadLength()];
    cursor.readPayload(0, bytes, 0, bytes.length);
    byte[] local = Arrays.copyOfRange(
        cursor.payloadArray(), cursor.payloadOffset(), cursor.payloadOffset() + cursor.localLength());
    assertThat(Arrays.copyOf(bytes, local.length)).isEqualTo(local);
    return bytes;
  }

  private static void compareRows(TreeCursor cursor, TreeMap<Long, byte[]> model) {
    assertThat(cursor.count()).isEqualTo(model.size());
    boolean more = cursor.first();
    for (Map.Entry<Long, byte[]> entry : model.entrySet()) {
      assertThat(more).isTrue();
      assertThat(cursor.rowid()).isEqualTo(entry.getKey());
      assertThat(read(cursor)).isEqualTo(entry.getValue());
      more = cursor.next();
    }
    assertThat(more).isFalse();
    more = cursor.last();
    for (Long key : model.descendingKeySet()) {
      assertThat(more).isTrue();
      assertThat(cursor.rowid()).isEqualTo(key);
      more = cursor.previous();
    }
    assertThat(more).isFalse();
  }

  // ---- index trees ------------------------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({"512,0,300", "512,32,3000", "1024,0,20", "4096,0,1000", "4096,0,9000", "65536,0,30000"})
  void indexTreeBehavesLikeASortedSet(int pageSize, int reserved, int longest) {
    System.out.println("-Dtest.seed=" + SEED);
    Random random = new Random(SEED + pageSize + longest);
    try (TestTrees trees = new TestTrees(pageSize, reserved)) {
      int root = trees.trees.create(TreeKind.INDEX);
      KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 1);
      TreeMap<byte[], byte[]> model = new TreeMap<>(Arrays::compareUnsigned);
      TreeCursor cursor = new TreeCursor(trees.store, root, true, order);
      KeyProbe probe = new KeyProbe(order);
      int operations = pageSize == 65536 ? 2000 : 10000;
      for (int i = 0; i < operations; i++) {
        boolean shrinking = i / 2500 % 2 == 1;
        byte[] key = key(random, longest);
        byte[] record = record(key);
        probe.clear();
        probe.addBlob(key, 0, key.length);
        int choice = random.nextInt(10);
        if (choice < (shrinking ? 3 : 7)) {
          int flags = random.nextBoolean() ? BtreeCursor.KEEP_POSITION : 0;
          if (random.nextInt(3) == 0) {
            cursor.seekKey(probe);
            flags |= BtreeCursor.SEEK_DONE;
          }
          cursor.insertKey(record, 0, record.length, flags);
          model.put(key, record);
          if ((flags & BtreeCursor.KEEP_POSITION) != 0) {
            assertThat(cursor.restore()).isTrue();
            assertThat(read(cursor)).isEqualTo(record);
          }
        } else {
          deleteKey(cursor, probe, model, key, random);
        }
        if (i % 500 == 499) {
          trees.checkTree(root, false);
          compareKeys(cursor, model);
          trees.pager.evict();
        }
      }
      assertThat(trees.trees.clear(root)).isEqualTo(model.size());
      trees.checkTree(root, false);
      cursor.close();
      assertThat(trees.pager.pins()).isZero();
    }
  }

  private static byte[] key(Random random, int longest) {
    int length = random.nextInt(8) == 0 ? random.nextInt(longest) : random.nextInt(Math.min(longest, 6));
    byte[] key = new byte[length];
    for (int i = 0; i < length; i++) {
      key[i] = (byte) random.nextInt(i < 2 ? 40 : 2);
    }
    return key;
  }

  static byte[] record(byte[] blob) {
    long type = SerialType.ofBlob(blob.length);
    int header = 1 + Varint.length(type);
    byte[] record = new byte[header + blob.length];
    Varint.write(record, 0, header);
    Varint.write(record, 1, type);
    System.arraycopy(blob, 0, record, header, blob.length);
    return record;
  }

  private static void deleteKey(
      TreeCursor cursor, KeyProbe probe, TreeMap<byte[], byte[]> model, byte[] key, Random random) {
    int found = cursor.seekKey(probe);
    assertThat(found == 0).isEqualTo(model.containsKey(key));
    if (model.isEmpty()) {
      assertThat(cursor.isValid()).isFalse();
      return;
    }
    byte[] present = found == 0 ? key : found < 0 ? model.lowerKey(key) : model.higherKey(key);
    assertThat(read(cursor)).isEqualTo(model.get(present));
    boolean keep = random.nextBoolean();
    cursor.delete(keep ? BtreeCursor.KEEP_POSITION : 0);
    model.remove(present);
    if (keep) {
      boolean forward = random.nextBoolean();
      byte[] neighbour = forward ? model.higherKey(present) : model.lowerKey(present);
      assertThat(forward ? cursor.next() : cursor.previous()).isEqualTo(neighbour != null);
      if (neighbour != null) {
        assertThat(read(cursor)).isEqualTo(record(neighbour));
      }
    }
  }

  private static void compareKeys(TreeCursor cursor, TreeMap<byte[], byte[]> model) {
    assertThat(cursor.count()).isEqualTo(model.size());
    boolean more = cursor.first();
    for (byte[] record : model.values()) {
      assertThat(more).isTrue();
      assertThat(read(cursor)).isEqualTo(record);
      more = cursor.next();
    }
    assertThat(more).isFalse();
    more = cursor.last();
    for (byte[] key : model.descendingKeySet()) {
      assertThat(more).isTrue();
      assertThat(read(cursor)).isEqualTo(record(key));
      more = cursor.previous();
    }
    assertThat(more).isFalse();
  }
}
