// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.file.Path;

/**
 * An engine and what is stacked upon it: trees use {@code top}, commits over several databases also {@code commits},
 * which is directly above the engine.
 *
 * @param top the uppermost store, which closes all
 * @param commits null if the store is in no file
 */
record StoreStack(KvStore top, TwoStepStore commits) {
  static StoreStack over(KvStore engine, Path path) {
    TwoStepStore commits = path == null ? null : new TwoStepStore(engine, path);
    KvStore tied = commits == null ? engine : commits;
    boolean isLimited = engine.traits().maximumKeyLength() < Integer.MAX_VALUE;
    return new StoreStack(isLimited ? new LongKeysStore(tied) : tied, commits);
  }
}
