// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import java.nio.file.Path;
import org.lumosql.btree.OpenOptions;
import org.lumosql.kv.KvBackend;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.OpenStores;
import org.lumosql.kv.SortedMapStore;

/** Databases in sorted maps, each as long as a connection to it is open. Its keys are short, so that many are cut. */
public final class SortedMapBackend extends KvBackend {
  public SortedMapBackend() {
    super(new OpenStores());
  }

  @Override
  public String name() {
    return "sortedmap";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public boolean recognises(Path path) {
    return false;
  }

  @Override
  protected boolean hasFiles() {
    return false;
  }

  @Override
  protected KvStore openStore(Path path, OpenOptions options) {
    return new SortedMapStore(64);
  }
}
