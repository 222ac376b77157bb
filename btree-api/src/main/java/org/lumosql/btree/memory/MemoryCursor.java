// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree.memory;

import java.util.Map;
import java.util.TreeMap;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyProbe;

/**
 * A position that is a key: moving on means looking for the next greater key, so that no change of the tree can lead it
 * astray. The record is looked up again when the tree's version has changed.
 */
final class MemoryCursor implements BtreeCursor {
  private final MemoryBtree btree;
  private final int number;
  private final MemoryTree tree;
  private final boolean writable;
  /** Null when invalid. */
  private Object key;
  /** Null when the entry is gone. */
  private byte[] record;
  private long seenVersion;
  private ResultCode tripped;
  private boolean closed;

  MemoryCursor(MemoryBtree btree, int number, MemoryTree tree, boolean writable) {
    this.btree = btree;
    this.number = number;
    this.tree = tree;
    this.writable = writable;
  }

  boolean isWritable() {
    return writable;
  }

  void trip(ResultCode code) {
    tripped = code;
  }

  private TreeMap<Object, byte[]> entries() {
    if (closed) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is closed");
    }
    if (tripped != null) {
      throw new StoreException(tripped, "the transaction was rolled back");
    }
    return tree.entries();
  }

  private boolean goTo(Map.Entry<Object, byte[]> entry) {
    seenVersion = tree.version();
    key = entry == null ? null : entry.getKey();
    record = entry == null ? null : entry.getValue();
    return entry != null;
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  @Override
  public boolean first() {
    return goTo(entries().firstEntry());
  }

  @Override
  public boolean last() {
    return goTo(entries().lastEntry());
  }

  @Override
  public boolean next() {
    TreeMap<Object, byte[]> entries = entries();
    return key != null && goTo(entries.higherEntry(key));
  }

  @Override
  public boolean previous() {
    TreeMap<Object, byte[]> entries = entries();
    return key != null && goTo(entries.lowerEntry(key));
  }

  @Override
  public int seekRowid(long rowid) {
    if (goTo(entries().ceilingEntry(rowid))) {
      return (long) key == rowid ? 0 : 1;
    }
    last();
    return -1;
  }

  @Override
  public int seekKey(KeyProbe probe) {
    if (goTo(entries().ceilingEntry(probe))) {
      return probe.compareEntry(record, 0, record.length) == 0 ? 0 : 1;
    }
    last();
    return -1;
  }

  @Override
  public boolean isValid() {
    entries();
    return key != null && (record != null || seenVersion != tree.version());
  }

  @Override
  public boolean isDisplaced() {
    return key != null && (record == null || seenVersion != tree.version());
  }

  @Override
  public boolean restore() {
    TreeMap<Object, byte[]> entries = entries();
    if (key == null) {
      return true;
    }
    if (seenVersion != tree.version()) {
      seenVersion = tree.version();
      record = entries.get(key);
    }
    return record != null;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  private byte[] record() {
    entries();
    assert record != null && seenVersion == tree.version() : "the cursor stands on no entry, or must be restored first";
    return record;
  }

  @Override
  public long rowid() {
    record();
    return (long) key;
  }

  @Override
  public int payloadLength() {
    return record().length;
  }

  @Override
  public byte[] payloadArray() {
    return record();
  }

  @Override
  public int payloadOffset() {
    return 0;
  }

  @Override
  public int localLength() {
    return record().length;
  }

  @Override
  public void readPayload(int offset, byte[] target, int targetOffset, int length) {
    byte[] source = record();
    if (offset < 0 || length < 0 || offset > source.length - length) {
      throw StoreException.corrupt("the record has " + source.length + " bytes, wanted " + length + " from " + offset);
    }
    System.arraycopy(source, offset, target, targetOffset, length);
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  @Override
  public void insertRow(long rowid, byte[] bytes, int offset, int length, int zeroTail, int flags) {
    requireWritable();
    byte[] copy = new byte[Math.addExact(length, zeroTail)];
    System.arraycopy(bytes, offset, copy, 0, length);
    store(rowid, copy);
  }

  @Override
  public void insertKey(byte[] bytes, int offset, int length, int flags) {
    requireWritable();
    byte[] copy = new byte[length];
    System.arraycopy(bytes, offset, copy, 0, length);
    store(copy, copy);
  }

  private void store(Object newKey, byte[] newRecord) {
    btree.put(tree, newKey, newRecord);
    key = newKey;
    record = newRecord;
    seenVersion = tree.version();
  }

  @Override
  public void delete(int flags) {
    requireWritable();
    record();
    btree.remove(tree, key);
    record = null;
    seenVersion = tree.version();
  }

  @Override
  public void writePayload(int offset, byte[] source, int sourceOffset, int length) {
    requireWritable();
    byte[] changed = record().clone();
    if (offset < 0 || length < 0 || offset > changed.length - length) {
      throw StoreException.corrupt("the record has " + changed.length + " bytes, got " + length + " for " + offset);
    }
    System.arraycopy(source, sourceOffset, changed, offset, length);
    store(key, changed);
  }

  private void requireWritable() {
    entries();
    if (!writable) {
      throw new StoreException(ResultCode.MISUSE, "the cursor was opened for reading");
    }
  }

  // ---- about the tree ---------------------------------------------------------------------------------------------

  @Override
  public int tree() {
    return number;
  }

  @Override
  public long count() {
    long count = entries().size();
    goTo(null);
    return count;
  }

  @Override
  public long estimatedCount() {
    return tree.size();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      btree.closed(this);
    }
  }
}
