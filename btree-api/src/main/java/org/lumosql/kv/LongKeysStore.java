// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.List;

/** Keys of any length over a store that limits them: see {@link LongKeys}. Trees have numbers below 2<sup>30</sup>. */
public final class LongKeysStore implements KvStore {
  private final KvStore inner;
  private final Traits traits;

  public LongKeysStore(KvStore inner) {
    this.inner = inner;
    this.traits = new Traits(Integer.MAX_VALUE, inner.traits().threadBound(), inner.traits().multiProcess());
  }

  @Override
  public KvTransaction begin(boolean write) {
    return new LongKeysTransaction(inner.begin(write), inner.traits().maximumKeyLength());
  }

  @Override
  public Traits traits() {
    return traits;
  }

  /** As long as may be, unless what is below has a reason of its own to want less. */
  @Override
  public int longestIndexKey() {
    int below = inner.longestIndexKey();
    return below < inner.traits().maximumKeyLength() ? below : Integer.MAX_VALUE;
  }

  @Override
  public List<String> layers() {
    List<String> layers = new ArrayList<>();
    layers.add("longkeys");
    layers.addAll(inner.layers());
    return layers;
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
  public void close() {
    inner.close();
  }

  @Override
  public String toString() {
    return "longkeys over " + inner;
  }
}
