// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.util.Arrays;

/**
 * The 48 bytes at the head of the WAL-index, as twelve words in native byte order: what a snapshot is.
 *
 * <pre>
 *   0 version 3007000   1 unused   2 change counter   3 bytes: initialised, big-endian checksums; half-word: page size
 *   (1 = 65536) 4 last valid frame  5 pages of the database   6, 7 checksum of the last frame   8, 9 salts, as stored
 *   in the log 10, 11 checksum of words 0 … 9
 * </pre>
 */
final class WalIndexHeader {
  static final int WORDS = 12;
  static final int SALT = 8;

  private static final int VERSION = 0;
  private static final int CHANGE = 2;
  private static final int FLAGS = 3;
  private static final int MAXIMUM_FRAME = 4;
  private static final int PAGE_COUNT = 5;
  private static final int FRAME_CHECKSUM = 6;
  private static final int CHECKSUM = 10;

  private final int[] words = new int[WORDS];

  int[] words() {
    return words;
  }

  void clear() {
    Arrays.fill(words, 0);
  }

  void copyFrom(WalIndexHeader other) {
    System.arraycopy(other.words, 0, words, 0, WORDS);
  }

  boolean equalTo(WalIndexHeader other) {
    return Arrays.equals(words, other.words);
  }

  /** Whether the memory was initialised and the checksum is right. */
  boolean isValid() {
    int initialised = WalFile.NATIVE_IS_BIG_ENDIAN ? words[FLAGS] >>> 24 : words[FLAGS] & 0xff;
    long stored = WalChecksum.state(words[CHECKSUM], words[CHECKSUM + 1]);
    return initialised != 0 && WalChecksum.ofWords(words, CHECKSUM) == stored;
  }

  /** Sets version, initialised flag and checksum: before it is written. */
  void seal() {
    words[VERSION] = WalFile.VERSION;
    words[FLAGS] |= WalFile.NATIVE_IS_BIG_ENDIAN ? 1 << 24 : 1;
    long checksum = WalChecksum.ofWords(words, CHECKSUM);
    words[CHECKSUM] = WalChecksum.first(checksum);
    words[CHECKSUM + 1] = WalChecksum.second(checksum);
  }

  int version() {
    return words[VERSION];
  }

  void countChange() {
    words[CHANGE]++;
  }

  boolean isBigEndianChecksum() {
    return (WalFile.NATIVE_IS_BIG_ENDIAN ? words[FLAGS] >>> 16 & 0xff : words[FLAGS] >>> 8 & 0xff) != 0;
  }

  /** 0 if no frame was ever written. */
  int pageSize() {
    int stored = WalFile.NATIVE_IS_BIG_ENDIAN ? words[FLAGS] & 0xffff : words[FLAGS] >>> 16;
    return (stored & 0xfe00) + ((stored & 1) << 16);
  }

  void setFormat(int pageSize, boolean bigEndianChecksum) {
    int stored = pageSize & 0xff00 | pageSize >>> 16;
    int big = bigEndianChecksum ? 1 : 0;
    if (WalFile.NATIVE_IS_BIG_ENDIAN) {
      words[FLAGS] = words[FLAGS] & 0xff000000 | big << 16 | stored;
    } else {
      words[FLAGS] = words[FLAGS] & 0xff | big << 8 | stored << 16;
    }
  }

  int maximumFrame() {
    return words[MAXIMUM_FRAME];
  }

  void setMaximumFrame(int frame) {
    words[MAXIMUM_FRAME] = frame;
  }

  int pageCount() {
    return words[PAGE_COUNT];
  }

  void setPageCount(int count) {
    words[PAGE_COUNT] = count;
  }

  long frameChecksum() {
    return WalChecksum.state(words[FRAME_CHECKSUM], words[FRAME_CHECKSUM + 1]);
  }

  void setFrameChecksum(long checksum) {
    words[FRAME_CHECKSUM] = WalChecksum.first(checksum);
    words[FRAME_CHECKSUM + 1] = WalChecksum.second(checksum);
  }

  int salt1() {
    return bigEndian(words[SALT]);
  }

  int salt2() {
    return bigEndian(words[SALT + 1]);
  }

  void setSalts(int salt1, int salt2) {
    words[SALT] = bigEndian(salt1);
    words[SALT + 1] = bigEndian(salt2);
  }

  private static int bigEndian(int word) {
    return WalFile.NATIVE_IS_BIG_ENDIAN ? word : Integer.reverseBytes(word);
  }
}
