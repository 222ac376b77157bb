// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


/**
 * Walks the frames of a log from front to back, as long as salts and checksums are right: the rules for what is in the
 * log (https://sqlite.org/fileformat2.html#walformat).
 */
final class FrameScanner {
  private final WalFile file;
  private final int pageSize;
  private final boolean bigEndian;
  private final long salts;
  private final byte[] buffer;
  private int frame;
  private long checksum;

  FrameScanner(WalFile file, int pageSize, boolean bigEndian, long salts) {
    this.file = file;
    this.pageSize = pageSize;
    this.bigEndian = bigEndian;
    this.salts = salts;
    this.buffer = new byte[WalFile.FRAME_HEADER_SIZE + pageSize];
  }

  /** The next frame is the one behind {@code lastFrame}, whose checksum is given. */
  void startBehind(int lastFrame, long lastChecksum) {
    frame = lastFrame;
    checksum = lastChecksum;
  }

  /** Goes to the next frame; false if there is none that counts. */
  boolean next() {
    if (frame == Integer.MAX_VALUE) {
      return false;
    }
    long offset = WalFile.frameOffset(frame + 1, pageSize);
    if (file.read(offset, buffer, 0, buffer.length) < buffer.length
        || BigEndian.getLong(buffer, 8) != salts
        || BigEndian.getInt(buffer, 0) == 0) {
      return false;
    }
    long sum = WalChecksum.update(checksum, buffer, 0, 8, bigEndian);
    sum = WalChecksum.update(sum, buffer, WalFile.FRAME_HEADER_SIZE, pageSize, bigEndian);
    if (sum != BigEndian.getLong(buffer, 16)) {
      return false;
    }
    checksum = sum;
    frame++;
    return true;
  }

  int pageSize() {
    return pageSize;
  }

  boolean isBigEndian() {
    return bigEndian;
  }

  int frame() {
    return frame;
  }

  int pageNumber() {
    return BigEndian.getInt(buffer, 0);
  }

  /** Pages of the database if the frame is a commit, else 0. */
  int commitSize() {
    return BigEndian.getInt(buffer, 4);
  }

  long checksum() {
    return checksum;
  }
}
