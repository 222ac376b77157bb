// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.HashSet;
import java.util.Set;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.StoreException;

/**
 * What a database over a key-value store keeps about itself, in KV tree 0. Integers are big-endian. Written to disk, do
 * not change.
 *
 * <table>
 *   <caption>Entries</caption>
 *   <tr><th>key</th><th>value</th></tr>
 *   <tr><td>{@code C}</td><td>number of commits, 8 bytes</td></tr>
 *   <tr><td>{@code E}, {@code H}</td><td>see {@link StoreHeader}</td></tr>
 *   <tr><td>{@code K}</td><td>the highest KV tree number ever given to a B-tree, 4 bytes; 1 if absent</td></tr>
 *   <tr><td>{@code M} and a byte</td><td>the meta value of that index, 4 bytes; 0 if absent</td></tr>
 *   <tr><td>{@code T} and a tree number, 4 bytes</td>
 *     <td>kind ({@code T} or {@code I}) and KV tree number, 4 bytes</td></tr>
 * </table>
 *
 * <p>Tree 1 is a table in KV tree 1 until an entry says otherwise. Clearing a tree gives it a new KV tree and so costs
 * as little to undo as any other change; KV trees that nothing points to any more are emptied by the commit. KV tree
 * numbers are never given twice.
 */
final class Catalogue {
  static final int TREE = StoreHeader.TREE;
  private static final byte[] COMMITS = {'C'};
  private static final byte[] KV_TREES = {'K'};
  private static final byte[] PAST_TREES = {'T' + 1};

  private Catalogue() {}

  /** Where a B-tree is. */
  record Entry(boolean isTable, int kvTree) {}

  static long commits(KvTransaction transaction) {
    byte[] value = transaction.get(TREE, COMMITS);
    return value == null ? 0 : readLong(requireLength(value, 8, "commit counter"));
  }

  /** Not logged: the last thing before the commit. */
  static void setCommits(KvTransaction transaction, long commits) {
    byte[] value = new byte[8];
    writeInt(value, 0, (int) (commits >>> 32));
    writeInt(value, 4, (int) commits);
    transaction.put(TREE, COMMITS, value);
    if (commits == 1) {
      StoreHeader.put(transaction, StoreHeader.Layout.TREES);
    }
  }

  // ---- meta values ------------------------------------------------------------------------------------------------

  private static byte[] metaKey(MetaValue meta) {
    return new byte[] {'M', (byte) meta.index()};
  }

  static int meta(KvTransaction transaction, MetaValue meta) {
    byte[] value = transaction.get(TREE, metaKey(meta));
    return value == null ? 0 : readInt(requireLength(value, 4, "meta value"), 0);
  }

  static void setMeta(KvTransaction transaction, ChangeLog changes, MetaValue meta, int newValue) {
    byte[] value = new byte[4];
    writeInt(value, 0, newValue);
    put(transaction, changes, metaKey(meta), value);
  }

  // ---- trees ------------------------------------------------------------------------------------------------------

  private static byte[] treeKey(int tree) {
    byte[] key = new byte[5];
    key[0] = 'T';
    writeInt(key, 1, tree);
    return key;
  }

  /** Where a tree is; null if there is none of the number. */
  static Entry tree(KvTransaction transaction, int tree) {
    byte[] value = transaction.get(TREE, treeKey(tree));
    if (value == null) {
      return tree == 1 ? new Entry(true, 1) : null;
    }
    return entry(value);
  }

  private static Entry entry(byte[] value) {
    requireLength(value, 5, "tree");
    int kvTree = readInt(value, 1);
    if (kvTree <= TREE || value[0] != 'T' && value[0] != 'I') {
      throw StoreException.corrupt("the catalogue says kind " + value[0] + " and KV tree " + kvTree);
    }
    return new Entry(value[0] == 'T', kvTree);
  }

  /** The KV trees that B-trees are in. */
  static Set<Integer> kvTrees(KvTransaction transaction) {
    Set<Integer> found = new HashSet<>();
    found.add(tree(transaction, 1).kvTree());
    try (KvCursor cursor = transaction.cursor(TREE)) {
      for (boolean more = cursor.seek(treeKey(0)); more && cursor.key()[0] == 'T'; more = cursor.next()) {
        found.add(entry(cursor.value()).kvTree());
      }
    }
    return found;
  }

  static int create(KvTransaction transaction, ChangeLog changes, TreeKind kind) {
    int number = Math.addExact(highestTree(transaction), 1);
    place(transaction, changes, number, kind == TreeKind.TABLE);
    return number;
  }

  private static int highestTree(KvTransaction transaction) {
    try (KvCursor cursor = transaction.cursor(TREE)) {
      boolean found = cursor.seek(PAST_TREES) ? cursor.previous() : cursor.last();
      return found && cursor.key()[0] == 'T' ? readInt(requireLength(cursor.key(), 5, "tree"), 1) : 1;
    }
  }

  /** Gives a tree a new, empty KV tree, and returns its number. */
  static int place(KvTransaction transaction, ChangeLog changes, int tree, boolean isTable) {
    byte[] highest = transaction.get(TREE, KV_TREES);
    int kvTree = Math.addExact(highest == null ? 1 : readInt(requireLength(highest, 4, "KV tree count"), 0), 1);
    byte[] count = new byte[4];
    writeInt(count, 0, kvTree);
    put(transaction, changes, KV_TREES, count);
    byte[] value = new byte[5];
    value[0] = (byte) (isTable ? 'T' : 'I');
    writeInt(value, 1, kvTree);
    put(transaction, changes, treeKey(tree), value);
    return kvTree;
  }

  static void drop(KvTransaction transaction, ChangeLog changes, int tree) {
    byte[] key = treeKey(tree);
    changes.delete(TREE, key, transaction.get(TREE, key));
  }

  private static void put(KvTransaction transaction, ChangeLog changes, byte[] key, byte[] value) {
    changes.put(TREE, key, transaction.get(TREE, key), value);
  }

  // ---- bytes ------------------------------------------------------------------------------------------------------

  private static byte[] requireLength(byte[] bytes, int length, String what) {
    if (bytes.length != length) {
      throw StoreException.corrupt("catalogue: a " + what + " of " + bytes.length + " bytes instead of " + length);
    }
    return bytes;
  }

  private static int readInt(byte[] bytes, int at) {
    return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
  }

  private static long readLong(byte[] bytes) {
    return (long) readInt(bytes, 0) << 32 | readInt(bytes, 4) & 0xffffffffL;
  }

  private static void writeInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }
}
