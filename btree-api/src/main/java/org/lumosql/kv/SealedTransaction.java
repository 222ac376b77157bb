// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.HexFormat;
import org.lumosql.btree.Synchronous;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;
import org.lumosql.error.StoreException;

/** A transaction of a {@link SealedStore}. Whatever takes or gives a value must be overridden here: forwarded, it would be in clear. */
final class SealedTransaction extends ForwardingTransaction {
  private static final int ID_LENGTH = 16;
  private static final byte[] NO_KEY = new byte[0];

  private final SealedStore store;
  /** Null as long as the store is empty and has no key. */
  private Sealer sealer;

  private boolean wantsSlot;

  /** Associated data for keys of eight bytes, which most are: database id, tree, key. */
  private final byte[] shortAssociated;

  /** @param wantsSlot the first change puts the key slot into the store */
  SealedTransaction(KvTransaction inner, Sealer sealer, boolean wantsSlot, SealedStore store) {
    super(inner);
    this.sealer = sealer;
    this.wantsSlot = wantsSlot;
    this.store = store;
    this.shortAssociated = sealer == null ? NO_KEY : associatedFor(RowKey.LENGTH);
  }

  private byte[] associatedFor(int keyLength) {
    byte[] associated = new byte[ID_LENGTH + TreeKeys.PREFIX_LENGTH + keyLength];
    System.arraycopy(store.databaseId(), 0, associated, 0, ID_LENGTH);
    return associated;
  }

  /** C1. Valid until the next call. */
  private byte[] associated(int tree, byte[] key) {
    byte[] associated = key.length == RowKey.LENGTH ? shortAssociated : associatedFor(key.length);
    TreeKeys.writePrefix(associated, ID_LENGTH, tree);
    System.arraycopy(key, 0, associated, ID_LENGTH + TreeKeys.PREFIX_LENGTH, key.length);
    return associated;
  }

  private byte[] associated(int tree, KvCursor cursor) {
    if (cursor.keyLength() != RowKey.LENGTH) {
      return associated(tree, cursor.key());
    }
    TreeKeys.writePrefix(shortAssociated, ID_LENGTH, tree);
    RowKey.writeNumber(shortAssociated, ID_LENGTH + TreeKeys.PREFIX_LENGTH, cursor.keyNumber());
    return shortAssociated;
  }

  byte[] seal(int tree, byte[] key, byte[] value) {
    byte[] sealed = new byte[value.length + sealer.overhead()];
    sealer.seal(associated(tree, key), value, 0, value.length, sealed, 0);
    return sealed;
  }

  /** C3. */
  byte[] open(int tree, byte[] key, byte[] sealed) {
    if (sealer != null && sealed.length >= sealer.overhead()) {
      byte[] value = new byte[sealed.length - sealer.overhead()];
      if (sealer.open(associated(tree, key), sealed, 0, sealed.length, value, 0)) {
        return value;
      }
    }
    throw broken(tree, key);
  }

  /** C3. Opens the value of a cursor's entry. */
  void open(Opener opener, int tree, KvCursor sealed) {
    int length = sealed.valueLength();
    if (sealer == null || !opener.open(associated(tree, sealed), sealed.valueArray(), sealed.valueOffset(), length)) {
      throw broken(tree, sealed.key());
    }
  }

  private static StoreException broken(int tree, byte[] key) {
    return StoreException.corrupt(
        "KV tree " + tree + ", key " + HexFormat.of().formatHex(key) + ": the value has been changed, or belongs elsewhere");
  }

  private static boolean isHidden(int tree, byte[] key) {
    return tree == StoreHeader.TREE && StoreHeader.isSlotKey(key);
  }

  void putSlotEntry(byte[] entry) {
    StoreHeader.putSlotEntry(inner(), entry);
    wantsSlot = false;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    byte[] sealed = super.get(tree, key);
    return sealed == null || isHidden(tree, key) ? null : open(tree, key, sealed);
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    requireVisible(tree, key);
    if (sealer == null || !isWritable()) {
      super.put(tree, key, NO_KEY); // which says what is wrong: READONLY, or MISUSE after the end
    }
    if (wantsSlot) {
      putSlotEntry(store.ownEntry());
    }
    super.put(tree, key, seal(tree, key, value));
  }

  private static void requireVisible(int tree, byte[] key) {
    if (isHidden(tree, key)) {
      throw new IllegalArgumentException("the key of the slot is not for others");
    }
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    requireVisible(tree, key);
    return super.delete(tree, key);
  }

  /** The engine's old value is the sealed one, which nobody here has at hand. */
  @Override
  public void replace(int tree, byte[] key, byte[] old, byte[] value) {
    if (value == null) {
      delete(tree, key);
    } else {
      put(tree, key, value);
    }
  }

  @Override
  public void clear(int tree) {
    byte[] entry = tree == StoreHeader.TREE ? StoreHeader.slotEntry(inner()) : null;
    super.clear(tree);
    if (entry != null) {
      StoreHeader.putSlotEntry(inner(), entry);
    }
  }

  @Override
  public KvCursor cursor(int tree) {
    KvCursor cursor = new SealedCursor(this, tree, super.cursor(tree), sealer == null ? null : sealer.opener());
    return tree == StoreHeader.TREE ? new SlotHidingCursor(cursor) : cursor;
  }

  @Override
  public void commit(Synchronous level) {
    super.commit(level);
    end();
  }

  @Override
  public void rollback() {
    super.rollback();
    end();
  }

  @Override
  public void close() {
    rollback();
  }

  private void end() {
    store.giveBack(sealer);
    sealer = null;
  }
}
