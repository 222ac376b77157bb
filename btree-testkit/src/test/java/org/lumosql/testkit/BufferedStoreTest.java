// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.nio.file.Path;
import org.lumosql.kv.KvStore;

class BufferedStoreTest extends KvStoreContract {
  @Override
  protected KvStore open(Path directory) {
    return new BufferedMapStore();
  }
}
