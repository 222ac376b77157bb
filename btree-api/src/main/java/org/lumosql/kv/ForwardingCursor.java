// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** Hands every call on to another cursor. */
public abstract class ForwardingCursor implements KvCursor {
  private final KvCursor inner;

  protected ForwardingCursor(KvCursor inner) {
    this.inner = inner;
  }

  protected final KvCursor inner() {
    return inner;
  }

  @Override
  public boolean seek(byte[] key) {
    return inner.seek(key);
  }

  @Override
  public boolean first() {
    return inner.first();
  }

  @Override
  public boolean last() {
    return inner.last();
  }

  @Override
  public boolean next() {
    return inner.next();
  }

  @Override
  public boolean previous() {
    return inner.previous();
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

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + inner + ")";
  }
}
