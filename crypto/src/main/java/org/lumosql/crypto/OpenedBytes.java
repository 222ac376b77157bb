// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What has lately been opened of a database, by any connection of this JVM, so that it need not be opened again: opening takes several times as long as copying.
 *
 * <ol>
 *   <li>O1. An entry is found by nonce, tag and associated data, all of them. A nonce is never used twice, so that they name one sealing, and the entry is what was
 *       sealed: it never becomes stale, whoever writes.
 *   <li>O2. The entries of all databases together take about {@link #LIMIT} bytes at most; each database is entitled to an equal share.
 *   <li>O3. The entries go with the last key of the database that is closed.
 * </ol>
 *
 * <p>An entry is one array: the length of the associated data, those data, nonce, tag, plain bytes. Thread-safe; finding takes no lock.
 */
final class OpenedBytes {
  /** A sixteenth of the heap, at most 64 MB; {@code -Dlumosql.openedBytes} says otherwise, 0 for none. */
  static final long LIMIT = Long.getLong("lumosql.openedBytes", Math.min(Runtime.getRuntime().maxMemory() / 16, 64L << 20));

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final Map<ByteBuffer, OpenedBytes> SHARED = new HashMap<>();
  private static volatile int databases;

  private static final int TAG_LENGTH = AeadSealer.TAG_LENGTH;
  /** Bytes for the length of the associated data. */
  private static final int HEAD = 2;

  private static final int MOST_ASSOCIATED = 0xffff;
  private static final int WAYS = 4;
  /** Puts trees apart. */
  private static final int SCATTER = 0x9E3779B1;

  private static final int SMALLEST_TABLE = 64;
  /** What an array and its place take beside the bytes. */
  private static final int ENTRY_COST = 24;

  /** A database that is read at random and has no room any more replaces one entry for so many that it opens: most would go again before they were of use. */
  private static final int ADMISSION = 4;

  private final ByteBuffer name;
  private final int nonceLength;
  /** Of nonce and tag. */
  private final int markLength;

  private int holders;

  private volatile AtomicReferenceArray<byte[]> table = new AtomicReferenceArray<>(SMALLEST_TABLE);
  private long bytes;
  private int entries;
  private int hand;
  private int refused;

  private OpenedBytes(ByteBuffer name, int nonceLength) {
    this.name = name;
    this.nonceLength = nonceLength;
    this.markLength = nonceLength + TAG_LENGTH;
  }

  /** Those of a database, held until {@link #release}. */
  static OpenedBytes acquire(byte[] databaseId, int nonceLength) {
    synchronized (SHARED) {
      OpenedBytes shared = SHARED.computeIfAbsent(ByteBuffer.wrap(databaseId.clone()), name -> new OpenedBytes(name, nonceLength));
      shared.holders++;
      databases = SHARED.size();
      return shared;
    }
  }

  void release() {
    synchronized (SHARED) {
      holders--;
      if (holders == 0) {
        SHARED.remove(name);
        databases = SHARED.size();
      }
    }
  }

  /** By the end of the associated data, a key or a page number: neighbours are neighbours here, as they are in what reads them one after the other. */
  private static int bucket(byte[] associated, int offset, int length, int tableLength) {
    if (length < Long.BYTES + Integer.BYTES) {
      return 0;
    }
    long key = (long) LONG.get(associated, offset + length - Long.BYTES);
    int tree = (int) INT.get(associated, offset + length - Long.BYTES - Integer.BYTES);
    long mixed = key ^ key >>> 20 ^ key >>> 40; // ordinals are 2^20 apart
    return (int) (mixed * WAYS + (long) tree * SCATTER) & tableLength - WAYS;
  }

  /** Copies what sealed bytes hold into an array; false if they are not known. */
  boolean copy(byte[] associated, byte[] sealed, int offset, int length, byte[] target, int targetOffset) {
    AtomicReferenceArray<byte[]> present = table;
    int bucket = bucket(associated, 0, associated.length, present.length());
    int plain = HEAD + associated.length + markLength;
    int first = firstWay(associated, 0, associated.length);
    for (int i = 0; i < WAYS; i++) {
      byte[] entry = present.getAcquire(bucket + (first + i & WAYS - 1));
      if (entry != null && entry.length == plain + length - markLength && isOf(entry, associated, sealed, offset, length)) {
        System.arraycopy(entry, plain, target, targetOffset, length - markLength);
        return true;
      }
    }
    return false;
  }

  private boolean isOf(byte[] entry, byte[] associated, byte[] sealed, int offset, int length) {
    int nonce = HEAD + associated.length;
    int tag = nonce + nonceLength;
    return (long) LONG.get(entry, nonce) == (long) LONG.get(sealed, offset)
        && associatedLength(entry) == associated.length
        && Arrays.equals(entry, nonce, tag, sealed, offset, offset + nonceLength)
        && Arrays.equals(entry, tag, tag + TAG_LENGTH, sealed, offset + length - TAG_LENGTH, offset + length)
        && Arrays.equals(entry, HEAD, nonce, associated, 0, associated.length);
  }

  private static int associatedLength(byte[] entry) {
    return (entry[0] & 0xff) << 8 | entry[1] & 0xff;
  }

  /** Keeps what sealed bytes hold, which has been opened into the target. */
  void keep(byte[] associated, byte[] sealed, int offset, int length, byte[] target, int targetOffset) {
    int nonce = HEAD + associated.length;
    int plain = nonce + markLength;
    int size = plain + length - markLength;
    long share = LIMIT / Math.max(1, databases);
    if (associated.length > MOST_ASSOCIATED || size > share / 64 || !isAdmitted(size, share)) {
      return;
    }
    byte[] entry = new byte[size];
    entry[0] = (byte) (associated.length >>> 8);
    entry[1] = (byte) associated.length;
    System.arraycopy(associated, 0, entry, HEAD, associated.length);
    System.arraycopy(sealed, offset, entry, nonce, nonceLength);
    System.arraycopy(sealed, offset + length - TAG_LENGTH, entry, nonce + nonceLength, TAG_LENGTH);
    System.arraycopy(target, targetOffset, entry, plain, length - markLength);
    put(entry, share);
  }

  private synchronized boolean isAdmitted(int size, long share) {
    if (bytes + size + ENTRY_COST <= share) {
      return true;
    }
    refused = (refused + 1) % ADMISSION;
    return refused == 0;
  }

  private synchronized void put(byte[] entry, long share) {
    while (bytes + entry.length + ENTRY_COST > share && entries > 0) {
      hand = hand + 1 & table.length() - 1;
      replace(hand, null);
    }
    if (entries > table.length() / 2) {
      grow();
    }
    int bucket = bucketOf(entry, table.length());
    int place = bucket + (hand++ & WAYS - 1);
    int first = firstWay(entry, HEAD, associatedLength(entry));
    for (int i = WAYS - 1; i >= 0; i--) {
      int way = bucket + (first + i & WAYS - 1);
      if (table.getPlain(way) == null) {
        place = way;
      }
    }
    replace(place, entry);
  }

  private void replace(int place, byte[] entry) {
    byte[] old = table.getPlain(place);
    if (old != null) {
      bytes -= old.length + ENTRY_COST;
      entries--;
    }
    if (entry != null) {
      bytes += entry.length + ENTRY_COST;
      entries++;
    }
    table.setRelease(place, entry);
  }

  private void grow() {
    AtomicReferenceArray<byte[]> old = table;
    table = new AtomicReferenceArray<>(2 * old.length());
    bytes = 0;
    entries = 0;
    for (int i = 0; i < old.length(); i++) {
      byte[] entry = old.getPlain(i);
      if (entry != null) {
        // a bucket is divided into two
        replace(bucketOf(entry, table.length()) + (i & WAYS - 1), entry);
      }
    }
  }

  /** Where to look first in a bucket: trees have different ways, if they can. */
  private static int firstWay(byte[] associated, int offset, int length) {
    return length < Long.BYTES + 1 ? 0 : associated[offset + length - Long.BYTES - 1] & WAYS - 1;
  }

  private static int bucketOf(byte[] entry, int tableLength) {
    return bucket(entry, HEAD, associatedLength(entry), tableLength);
  }

  /** Bytes that the entries take, for tests. */
  synchronized long size() {
    return bytes;
  }
}
