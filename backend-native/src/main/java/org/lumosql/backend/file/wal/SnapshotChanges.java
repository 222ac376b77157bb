// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

/**
 * Which pages differ between two snapshots that a connection has taken one after the other, so that it need not forget the others. As long as the log has not been started
 * anew between, each page that a commit has changed since is in a frame behind the last one of the older snapshot.
 */
final class SnapshotChanges {
  /** More than a cache has by default: then it is as well to forget them all. */
  private static final int MOST_FRAMES = 500;

  private final LogState state;
  private boolean isKnown;
  private int salt1;
  private int salt2;
  private int lastFrame;

  SnapshotChanges(LogState state) {
    this.state = state;
  }

  /** To be called before the newer snapshot is taken. A header that was cleared (version 0) is of no snapshot. */
  void remember() {
    WalIndexHeader header = state.header;
    isKnown = state.privateIndex == null && header.version() == WalFile.VERSION;
    salt1 = header.salt1();
    salt2 = header.salt2();
    lastFrame = header.maximumFrame();
  }

  /**
   * Shows the pages, some of them more than once. Requires: the newer snapshot is open.
   *
   * @return false if that cannot be told; what was shown means nothing then
   */
  boolean show(PageVisitor visitor) {
    WalIndexHeader header = state.header;
    int last = header.maximumFrame();
    boolean isSameLog = isKnown && header.salt1() == salt1 && header.salt2() == salt2;
    if (!isSameLog || last < lastFrame || last - lastFrame > MOST_FRAMES) {
      return false;
    }
    for (int frame = lastFrame + 1; frame <= last; frame++) {
      visitor.visit(state.index.pageOf(frame));
    }
    // whoever reads the database alone does not keep a writer from starting the log anew: that changes the salts before it changes an entry
    state.index.barrier();
    return state.index.isOfSameLog(header);
  }
}
