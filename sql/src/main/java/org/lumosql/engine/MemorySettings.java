// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/**
 * Limits and numbers of threads that can be set and asked for (https://sqlite.org/pragma.html#pragma_hard_heap_limit), but are the business of the JVM's heap size here: each
 * is this connection's own number.
 */
final class MemorySettings {
  private long softHeapLimit;
  private long hardHeapLimit;
  private int analysisLimit;
  private int threads;

  long softHeapLimit() {
    return softHeapLimit;
  }

  /** A negative number changes nothing; no soft limit is above the hard one. */
  void setSoftHeapLimit(long bytes) {
    if (bytes >= 0) {
      boolean isBeyond = hardHeapLimit > 0 && (bytes > hardHeapLimit || bytes == 0);
      softHeapLimit = isBeyond ? hardHeapLimit : bytes;
    }
  }

  long hardHeapLimit() {
    return hardHeapLimit;
  }

  /** A pragma can only lower it. */
  void lowerHardHeapLimit(long bytes) {
    if (bytes > 0 && (hardHeapLimit == 0 || bytes < hardHeapLimit)) {
      hardHeapLimit = bytes;
      setSoftHeapLimit(softHeapLimit);
    }
  }

  int threads() {
    return threads;
  }

  void setThreads(int threads) {
    this.threads = threads;
  }

  int analysisLimit() {
    return analysisLimit;
  }

  void setAnalysisLimit(long rows) {
    if (rows >= 0) {
      analysisLimit = (int) rows & Integer.MAX_VALUE;
    }
  }
}
