// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;

/**
 * A cursor and where its twin is: on a key, whose entry may be gone; on none; or at a place that the contract leaves
 * open.
 */
final class ModelCursor implements AutoCloseable {
  final ModelTree tree;
  private final BtreeCursor cursor;
  private Object position;
  private boolean isOpenPlace;

  ModelCursor(Btree btree, ModelTree tree) {
    this.tree = tree;
    this.cursor = tree.open(btree, true);
  }

  private ModelCursor(ModelTree tree, ModelCursor like) {
    this.tree = tree;
    this.cursor = like.cursor;
    this.position = like.position;
    this.isOpenPlace = like.isOpenPlace;
  }

  /** The same cursor after its tree's twin was replaced. */
  ModelCursor on(ModelTree newTree) {
    return new ModelCursor(newTree, this);
  }

  void losePlace() {
    isOpenPlace = true;
  }

  /** One random operation, here and on the twin. */
  void act(Random random) {
    int choice = random.nextInt(100);
    if (choice < 8) {
      expect(cursor.first(), tree.entries.isEmpty() ? null : tree.entries.firstKey());
    } else if (choice < 16) {
      expect(cursor.last(), tree.entries.isEmpty() ? null : tree.entries.lastKey());
    } else if (choice < 30) {
      seek(tree.randomKey(random));
    } else if (choice < 55) {
      step(random.nextBoolean());
    } else if (choice < 62) {
      restoreAndRead();
    } else if (choice < 85) {
      insert(random);
    } else {
      delete(random);
    }
  }

  private void expect(boolean found, Object key) {
    assertThat(found).as("an entry is expected: %s", ModelTree.show(key)).isEqualTo(key != null);
    position = key;
    isOpenPlace = false;
    read();
  }

  private void read() {
    if (position != null) {
      if (tree.order == null) {
        assertThat(cursor.rowid()).isEqualTo((long) position);
      }
      assertThat(Records.payload(cursor)).isEqualTo(tree.entries.get(position));
    }
  }

  private void step(boolean forward) {
    if (isOpenPlace) {
      return;
    }
    Object wanted =
        position == null ? null : forward ? tree.entries.higherKey(position) : tree.entries.lowerKey(position);
    expect(forward ? cursor.next() : cursor.previous(), wanted);
  }

  private void seek(Object key) {
    int side = tree.seek(cursor, key);
    Map.Entry<Object, byte[]> found =
        side == 0
            ? tree.entries.floorEntry(key)
            : side < 0 ? tree.entries.lowerEntry(key) : tree.entries.higherEntry(key);
    assertThat(side == 0).isEqualTo(tree.entries.containsKey(key));
    expect(cursor.isValid(), found == null ? null : found.getKey());
    if (found == null) {
      assertThat(tree.entries).isEmpty();
    }
  }

  private void restoreAndRead() {
    if (isOpenPlace || position == null) {
      return;
    }
    boolean isThere = tree.entries.containsKey(position);
    if (cursor.isDisplaced()) {
      assertThat(cursor.restore()).isEqualTo(isThere);
    }
    if (isThere) {
      read();
    }
  }

  private void insert(Random random) {
    Object key = tree.randomKey(random);
    int flags = 0;
    if (random.nextInt(3) == 0) {
      seek(key);
      flags |= BtreeCursor.SEEK_DONE;
    }
    if (random.nextInt(3) == 0) {
      flags |= BtreeCursor.KEEP_POSITION;
    }
    byte[] record = tree.order == null ? tree.randomRecord(random) : (byte[]) key;
    if (tree.order == null) {
      cursor.insertRow((long) key, record, 0, record.length, 0, flags);
    } else {
      cursor.insertKey(record, 0, record.length, flags);
      tree.entries.remove(key); // the key that stays is the new one
    }
    tree.entries.put(key, record);
    position = key;
    isOpenPlace = (flags & BtreeCursor.KEEP_POSITION) == 0;
  }

  private void delete(Random random) {
    if (isOpenPlace || position == null || cursor.isDisplaced() && !cursor.restore()) {
      return;
    }
    boolean keeps = random.nextBoolean();
    cursor.delete(keeps ? BtreeCursor.KEEP_POSITION : 0);
    tree.entries.remove(position);
    isOpenPlace = !keeps;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
