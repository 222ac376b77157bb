// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** A cursor over tree 0 of an encrypted store that passes over the key slot (C2 of {@link SealedStore}). */
final class SlotHidingCursor extends ForwardingCursor {
  SlotHidingCursor(KvCursor inner) {
    super(inner);
  }

  private boolean passForward(boolean found) {
    return found && StoreHeader.isSlotKey(key()) ? super.next() : found;
  }

  private boolean passBackward(boolean found) {
    return found && StoreHeader.isSlotKey(key()) ? super.previous() : found;
  }

  @Override
  public boolean seek(byte[] key) {
    return passForward(super.seek(key));
  }

  @Override
  public boolean first() {
    return passForward(super.first());
  }

  @Override
  public boolean last() {
    return passBackward(super.last());
  }

  @Override
  public boolean next() {
    return passForward(super.next());
  }

  @Override
  public boolean previous() {
    return passBackward(super.previous());
  }
}
