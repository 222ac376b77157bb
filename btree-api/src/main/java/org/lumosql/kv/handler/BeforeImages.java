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
 * </ol>
 */
final class BeforeImages {
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

  /** The images of one tree, by key. */
  private static final class Tree {
    final ConcurrentNavigableMap<byte[], Image> oldest = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  }

  /** What one commit has recorded. */
  private static final class Recorded {
    final long commit;
    final List<Tree> trees = new ArrayList<>();
    final List<byte[]> keys = new ArrayList<>();

    Recorded(long commit) {
      this.commit = commit;
    }
  }

  private final ConcurrentHashMap<Integer, Tree> trees = new ConcurrentHashMap<>();
  private final ArrayDeque<Recorded> history = new ArrayDeque<>();

  private Tree tree(int number) {
    return trees.computeIfAbsent(number, any -> new Tree());
  }

  /** Says how a key was before a commit; the commits ascend. {@link Layer#ABSENT} if it was not there. */
  synchronized void record(long commit, int number, byte[] key, byte[] value) {
    Tree tree = tree(number);
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
    if (history.isEmpty() || history.peekLast().commit != commit) {
      history.add(new Recorded(commit));
    }
    history.peekLast().trees.add(tree);
    history.peekLast().keys.add(key);
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
    }
  }

  /** Number of keys of which something is recorded. */
  synchronized int size() {
    int size = 0;
    for (Tree tree : trees.values()) {
      size += tree.oldest.size();
    }
    return size;
  }

  /** How a tree differs from what the engine has, for the readers of a commit. */
  Layer layer(int number, long snapshot) {
    return new Snapshot(tree(number).oldest, snapshot);
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
