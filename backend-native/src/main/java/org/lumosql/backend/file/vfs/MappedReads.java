// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads pages of a database through mappings of its file, which saves the calls of the operating system and a copy. A
 * handle that reads little never maps anything: a segment is mapped when so many reads have missed it that the mapping pays.
 *
 * <ol>
 *   <li>M1. Nothing but whole reads inside of what is mapped is answered; all else is the caller's. The header, which every transaction reads
 *       first, is no exception: the file's size is looked at before (M2), so that one that has become empty is noticed.
 *   <li>M2. Bytes are only copied out, never written, and only under a lock that keeps everybody from shortening the file: SHARED in rollback mode, a read
 *       mark in WAL mode, where a checkpoint may cut off what no snapshot has any more. Java tells of a copy from behind the file's end only later: so the size is looked at after each locking, and now and then in
 *       between. Where the file has become shorter all the same, the mapping is given up, and the caller's own read tells what is wrong.
 *   <li>M3. {@code -Dlumosql.mappedReads=false} switches it off, for files that other programs truncate without asking for locks.
 *   <li>M4. Only where mappings show at once what is written by calls, and do not keep files from being truncated or deleted: on Linux.
 * </ol>
 *
 * Belongs to one handle.
 */
final class MappedReads {
  private static final boolean IS_POSSIBLE =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")
          && !"32".equals(System.getProperty("sun.arch.data.model"))
          && !"false".equals(System.getProperty("lumosql.mappedReads"));
  private static final int SEGMENT_SHIFT = 30;
  private static final int SEGMENT_MASK = (1 << SEGMENT_SHIFT) - 1;
  private static final int MAXIMUM_SEGMENTS = 64;
  private static final int CHECK_INTERVAL = 64;

  /** So many reads outside of the mappings, and mapping anew is cheaper than going on. */
  static final int PATIENCE = 1_000;

  private final RandomAccessFile file;
  private ByteBuffer[] segments = {};
  private int misses;
  private int readsBeforeCheck;
  private long knownSize;
  private boolean isOff = !IS_POSSIBLE;

  MappedReads(RandomAccessFile file) {
    this.file = file;
  }

  /** Whether the bytes were there and have been copied. Hot path. */
  boolean read(long from, byte[] target, int offset, int length) {
    int segment = (int) Math.min(from >>> SEGMENT_SHIFT, MAXIMUM_SEGMENTS);
    int start = (int) from & SEGMENT_MASK;
    ByteBuffer bytes = segment < segments.length ? segments[segment] : null;
    if (bytes == null || length > bytes.limit() - start) {
      return !isOff && missed(segment);
    }
    try {
      if (readsBeforeCheck-- == 0) {
        readsBeforeCheck = CHECK_INTERVAL;
        knownSize = file.length();
      }
      if (knownSize < from + length) {
        giveUp();
        return false;
      }
      bytes.get(start, target, offset, length);
      return true;
    } catch (IOException | InternalError unreadable) {
      giveUp();
      return false;
    }
  }

  /** Counts a read that must be done otherwise, and maps its segment for those to come. Always false. */
  private boolean missed(int segment) {
    if (++misses >= PATIENCE) {
      misses = 0;
      map(segment);
    }
    return false;
  }

  private void map(int segment) {
    if (segment >= MAXIMUM_SEGMENTS) {
      return;
    }
    try {
      long start = (long) segment << SEGMENT_SHIFT;
      int length = (int) Math.min(file.length() - start, 1L << SEGMENT_SHIFT);
      ByteBuffer old = segment < segments.length ? segments[segment] : null;
      if (length <= (old == null ? 0 : old.limit())) {
        return;
      }
      if (segment >= segments.length) {
        segments = Arrays.copyOf(segments, segment + 1);
      }
      readsBeforeCheck = 0;
      segments[segment] = MappingThread.map(file.getChannel(), MapMode.READ_ONLY, start, length);
    } catch (IOException noRoomOrNoMappings) {
      giveUp();
    }
  }

  /** To be called when a lock is taken: what was known of the file is old. */
  void checkSize() {
    readsBeforeCheck = 0;
  }

  /** To be called before the file gets shorter. */
  void forget() {
    segments = new ByteBuffer[0];
    misses = 0;
  }

  private void giveUp() {
    forget();
    isOff = true;
  }

  /** Whether anything is mapped; for tests. */
  boolean isMapping() {
    return segments.length > 0;
  }
}
