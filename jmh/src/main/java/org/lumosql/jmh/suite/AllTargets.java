// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameter that suites over all targets have: {@code -p target=…} chooses others, with any options that targets have. */
@State(Scope.Benchmark)
public abstract class AllTargets {
  @Param({
    "3.54.1", "native", "native+encrypt", "lmdb", "lmdb+layout-pages", "lmdb+encrypt", "lmdb+encrypt+layout-pages", "bdb", "bdb+layout-pages", "bdb+encrypt",
    "bdb+encrypt+layout-pages", "rocksdb", "rocksdb+layout-pages", "rocksdb+encrypt", "rocksdb+encrypt+layout-pages", "h2", "hsqldb", "derby"
  })
  public String target;
}
