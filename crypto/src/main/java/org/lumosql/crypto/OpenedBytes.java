// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What has lately been opened of a database, by any connection of this JVM, so that it need not be opened again: opening takes several times as long as finding.
 *
 * <ol>
 *   <li>O1. An entry is found by nonce, tag and associated data, all of them. A nonce is never used twice, so that they name one sealing, and the entry is what was
 *       sealed: it never becomes stale, whoever writes.
 *   <li>O2. What is kept of all databases together takes about {@link #LIMIT} bytes at most; each database is entitled to an equal share.
 *   <li>O3. It goes with the last key of the database that is closed.
 * </ol>
 *
 * <p>Entries lie one behind the other in chunks, in the order in which they were opened, those of different trees apart. So a scan that was done before finds each entry behind the one
 * before it ({@link OpenedPlace}); other readers find theirs by the table. When the share is used up whole chunks go, any of them. Thread-safe; finding takes no lock.
 */
final class OpenedBytes {
  /** A sixteenth of the heap, at most 64 MB; {@code -Dlumosql.openedBytes} says otherwise, 0 for none. */
  static final long LIMIT = Long.getLong("lumosql.openedBytes", Math.min(Runtime.getRuntime().maxMemory() / 16, 64L << 20));

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final Map<ByteBuffer, OpenedBytes> SHARED = new HashMap<>();
  private static volatile int databases;

  private static final int TAG_LENGTH = AeadSealer.TAG_LENGTH;
  private static final int WAYS = 4;
  /** Puts trees apart. */
  private static final int SCATTER = 0x9E3779B1;

  private static final int SMALLEST_TABLE = 64;

  /** Entries begin below it, so that a place is 16 bits of its chunk's index, 32 of its generation, 16 of where the entry is. */
  private static final int LARGEST_CHUNK = 1 << 16;

  private static final int SMALLEST_CHUNK = 1 << 10;
  private static final int MOST_CHUNKS = 1 << 16;

  /** Trees are filled into so many chunks at a time. */
  private static final int FILLED_AT_ONCE = 8;

  /** A database that is read at random and has no room any more replaces a chunk for so many that it opens: most would go again before they were of use. */
  private static final int ADMISSION = 4;

  private final ByteBuffer name;
  private final int nonceLength;
  private int holders;

  /** Places of entries, 0 where there is none. */
  private volatile AtomicLongArray table = new AtomicLongArray(SMALLEST_TABLE);
  private volatile AtomicReferenceArray<OpenedChunk> chunks = new AtomicReferenceArray<>(FILLED_AT_ONCE);

  /** The chunks that entries of some trees are now appended to, or null. */
  private final OpenedChunk[] filling = new OpenedChunk[FILLED_AT_ONCE];

  private int generations;
  /** Of all chunks. */
  private long bytes;
  private int entries;
  /** Goes through ways and chunks without order. */
  private int hand;
  /** Bytes that were not admitted since the last chunk was replaced. */
  private long refused;

  private OpenedBytes(ByteBuffer name, int nonceLength) {
    this.name = name;
    this.nonceLength = nonceLength;
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

  // ---- finding ----------------------------------------------------------------------------------------------------

  /** By the end of the associated data, a key or a page number: neighbours are neighbours here. */
  static int bucket(byte[] associated, int offset, int length, int tableLength) {
    if (length < Long.BYTES + Integer.BYTES) {
      return 0;
    }
    long key = (long) LONG.get(associated, offset + length - Long.BYTES);
    long mixed = key ^ key >>> 20 ^ key >>> 40; // ordinals are 2^20 apart
    return (int) (mixed * WAYS + (long) tree(associated, offset, length) * SCATTER) & tableLength - WAYS;
  }

  /** A number that tells trees apart. */
  private static int tree(byte[] associated, int offset, int length) {
    return length < Long.BYTES + Integer.BYTES ? 0 : (int) INT.get(associated, offset + length - Long.BYTES - Integer.BYTES);
  }

  /** Goes to the entry of what sealed bytes hold; false if it is not known, and then the place is as it was. */
  boolean find(OpenedPlace place, byte[] associated, byte[] sealed, int offset, int length) {
    return find(place, associated, sealed, offset, offset + length - TAG_LENGTH, length - nonceLength - TAG_LENGTH);
  }

  /** The same where nonce and tag are anywhere in an array, and so many bytes were sealed. */
  boolean find(OpenedPlace place, byte[] associated, byte[] sealed, int nonceOffset, int tagOffset, int plainLength) {
    return place.goToNext(associated, sealed, nonceOffset, tagOffset, plainLength)
        || findInTable(place, associated, sealed, nonceOffset, tagOffset, plainLength);
  }

  private boolean findInTable(OpenedPlace place, byte[] associated, byte[] sealed, int nonceOffset, int tagOffset, int plainLength) {
    AtomicLongArray present = table;
    int bucket = bucket(associated, 0, associated.length, present.length());
    int first = tree(associated, 0, associated.length);
    for (int i = 0; i < WAYS; i++) {
      long packed = present.getAcquire(bucket + (first + i & WAYS - 1)); // trees have different ways, if they can
      OpenedChunk chunk = chunk(packed);
      if (chunk != null && chunk.isOf(offset(packed), associated, sealed, nonceOffset, tagOffset, plainLength)) {
        place.goTo(chunk, offset(packed));
        return true;
      }
    }
    return false;
  }

  private static long packed(OpenedChunk chunk, int at) {
    return (long) chunk.index << 48 | (chunk.generation & 0xffffffffL) << 16 | at;
  }

  private static int offset(long packed) {
    return (int) packed & 0xffff;
  }

  /** The chunk that an entry is in, or null if it is gone. */
  private OpenedChunk chunk(long packed) {
    int index = (int) (packed >>> 48);
    AtomicReferenceArray<OpenedChunk> present = chunks;
    OpenedChunk chunk = packed == 0 || index >= present.length() ? null : present.getAcquire(index);
    return chunk != null && chunk.generation == (int) (packed >>> 16) ? chunk : null;
  }

  // ---- keeping ----------------------------------------------------------------------------------------------------

  /** Keeps what sealed bytes hold, which has been opened into an array, and goes there; or does not, if there is no room. */
  void keep(OpenedPlace place, byte[] associated, byte[] sealed, int offset, int length, byte[] plain, int plainOffset) {
    long size = OpenedChunk.size(nonceLength, associated.length, length - nonceLength - TAG_LENGTH);
    long share = LIMIT / Math.max(1, databases);
    if (size > share / 64) {
      return;
    }
    synchronized (this) {
      while (size() > share && bytes > 0) {
        evict();
      }
      OpenedChunk chunk = chunkFor(tree(associated, 0, associated.length) & FILLED_AT_ONCE - 1, (int) size, share);
      if (chunk != null) {
        int at = chunk.append(associated, sealed, offset, length, plain, plainOffset);
        enter(packed(chunk, at), associated);
        place.goTo(chunk, at);
      }
    }
  }

  /** Where there is room for an entry; null if it is not admitted. */
  private OpenedChunk chunkFor(int tree, int size, long share) {
    OpenedChunk present = filling[tree];
    if (present != null && present.hasRoom(size)) {
      return present;
    }
    // a small database should not pay for large chunks
    int length = (int) Math.max(size, Math.min(Math.min(LARGEST_CHUNK, share / 64), Math.max(SMALLEST_CHUNK, bytes / FILLED_AT_ONCE)));
    if (size() + length > share) {
      refused += size;
      if (refused < (ADMISSION - 1L) * length) {
        return null;
      }
      refused = 0;
      while (size() + length > share && bytes > 0) {
        evict();
      }
    }
    OpenedChunk made = add(length);
    filling[tree] = made;
    return made;
  }

  private OpenedChunk add(int length) {
    int index = 0;
    while (index < chunks.length() && chunks.getPlain(index) != null) {
      index++;
    }
    if (index == MOST_CHUNKS) {
      index = evict();
    } else if (index == chunks.length()) {
      AtomicReferenceArray<OpenedChunk> longer = new AtomicReferenceArray<>(2 * index);
      for (int i = 0; i < index; i++) {
        longer.setPlain(i, chunks.getPlain(i));
      }
      chunks = longer;
    }
    generations += generations == -1 ? 2 : 1; // 0 is nobody's, so that no place is 0
    OpenedChunk chunk = new OpenedChunk(index, generations, length, nonceLength);
    chunks.setRelease(index, chunk);
    bytes += length;
    return chunk;
  }

  /** Throws a chunk away and returns its index. Any will do: what is read again and again in one order would always find the oldest gone. Requires: there is one. */
  private int evict() {
    hand = hand * 0x41C64E6D + 0x3039;
    int index = (hand >>> 12) % chunks.length();
    while (chunks.getPlain(index) == null) {
      index = (index + 1) % chunks.length();
    }
    OpenedChunk gone = chunks.getPlain(index);
    chunks.setRelease(index, null);
    bytes -= gone.bytes.length;
    entries -= gone.entries();
    for (int i = 0; i < filling.length; i++) {
      filling[i] = filling[i] == gone ? null : filling[i];
    }
    return index;
  }

  // ---- the table --------------------------------------------------------------------------------------------------

  private void enter(long packed, byte[] associated) {
    entries++;
    if (entries > table.length() / 2) {
      grow();
    }
    int bucket = bucket(associated, 0, associated.length, table.length());
    int first = tree(associated, 0, associated.length);
    int chosen = bucket + (hand++ & WAYS - 1);
    for (int i = WAYS - 1; i >= 0; i--) {
      int way = bucket + (first + i & WAYS - 1);
      OpenedChunk chunk = chunk(table.getPlain(way));
      if (chunk == null) {
        chosen = way;
      } else if (chunk.isOfPlace(offset(table.getPlain(way)), associated)) {
        chosen = way; // sealed anew
        break;
      }
    }
    table.setRelease(chosen, packed);
  }

  private void grow() {
    AtomicLongArray old = table;
    AtomicLongArray larger = new AtomicLongArray(2 * old.length());
    for (int i = 0; i < old.length(); i++) {
      OpenedChunk chunk = chunk(old.getPlain(i));
      if (chunk != null) {
        // a bucket is divided into two
        larger.setPlain(chunk.bucket(offset(old.getPlain(i)), larger.length()) + (i & WAYS - 1), old.getPlain(i));
      }
    }
    table = larger;
  }

  /** Bytes that all this takes. */
  synchronized long size() {
    return bytes + (long) Long.BYTES * table.length();
  }
}
