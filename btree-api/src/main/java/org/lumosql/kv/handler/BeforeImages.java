// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What commits have replaced, as long as somebody reads an older state. Reading needs no lock; recording and forgetting
 * are synchronised.
 *
 * <ol>
 *   <li>B1. The images of a key are in the order of the commits that made them.
 *   <li>B2. A reader of commit <i>s</i> finds the key as it was before the first commit behind <i>s</i> that changed
 *       it, which is how <i>s</i> left it. If there is none, the engine has it.
 *   <li>B3. An image goes when no reader of an earlier commit is left.
 *   <li>B4. A commit that clears a tree, or makes one, makes it anew: the engine keeps what was there before for the readers of earlier commits, who go on with its
 *       images, and no image is needed of what the commit writes to the new one.
 * </ol>
 */
final class BeforeImages {
  /** Fewer trees are not worth to be forgotten: most will be asked for again. */
  private static final int MANY = 256;

  /** A key as it was before a commit. */
  private static final class Image {
    final long commit;
    final byte[] value;
    volatile Image newer;

    Image(long commit, byte[] value) {
      this.commit = commit;
      this.value = value;
    }
  }

  /** The images of one tree, by key, since the commit that made it. */
  private static final class Tree {
    final ConcurrentNavigableMap<byte[], Image> oldest = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    final long born;
    /** What it was before that (B4). */
    volatile Tree older;

    Tree(long born, Tree older) {
      this.born = born;
      this.older = older;
    }
  }

  /** What one commit has recorded. */
  private static final class Recorded {
    final long commit;
    final List<Tree> trees = new ArrayList<>();
    final List<byte[]> keys = new ArrayList<>();
    final List<Integer> renewed = new ArrayList<>();

    Recorded(long commit) {
      this.commit = commit;
    }
  }

  private final ConcurrentHashMap<Integer, Tree> trees = new ConcurrentHashMap<>();
  private final ArrayDeque<Recorded> history = new ArrayDeque<>();

  private Tree tree(int number) {
    return trees.computeIfAbsent(number, any -> new Tree(0, null));
  }

  private Recorded recorded(long commit) {
    Recorded last = history.peekLast();
    if (last == null || last.commit != commit) {
      last = new Recorded(commit);
      history.add(last);
    }
    return last;
  }

  /** Says that a commit makes a tree anew (B4). */
  synchronized void renew(long commit, int number) {
    Tree tree = tree(number);
    if (tree.born != commit) {
      trees.put(number, new Tree(commit, tree));
      recorded(commit).renewed.add(number);
    }
  }

  /** Says that a commit has failed, before anybody reads under its number: the trees are those that they were. */
  synchronized void failed(long commit) {
    Recorded last = history.peekLast();
    if (last != null && last.commit == commit) {
      for (int number : last.renewed) {
        trees.computeIfPresent(number, (any, tree) -> tree.older);
      }
      last.renewed.clear();
    }
  }

  /** Says how a key was before a commit; the commits ascend. {@link Layer#ABSENT} if it was not there. */
  synchronized void record(long commit, int number, byte[] key, byte[] value) {
    Tree tree = tree(number);
    assert tree.born != commit : "no reader looks there (B4)";
    Image image = new Image(commit, value);
    Image last = tree.oldest.get(key);
    if (last == null) {
      tree.oldest.put(key, image);
    } else {
      while (last.newer != null) {
        last = last.newer;
      }
      if (last.commit == commit) {
        return; // the first image of a commit is the one that counts
      }
      last.newer = image;
    }
    Recorded recorded = recorded(commit);
    recorded.trees.add(tree);
    recorded.keys.add(key);
  }

  /** B3: all readers that are left, and those to come, read this commit or a later one. */
  synchronized void forgetUpTo(long commit) {
    while (!history.isEmpty() && history.peekFirst().commit <= commit) {
      Recorded recorded = history.pollFirst();
      for (int i = 0; i < recorded.keys.size(); i++) {
        ConcurrentNavigableMap<byte[], Image> images = recorded.trees.get(i).oldest;
        byte[] key = recorded.keys.get(i);
        Image rest = images.get(key);
        while (rest != null && rest.commit <= commit) {
          rest = rest.newer;
        }
        if (rest == null) {
          images.remove(key);
        } else {
          images.put(key, rest);
        }
      }
      for (int number : recorded.renewed) {
        forgetBefore(trees.get(number), recorded.commit);
      }
    }
  }

  /** Called when nobody reads: trees of which nothing is recorded need not be known, and their numbers do not come again. */
  synchronized void forgetTrees() {
    if (history.isEmpty() && trees.size() > MANY) {
      trees.clear();
    }
  }

  private static void forgetBefore(Tree newest, long born) {
    Tree tree = newest;
    while (tree != null && tree.born > born) {
      tree = tree.older;
    }
    if (tree != null) {
      tree.older = null;
    }
  }

  /** Number of keys of which something is recorded. */
  synchronized int size() {
    int size = 0;
    for (Tree newest : trees.values()) {
      for (Tree tree = newest; tree != null; tree = tree.older) {
        size += tree.oldest.size();
      }
    }
    return size;
  }

  /** How a tree differs from what the engine has, for the readers of a commit. */
  Layer layer(int number, long snapshot) {
    Tree tree = tree(number);
    while (tree.born > snapshot) {
      tree = tree.older;
    }
    return new Snapshot(tree.oldest, snapshot);
  }

  private record Snapshot(ConcurrentNavigableMap<byte[], Image> images, long snapshot) implements Layer {
    private byte[] value(Image oldest) {
      Image image = oldest;
      while (image != null && image.commit <= snapshot) {
        image = image.newer;
      }
      return image == null ? null : image.value; // B2
    }

    @Override
    public byte[] find(byte[] key) {
      return value(images.get(key));
    }

    @Override
    public byte[] after(byte[] key, boolean orEqual) {
      if (images.isEmpty()) {
        return null;
      }
      for (var entry : images.tailMap(key, orEqual).entrySet()) {
        if (value(entry.getValue()) != null) {
          return entry.getKey();
        }
      }
      return null;
    }

    @Override
    public byte[] before(byte[] key) {
      return lastOf(images.headMap(key, false));
    }

    @Override
    public byte[] last() {
      return lastOf(images);
    }

    private byte[] lastOf(ConcurrentNavigableMap<byte[], Image> part) {
      if (images.isEmpty()) {
        return null;
      }
      for (var entry : part.descendingMap().entrySet()) {
        if (value(entry.getValue()) != null) {
          return entry.getKey();
        }
      }
      return null;
    }
  }
}
