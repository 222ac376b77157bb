// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;

/**
 * Random transactions with savepoints and several cursors, against sorted maps; the database is reopened where it
 * lasts.
 */
public abstract class ModelSuite extends BtreeSuite {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private static final int CURSORS = 4;

  private Btree btree;
  private Random random;
  private TreeMap<Integer, ModelTree> model = new TreeMap<>();
  private final List<TreeMap<Integer, ModelTree>> savepoints = new ArrayList<>();
  private final List<ModelCursor> cursors = new ArrayList<>();

  @Test
  void randomTransactionsBehaveLikeSortedMaps() {
    run(SEED, 150);
  }

  @Test
  @Tag("slow")
  void manyRandomTransactionsBehaveLikeSortedMaps() {
    run(SEED ^ 0x5eedL, 1000);
  }

  private void run(long seed, int transactions) {
    random = new Random(seed);
    btree = open();
    for (int i = 0; i < transactions; i++) {
      try {
        transaction();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dtest.seed=" + SEED + " transaction " + i, e);
      }
      if (can(Ability.PERSISTENT) && random.nextInt(6) == 0) {
        closeAll();
        btree = open();
      }
    }
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  private void transaction() {
    final TreeMap<Integer, ModelTree> before = copy(model);
    btree.beginWrite(false);
    int operations = random.nextInt(400);
    for (int i = 0; i < operations; i++) {
      operate();
    }
    savepoints.clear();
    if (random.nextInt(4) == 0) {
      btree.rollback(ResultCode.ABORT_ROLLBACK);
      model = before;
      closeCursors();
    } else {
      closeCursors();
      btree.commitPhaseOne(null);
      btree.commitPhaseTwo();
    }
    check();
  }

  private void operate() {
    int choice = random.nextInt(200);
    if (choice == 0 || model.isEmpty()) {
      create();
    } else if (choice == 1 && model.size() > 3) {
      drop();
    } else if (choice == 2) {
      clear();
    } else if (choice < 8) {
      btree.openSavepoints(savepoints.size() + 1);
      savepoints.add(copy(model));
    } else if (choice < 14 && !savepoints.isEmpty()) {
      endSavepoint();
    } else if (cursors.size() < CURSORS || choice < 20) {
      replaceCursor();
    } else {
      cursors.get(random.nextInt(cursors.size())).act(random);
    }
  }

  private void create() {
    int orderIndex = random.nextInt(4);
    int number = btree.createTree(orderIndex == 0 ? TreeKind.TABLE : TreeKind.INDEX);
    assertThat(model.put(number, ModelTree.make(number, orderIndex))).isNull();
  }

  private void drop() {
    closeCursors();
    ModelTree dropped = anyTree();
    int moved = btree.dropTree(dropped.number);
    model.remove(dropped.number);
    if (moved != 0) {
      model.put(dropped.number, model.remove(moved).copy(dropped.number));
    }
  }

  private void clear() {
    ModelTree tree = anyTree();
    assertThat(btree.clearTree(tree.number)).isEqualTo(tree.entries.size());
    tree.entries.clear();
    cursors.stream().filter(cursor -> cursor.tree == tree).forEach(ModelCursor::losePlace);
  }

  private void endSavepoint() {
    int index = random.nextInt(savepoints.size());
    if (random.nextBoolean()) {
      btree.releaseSavepoint(index);
      savepoints.subList(index, savepoints.size()).clear();
      return;
    }
    TreeMap<Integer, ModelTree> target = savepoints.get(index);
    if (!hasSameTrees(target)) {
      closeCursors();
    }
    btree.rollbackToSavepoint(index);
    model = copy(target);
    savepoints.subList(index + 1, savepoints.size()).clear();
    cursors.replaceAll(cursor -> cursor.on(model.get(cursor.tree.number)));
  }

  private boolean hasSameTrees(TreeMap<Integer, ModelTree> other) {
    return other.keySet().equals(model.keySet())
        && other.values().stream().allMatch(tree -> model.get(tree.number).identity == tree.identity);
  }

  private ModelTree anyTree() {
    return new ArrayList<>(model.values()).get(random.nextInt(model.size()));
  }

  private void replaceCursor() {
    if (cursors.size() >= CURSORS) {
      cursors.remove(random.nextInt(cursors.size())).close();
    }
    cursors.add(new ModelCursor(btree, anyTree()));
  }

  private void closeCursors() {
    cursors.forEach(ModelCursor::close);
    cursors.clear();
  }

  private static TreeMap<Integer, ModelTree> copy(TreeMap<Integer, ModelTree> trees) {
    TreeMap<Integer, ModelTree> copy = new TreeMap<>();
    trees.forEach((number, tree) -> copy.put(number, tree.copy(number)));
    return copy;
  }

  // ---- checking ---------------------------------------------------------------------------------------------------

  private void check() {
    btree.beginRead();
    for (ModelTree tree : model.values()) {
      try (BtreeCursor cursor = tree.open(btree, false)) {
        boolean more = cursor.first();
        for (Map.Entry<Object, byte[]> entry : tree.entries.entrySet()) {
          assertThat(more).as("tree %d has an entry %s", tree.number, ModelTree.show(entry.getKey())).isTrue();
          assertThat(Records.payload(cursor)).isEqualTo(entry.getValue());
          more = cursor.next();
        }
        assertThat(more).isFalse();
      }
    }
    int[] all = new int[model.size() + 1];
    all[0] = 1;
    int count = 1;
    for (int number : model.keySet()) {
      all[count++] = number;
    }
    assertThat(btree.integrityCheck(all, 100)).isEmpty();
    btree.commitPhaseTwo();
  }
}
