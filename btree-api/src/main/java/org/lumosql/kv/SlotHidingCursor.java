// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** A cursor over tree 0 of an encrypted store that passes over the key slot (C2 of {@link SealedStore}). */
final class SlotHidingCursor implements KvCursor {
  private final KvCursor inner;

  SlotHidingCursor(KvCursor inner) {
    this.inner = inner;
  }

  private boolean passForward(boolean found) {
    return found && StoreHeader.isSlotKey(inner.key()) ? inner.next() : found;
  }

  private boolean passBackward(boolean found) {
    return found && StoreHeader.isSlotKey(inner.key()) ? inner.previous() : found;
  }

  @Override
  public boolean seek(byte[] key) {
    return passForward(inner.seek(key));
  }

  @Override
  public boolean first() {
    return passForward(inner.first());
  }

  @Override
  public boolean last() {
    return passBackward(inner.last());
  }

  @Override
  public boolean next() {
    return passForward(inner.next());
  }

  @Override
  public boolean previous() {
    return passBackward(inner.previous());
  }

  @Override
  public byte[] key() {
    return inner.key();
  }

  @Override
  public byte[] value() {
    return inner.value();
  }

  @Override
  public byte[] valueArray() {
    return inner.valueArray();
  }

  @Override
  public int valueOffset() {
    return inner.valueOffset();
  }

  @Override
  public int valueLength() {
    return inner.valueLength();
  }

  @Override
  public int keyLength() {
    return inner.keyLength();
  }

  @Override
  public long keyNumber() {
    return inner.keyNumber();
  }

  @Override
  public void close() {
    inner.close();
  }
}
