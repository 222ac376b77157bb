// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/** A cursor of a {@link SealedStore}: opens values when they are asked for. */
final class SealedCursor implements KvCursor {
  private static final int SHORT = 128;
  /** Longer ones have arrays of just their length. */
  private static final int LONGEST_KEPT = 1 << 16;

  private final SealedTransaction transaction;
  private final int tree;
  private final KvCursor inner;
  /** The value of the present entry, if it is opened, in an array that is used again; −1 bytes if not. */
  private byte[] opened = new byte[SHORT];

  private int openedLength = -1;

  SealedCursor(SealedTransaction transaction, int tree, KvCursor inner) {
    this.transaction = transaction;
    this.tree = tree;
    this.inner = inner;
  }

  @Override
  public boolean seek(byte[] key) {
    openedLength = -1;
    return inner.seek(key);
  }

  @Override
  public boolean first() {
    openedLength = -1;
    return inner.first();
  }

  @Override
  public boolean last() {
    openedLength = -1;
    return inner.last();
  }

  @Override
  public boolean next() {
    openedLength = -1;
    return inner.next();
  }

  @Override
  public boolean previous() {
    openedLength = -1;
    return inner.previous();
  }

  @Override
  public byte[] key() {
    return inner.key();
  }

  private void open() {
    if (openedLength < 0) {
      int length = transaction.openedLength(inner);
      if (length > opened.length || opened.length > LONGEST_KEPT) {
        opened = new byte[length > LONGEST_KEPT ? length : Math.max(SHORT, 2 * length)];
      }
      transaction.open(tree, inner, opened);
      openedLength = length;
    }
  }

  @Override
  public byte[] value() {
    open();
    if (openedLength <= LONGEST_KEPT) {
      return Arrays.copyOf(opened, openedLength);
    }
    byte[] handedOut = opened;
    opened = new byte[SHORT];
    openedLength = -1;
    return handedOut;
  }

  @Override
  public byte[] valueArray() {
    open();
    return opened;
  }

  @Override
  public int valueOffset() {
    open();
    return 0;
  }

  @Override
  public int valueLength() {
    open();
    return openedLength;
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
