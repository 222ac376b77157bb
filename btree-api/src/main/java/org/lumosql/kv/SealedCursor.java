// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.cipher.Opener;

/** A cursor of a {@link SealedStore}: opens values when they are asked for. Whatever gives a value must be overridden here. Hot path: {@link #next}, the value where it lies. */
final class SealedCursor extends ForwardingCursor {
  private final SealedTransaction transaction;
  private final int tree;
  private final Opener opener;
  /** Whether the opener shows the value of the present entry. */
  private boolean isOpen;

  /** @param opener null if the store has no key yet, and so no entries */
  SealedCursor(SealedTransaction transaction, int tree, KvCursor inner, Opener opener) {
    super(inner);
    this.transaction = transaction;
    this.tree = tree;
    this.opener = opener;
  }

  @Override
  public boolean seek(byte[] key) {
    isOpen = false;
    return super.seek(key);
  }

  @Override
  public boolean first() {
    isOpen = false;
    return super.first();
  }

  @Override
  public boolean last() {
    isOpen = false;
    return super.last();
  }

  @Override
  public boolean next() {
    isOpen = false;
    return super.next();
  }

  @Override
  public boolean previous() {
    isOpen = false;
    return super.previous();
  }

  private void open() {
    if (!isOpen) {
      transaction.open(opener, tree, inner());
      isOpen = true;
    }
  }

  @Override
  public byte[] value() {
    open();
    isOpen = false;
    return opener.take();
  }

  @Override
  public byte[] valueArray() {
    open();
    return opener.array();
  }

  @Override
  public int valueOffset() {
    open();
    return opener.offset();
  }

  @Override
  public int valueLength() {
    open();
    return opener.length();
  }
}
