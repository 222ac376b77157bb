// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Counts operations and fails the one of a given number with IOERR; once, or that one and all after it. */
public final class Faults {
  private long remaining = Long.MAX_VALUE;
  private boolean isLasting;
  private boolean hasFailed;

  /** The {@code n}-th operation from now, counted from 1, fails. */
  public void failAt(long n, boolean lasting) {
    remaining = n;
    isLasting = lasting;
    hasFailed = false;
  }

  /** Nothing fails any more. */
  public void stop() {
    remaining = Long.MAX_VALUE;
  }

  /** Whether an operation has failed since {@link #failAt}. */
  public boolean hasFailed() {
    return hasFailed;
  }

  /** To be called before each operation. */
  public void operation(String name) {
    if (remaining == Long.MAX_VALUE) {
      return;
    }
    remaining--;
    if (remaining == 0 || isLasting && remaining < 0) {
      hasFailed = true;
      throw new StoreException(ResultCode.IOERR, "made to fail: " + name);
    }
  }
}
