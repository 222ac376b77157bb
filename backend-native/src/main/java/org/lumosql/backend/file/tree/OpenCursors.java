// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.util.Arrays;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The cursors that are open on the trees of one connection. */
public final class OpenCursors {
  private TreeCursor[] cursors = new TreeCursor[8];
  private int count;

  void add(TreeCursor cursor) {
    if (count == cursors.length) {
      cursors = Arrays.copyOf(cursors, count * 2);
    }
    cursor.slot = count;
    cursors[count++] = cursor;
  }

  void remove(TreeCursor cursor) {
    int slot = cursor.slot;
    count--;
    cursors[slot] = cursors[count];
    cursors[slot].slot = slot;
    cursors[count] = null;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Whether a cursor is open that can still be used: one not tripped by a rollback. */
  public boolean anyAlive() {
    for (int i = 0; i < count; i++) {
      if (!cursors[i].isTripped()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cursor that can still be used is open on a tree. */
  public boolean anyOn(int tree) {
    for (int i = 0; i < count; i++) {
      if (cursors[i].tree() == tree && !cursors[i].isTripped()) {
        return true;
      }
    }
    return false;
  }

  /** Displaces all cursors on a tree but one. Hot path of writes. */
  void displace(int tree, TreeCursor except) {
    if (count == 1) {
      return;
    }
    for (int i = 0; i < count; i++) {
      TreeCursor cursor = cursors[i];
      if (cursor != except && cursor.tree() == tree) {
        cursor.displace();
      }
    }
  }

  /** Displaces all cursors. */
  public void displaceAll() {
    for (int i = 0; i < count; i++) {
      cursors[i].displace();
    }
  }

  /** Displaces all cursors; one whose entry cannot be read is tripped. */
  public void displaceOrTripAll() {
    for (int i = 0; i < count; i++) {
      displaceOrTrip(cursors[i]);
    }
  }

  private static void displaceOrTrip(TreeCursor cursor) {
    try {
      cursor.displace();
    } catch (StoreException e) {
      cursor.trip(e.code());
    }
  }

  /** Takes the positions away from all cursors on a tree, whose entries are gone. */
  void invalidate(int tree) {
    for (int i = 0; i < count; i++) {
      if (cursors[i].tree() == tree) {
        cursors[i].invalidate();
      }
    }
  }

  /**
   * Trips cursors: every later use throws the code.
   *
   * @param writersOnly displace the readers only
   */
  public void trip(ResultCode code, boolean writersOnly) {
    for (int i = 0; i < count; i++) {
      TreeCursor cursor = cursors[i];
      if (writersOnly && !cursor.isWritable()) {
        displaceOrTrip(cursor);
      } else {
        cursor.trip(code);
      }
    }
  }

  /** Closes all cursors. */
  public void closeAll() {
    while (count > 0) {
      cursors[count - 1].close();
    }
  }
}
