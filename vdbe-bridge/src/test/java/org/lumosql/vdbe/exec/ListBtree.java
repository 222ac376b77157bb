// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;

/**
 * The simplest storage that keeps the contract: sorted lists, savepoints by copying everything. It overwrites nothing in place, but hands out views that
 * are poisoned by the next move or write, so that a machine which keeps a view is found out.
 */
final class ListBtree implements Btree {
  private final EnumMap<MetaValue, Integer> meta = new EnumMap<>(MetaValue.class);
  private final List<Snapshot> savepoints = new ArrayList<>();
  private Map<Integer, Tree> trees = new TreeMap<>();
  private Snapshot beginning;
  private TransactionState state = TransactionState.NONE;
  private int commits;

  ListBtree() {
    trees.put(1, new Tree(TreeKind.TABLE));
    meta.put(MetaValue.SCHEMA_FORMAT, 4);
  }

  private record Snapshot(Map<Integer, Tree> trees, Map<MetaValue, Integer> meta) {}

  private record Entry(long rowid, byte[] record) {}

  private static final class Tree {
    final TreeKind kind;
    final List<Entry> entries;
    int changes;

    Tree(TreeKind kind) {
      this(kind, new ArrayList<>());
    }

    Tree(TreeKind kind, List<Entry> entries) {
      this.kind = kind;
      this.entries = entries;
    }
  }

  private Snapshot snapshot() {
    Map<Integer, Tree> copy = new TreeMap<>();
    trees.forEach((number, tree) -> copy.put(number, new Tree(tree.kind, new ArrayList<>(tree.entries))));
    return new Snapshot(copy, new EnumMap<>(meta));
  }

  private void restore(Snapshot snapshot) {
    Map<Integer, Tree> old = trees;
    trees = new TreeMap<>();
    snapshot.trees.forEach(
        (number, tree) -> {
          Tree restored = old.getOrDefault(number, new Tree(tree.kind));
          restored.entries.clear();
          restored.entries.addAll(tree.entries);
          restored.changes++;
          trees.put(number, restored);
        });
    meta.clear();
    meta.putAll(snapshot.meta);
  }

  /** Forgets everything. */
  void clear() {
    trees.clear();
    trees.put(1, new Tree(TreeKind.TABLE));
    state = TransactionState.NONE;
  }

  int commits() {
    return commits;
  }

  @Override
  public TransactionState transactionState() {
    return state;
  }

  @Override
  public void beginRead() {
    if (state == TransactionState.NONE) {
      state = TransactionState.READ;
    }
  }

  @Override
  public void beginWrite(boolean exclusive) {
    if (state != TransactionState.WRITE) {
      beginning = snapshot();
      state = TransactionState.WRITE;
    }
  }

  @Override
  public void commitPhaseOne(String superJournal) {}

  @Override
  public void commitPhaseTwo() {
    commits += state == TransactionState.WRITE ? 1 : 0;
    state = TransactionState.NONE;
    savepoints.clear();
  }

  @Override
  public void rollback(ResultCode code) {
    if (state == TransactionState.WRITE) {
      restore(beginning);
    }
    state = TransactionState.NONE;
    savepoints.clear();
  }

  @Override
  public void openSavepoints(int count) {
    while (savepoints.size() < count) {
      savepoints.add(snapshot());
    }
  }

  @Override
  public int savepointCount() {
    return savepoints.size();
  }

  @Override
  public void releaseSavepoint(int index) {
    savepoints.subList(index, savepoints.size()).clear();
  }

