// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

/**
 * The memory that all sorters, lists of rows and key sets of one statement may hold together, before they go on in files. Each may have a certain part of it; what is left when
 * others have theirs may be nothing, but a small amount is granted to everybody in any case: a sorter must not write a run for every few records.
 */
final class TemporaryMemory {
  /** How many may have all that one may have. */
  private static final int FULL_SHARES = 2;
  private static final int SMALLEST_SHARE = 1 << 18;
  /** What everybody gets, as a part of what one may have. */
  private static final int PARTS = 16;

  private final long each;
  private final long total;
  private final long least;
  private long used;

  /** @param each bytes that one of them may hold at most */
  TemporaryMemory(long each) {
    this.each = Math.min(each, Long.MAX_VALUE / (2 * FULL_SHARES));
    this.total = this.each * FULL_SHARES;
    this.least = Math.min(this.each, Math.max(SMALLEST_SHARE, this.each / PARTS));
  }

  /** For a new sorter, list or set. */
  Share share() {
    return new Share();
  }

  /** What one of them holds. */
  final class Share {
    private long granted;

    /** How many bytes it may hold without asking again. */
    long granted() {
      return granted;
    }

    /** Asks for more, so that it holds {@code needed} bytes in all; false if it must do with what it has. */
    boolean reserve(long needed) {
      if (needed <= granted) {
        return true;
      }
      if (needed > each) {
        return false;
      }
      long wanted = Math.min(each, Math.max(needed, Math.max(least, granted * 2)));
      if (used - granted + wanted > total) {
        wanted = Math.max(needed, least);
        if (used - granted + wanted > total && needed > least) {
          return false;
        }
      }
      used += wanted - granted;
      granted = wanted;
      return true;
    }

    /** It holds nothing any more. */
    void release() {
      used -= granted;
      granted = 0;
    }
  }
}
