// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * An index in the heap for a connection that may read, but not write, the {@code -shm} file
 * (https://sqlite.org/wal.html#readonly). The hash tables in such a file may be leftovers of a crash, which this
 * connection could not repair; so it takes from it only the header, if that is good, and makes the rest from the log
 * itself, always checking what it reads.
 */
final class PrivateIndex {
  private final WalFile file;
  private final WalIndex index = new WalIndex(new HeapSharedMemory());

  /** What was indexed so far: of the log with these salts the frames up to this one. */
  private long salts;

  private int lastFrame;
  private long checksum;

  PrivateIndex(WalFile file) {
    this.file = file;
    index.map(true);
  }

  WalIndex index() {
    return index;
  }

  /** Brings the index to the snapshot of a header from shared memory, by reading only what is new in the log. */
  void follow(WalIndexHeader header) {
    int last = header.maximumFrame();
    if (last == 0) {
      return;
    }
    FrameScanner frames = open();
    if (frames == null || header.salt1() != (int) (salts >>> 32) || header.salt2() != (int) salts) {
      throw unusable();
    }
    if (last < lastFrame) {
      restart();
    }
    if (lastFrame > 0) {
      frames.startBehind(lastFrame, checksum);
    }
    while (frames.frame() < last && frames.next()) {
      index.append(frames.frame(), frames.pageNumber());
    }
    lastFrame = frames.frame();
    checksum = frames.checksum();
    if (lastFrame != last || checksum != header.frameChecksum()) {
      throw unusable();
    }
  }

  /**
   * Indexes the whole log, for want of a good header in shared memory, and sets {@code header} to the last commit in
   * it.
   */
  void recover(WalIndexHeader header) {
    header.clear();
    restart();
    FrameScanner frames = open();
    while (frames != null && frames.next()) {
      index.append(frames.frame(), frames.pageNumber());
      if (frames.commitSize() != 0) {
        header.setMaximumFrame(frames.frame());
        header.setPageCount(frames.commitSize());
        header.setFrameChecksum(frames.checksum());
      }
    }
    if (frames != null) {
      header.setFormat(frames.pageSize(), frames.isBigEndian());
      header.setSalts((int) (salts >>> 32), (int) salts);
    }
    lastFrame = header.maximumFrame();
    checksum = header.frameChecksum();
    index.removeBehind(lastFrame);
    header.seal();
  }

  private void restart() {
    lastFrame = 0;
    checksum = 0;
  }

  /** A scanner at the first frame, or null if there is no valid log; notices if the log was started anew. */
  private FrameScanner open() {
    byte[] bytes = new byte[WalFile.HEADER_SIZE];
    if (file.read(0, bytes, 0, bytes.length) < bytes.length || !WalFile.isValidHeader(bytes)) {
      return null;
    }
    if (salts != BigEndian.getLong(bytes, 16)) {
      salts = BigEndian.getLong(bytes, 16);
      restart();
    }
    FrameScanner frames = new FrameScanner(file, BigEndian.getInt(bytes, 8), (BigEndian.getInt(bytes, 0) & 1) != 0,
        salts);
    frames.startBehind(0, BigEndian.getLong(bytes, 24));
    return frames;
  }

  private StoreException unusable() {
    return new StoreException(
        ResultCode.READONLY_RECOVERY, "the WAL-index does not fit " + file.path()
        + ", and may not be written to recover it");
  }
}