  @Override
  public void rollbackToSavepoint(int index) {
    restore(savepoints.get(index));
    savepoints.subList(index + 1, savepoints.size()).clear();
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {}

  @Override
  public int createTree(TreeKind kind) {
    int number = Collections.max(trees.keySet()) + 1;
    trees.put(number, new Tree(kind));
    return number;
  }

  /** A tree with a number of the caller's choice. */
  void createTree(int number, TreeKind kind) {
    trees.put(number, new Tree(kind));
  }

  @Override
  public int dropTree(int tree) {
    trees.remove(tree);
    return 0;
  }

  @Override
  public long clearTree(int number) {
    Tree tree = trees.get(number);
    long count = tree.entries.size();
    tree.entries.clear();
    tree.changes++;
    return count;
  }

  @Override
  public int meta(MetaValue value) {
    return meta.getOrDefault(value, 0);
  }

  @Override
  public void setMeta(MetaValue value, int newValue) {
    meta.put(value, newValue);
  }

  @Override
  public int dataVersion() {
    return 1;
  }

  @Override
  public BtreeCursor openTable(int tree, boolean writable) {
    return new ListCursor(trees.get(tree), tree, null);
  }

  @Override
  public BtreeCursor openIndex(int tree, boolean writable, KeyOrder order) {
    return new ListCursor(trees.get(tree), tree, order);
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public boolean isMemory() {
    return true;
  }

  @Override
  public List<String> integrityCheck(int[] numbers, int maximumErrors) {
    return List.of();
  }

  @Override
  public Backend backend() {
    throw new AssertionError("nobody opened this");
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private static final class ListCursor implements BtreeCursor {
    private final Tree tree;
    private final int number;
    private final KeyOrder order;
    private int index = -1;
    private boolean valid;
    private Entry entry;
    private int seen;
    private boolean deleted;
    private byte[] view;

    ListCursor(Tree tree, int number, KeyOrder order) {
      this.tree = tree;
      this.number = number;
      this.order = order;
    }

    private boolean land(int at) {
      poison();
      index = at;
      valid = at >= 0 && at < tree.entries.size();
      entry = valid ? tree.entries.get(at) : null;
      seen = tree.changes;
      deleted = false;
      return valid;
    }

    private void poison() {
      if (view != null) {
        Arrays.fill(view, (byte) 0x55);
        view = null;
      }
    }

    @Override
    public boolean first() {
      return land(0);
    }

    @Override
    public boolean last() {
      return land(tree.entries.size() - 1);
    }

    @Override
    public boolean next() {
      if (!valid) {
        return false;
      }
      return isDisplaced() && !restore() ? land(index) : land(index + 1);
    }

    @Override
    public boolean previous() {
      if (!valid) {
        return false;
      }
      if (isDisplaced()) {
        restore();
      }
      return land(index - 1);
    }

    /** The first position whose entry is not before the wanted one. */
    private int lowerBound(Entry wanted) {
      int low = 0;
      int high = tree.entries.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (compare(tree.entries.get(middle), wanted) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private int compare(Entry a, Entry b) {
      if (order == null) {
        return Long.compare(a.rowid, b.rowid);
      }
      KeyProbe probe = new KeyProbe(order);
      probe.load(b.record, 0, b.record.length, order.columnCount());
      return probe.compareEntry(a.record, 0, a.record.length);
    }

    @Override
    public int seekRowid(long rowid) {
      int at = lowerBound(new Entry(rowid, null));
      if (at < tree.entries.size()) {
        land(at);
        return Long.signum(Long.compare(entry.rowid, rowid));
      }
      land(tree.entries.size() - 1);
      return -1;
    }

    @Override
    public int seekKey(KeyProbe probe) {
      int low = 0;
      int high = tree.entries.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        byte[] record = tree.entries.get(middle).record;
        if (probe.compareEntry(record, 0, record.length) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low < tree.entries.size()) {
        land(low);
        return probe.compareEntry(entry.record, 0, entry.record.length);
      }
      land(tree.entries.size() - 1);
      return -1;
    }

    @Override
    public boolean isValid() {
      return valid;
    }

    @Override
    public boolean isDisplaced() {
      return valid && (deleted || seen != tree.changes);
    }

    @Override
    public boolean restore() {
      if (!isDisplaced()) {
        return true;
      }
      int at = lowerBound(entry);
      boolean same = at < tree.entries.size() && compare(tree.entries.get(at), entry) == 0;
      index = at;
      if (same) {
        land(at);
      } else {
        seen = tree.changes;
        deleted = true;
      }
      return same;
    }

    @Override
    public long rowid() {
      return entry.rowid;
    }

    @Override
    public int payloadLength() {
      return entry.record.length;
    }

    @Override
    public byte[] payloadArray() {
      if (view == null) {
        view = entry.record.clone();
      }
      return view;
    }

    @Override
    public int payloadOffset() {
      return 0;
    }

    @Override
    public int localLength() {
      return Math.min(entry.record.length, 200);
    }

    @Override
    public void readPayload(int offset, byte[] target, int targetOffset, int length) {
      System.arraycopy(entry.record, offset, target, targetOffset, length);
    }

    @Override
    public void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
      byte[] copy = new byte[length + zeroTail];
      System.arraycopy(record, offset, copy, 0, length);
      put(new Entry(rowid, copy), flags);
    }

    @Override
    public void insertKey(byte[] record, int offset, int length, int flags) {
      put(new Entry(0, Arrays.copyOfRange(record, offset, offset + length)), flags);
    }

    private void put(Entry added, int flags) {
      poison();
      int at = lowerBound(added);
      tree.changes++;
      if (at < tree.entries.size() && compare(tree.entries.get(at), added) == 0) {
        tree.entries.set(at, added);
      } else {
        tree.entries.add(at, added);
      }
      if ((flags & KEEP_POSITION) != 0) {
        land(at);
      }
    }

    @Override
    public void delete(int flags) {
      poison();
      tree.entries.remove(index);
      tree.changes++;
      deleted = true;
    }

    @Override
    public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
      System.arraycopy(source, sourceOffset, entry.record, offset, length);
    }

    @Override
    public int tree() {
      return number;
    }

    @Override
    public long count() {
      return tree.entries.size();
    }

    @Override
    public long estimatedCount() {
      return tree.entries.size();
    }

    @Override
    public void close() {
      poison();
    }
  }
}
