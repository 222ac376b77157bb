// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.backend.file.vfs.Vfs;

/**
 * What a write transaction must remember to be undone, whole or back to a savepoint: which pages changed since when,
 * and copies of those that the store cannot bring back.
 *
 * <p>A stack of points. Point 0 is the beginning of the transaction, point <i>i</i> + 1 is savepoint <i>i</i>. Every
 * point knows the pages that were {@linkplain Point#touched touched} since it was made, so the sets are nested: a
 * page touched since an inner point is touched since all outer points (that the database was large enough for). A
 * page that is touched for the first time in the transaction needs no copy if the store keeps originals. Any other
 * page is copied once for all points that have not seen it touched, which are always the innermost ones.
 *
 * <p>Undoing to a point: the store goes back to its mark; the pages touched since are forgotten; copies made for this
 * point or one outside it are put back, being changes older than the point. The point's own records stay valid: its
 * state is the same as before, and it may be rolled back to again.
 */
final class Savepoints implements AutoCloseable {
  /** A point of the transaction that can be gone back to. */
  static final class Point {
    final PageSet touched = new PageSet();
    int pageCount;
    long storeMark;

    /** Records of the undo log before this one are older than the point. */
    int firstRecord;
  }

  private final UndoLog log;
  private Point[] points = {new Point()};

  /** Points in use. */
  private int count;

  private boolean storeKeepsOriginals;

  Savepoints(Vfs vfs, PageCodec codec, int pageSize) {
    this.log = new UndoLog(vfs, codec, pageSize);
  }

  void setPageSize(int pageSize) {
    log.setPageSize(pageSize);
  }

  /** Starts a transaction. */
  void begin(int pageCount, long storeMark, boolean keepsOriginals) {
    assert count == 0 : "a transaction is open";
    storeKeepsOriginals = keepsOriginals;
    push(pageCount, storeMark);
  }

  /** Ends the transaction. */
  void end() {
    while (count > 0) {
      points[--count].touched.clear();
    }
    log.clear();
  }

  /** Number of savepoints, the transaction itself not counted. */
  int depth() {
    return Math.max(0, count - 1);
  }

  void push(int pageCount, long storeMark) {
    if (count == points.length) {
      points = Arrays.copyOf(points, count * 2);
    }
    if (points[count] == null) {
      points[count] = new Point();
    }
    Point point = points[count++];
    point.pageCount = pageCount;
    point.storeMark = storeMark;
    point.firstRecord = log.count();
  }

  /** Removes the points from {@code index} inward. */
  void removeFrom(int index) {
    assert index > 0 : "the transaction ends with end()";
    if (index >= count) {
      return;
    }
    int firstRecord = points[index].firstRecord;
    while (count > index) {
      points[--count].touched.clear();
    }
    if (count == 1 && storeKeepsOriginals) {
      log.clear();
    } else {
      log.compact(firstRecord, count);
    }
  }

  Point point(int index) {
    assert index < count : "point " + index + " of " + count;
    return points[index];
  }

  UndoLog log() {
    return log;
  }

  /** Whether the page existed when the transaction began and has not been touched since. */
  boolean isFirstChange(int number) {
    return number <= points[0].pageCount && !points[0].touched.contains(number);
  }

  /** Whether every point has what it may need to restore this page, so that its contents may be thrown away. */
  boolean isSaved(int number) {
    for (int i = count - 1; i >= 0; i--) {
      if (number <= points[i].pageCount) {
        return points[i].touched.contains(number);
      }
    }
    return true;
  }

  /**
   * Notes that a page is about to change.
   *
   * @param contents what it holds; null if nobody can want that back, because the page is free
   */
  void touch(int number, byte[] contents) {
    int outermost = -1;
    for (int i = count - 1; i >= 0; i--) {
      Point point = points[i];
      if (number <= point.pageCount) {
        if (point.touched.contains(number)) {
          break;
        }
        outermost = i;
      }
    }
    if (outermost < 0) {
      return;
    }
    if (contents != null && !(outermost == 0 && storeKeepsOriginals)) {
      log.append(number, contents, outermost);
    }
    for (int i = outermost; i < count; i++) {
      if (number <= points[i].pageCount) {
        points[i].touched.add(number);
      }
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
