// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.List;

/** Hands every call on to another store. */
public abstract class ForwardingStore implements KvStore {
  private final KvStore inner;

  protected ForwardingStore(KvStore inner) {
    this.inner = inner;
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public String engineVersion() {
    return inner.engineVersion();
  }

  @Override
  public Traits traits() {
    return inner.traits();
  }

  @Override
  public int longestIndexKey() {
    return inner.longestIndexKey();
  }

  @Override
  public List<String> layers() {
    return inner.layers();
  }

  @Override
  public KvTransaction begin(boolean write) {
    return inner.begin(write);
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
