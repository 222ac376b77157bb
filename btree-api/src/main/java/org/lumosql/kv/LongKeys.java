// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lumosql.error.StoreException;

/**
 * How keys of any length are kept in an engine that limits them. A key shorter than the limit is the engine's key. A
 * longer one is cut into chunks. The first chunk is an engine's key of full length, a <em>bucket</em>, that stands for
 * all keys that begin with it: at its place in the order is what they go on with.
 *
 * <ol>
 *   <li>G1. An engine's key of full length is a bucket, a shorter one an entry: so a key that ends where a chunk does
 *       has a bucket, with nothing behind it.
 *   <li>G2. A bucket with one key has the rest of it and its value. One with several has a number, and the rests of its
 *       keys are in the <em>deep</em> tree, behind that number, as if they were keys of a tree of their own: shorter
 *       ones as entries, others as buckets.
 *   <li>G3. No bucket is empty.
 * </ol>
 *
 * <table>
 *   <caption>Values of buckets; integers are big-endian. Written to disk, do not change.</caption>
 *   <tr><th>first byte</th><th>then</th></tr>
 *   <tr><td>{@code S}</td><td>length of the rest of the key, 4 bytes; the rest; the value</td></tr>
 *   <tr><td>{@code M}</td><td>the number, 8 bytes</td></tr>
 * </table>
 *
 * <p>The deep tree has the tree's number with bit 30 set. Under eight zero bytes it has the last number that was given.
 * A search takes one seek per chunk that the key has in common with another one.
 */
final class LongKeys {
  static final int NUMBER_LENGTH = 8;
  static final byte[] LAST_NUMBER = new byte[NUMBER_LENGTH];
  static final byte[] NOTHING = new byte[0];
  private static final int DEEP = 1 << 30;
  private static final int SINGLE_HEAD = 5;
  private static final int MANY_LENGTH = 1 + NUMBER_LENGTH;

  private LongKeys() {}

  static int deep(int tree) {
    return tree | DEEP;
  }

  /** A key of the engine: part of a key behind a bucket's number, or behind nothing. */
  static byte[] join(byte[] number, byte[] key, int from, int to) {
    if (number.length == 0 && from == 0 && to == key.length) {
      return key;
    }
    byte[] joined = Arrays.copyOf(number, number.length + to - from);
    System.arraycopy(key, from, joined, number.length, to - from);
    return joined;
  }

  static boolean isBehind(byte[] number, byte[] engineKey) {
    return engineKey.length >= number.length
        && Arrays.equals(engineKey, 0, number.length, number, 0, number.length);
  }

  /** The key before which all that is behind a number ends. */
  static byte[] next(byte[] number) {
    return numberBytes(number(number) + 1);
  }

  static byte[] numberBytes(long number) {
    return ByteBuffer.allocate(NUMBER_LENGTH).putLong(number).array();
  }

  static long number(byte[] bytes) {
    if (bytes.length != NUMBER_LENGTH) {
      throw StoreException.corrupt("a number of long keys of " + bytes.length + " bytes");
    }
    return ByteBuffer.wrap(bytes).getLong();
  }

  // ---- buckets ----------------------------------------------------------------------------------------------------

  static byte[] single(byte[] key, int from, byte[] value) {
    int length = key.length - from;
    return ByteBuffer.allocate(SINGLE_HEAD + length + value.length)
        .put((byte) 'S')
        .putInt(length)
        .put(key, from, length)
        .put(value)
        .array();
  }

  static byte[] many(byte[] number) {
    return ByteBuffer.allocate(MANY_LENGTH).put((byte) 'M').put(number).array();
  }

  static boolean isSingle(byte[] bucket) {
    if (bucket.length >= SINGLE_HEAD && bucket[0] == 'S' && restEnd(bucket) >= SINGLE_HEAD && restEnd(bucket) <= bucket.length) {
      return true;
    }
    if (bucket.length == MANY_LENGTH && bucket[0] == 'M') {
      return false;
    }
    throw StoreException.corrupt("a bucket of long keys is malformed");
  }

  private static int restEnd(byte[] bucket) {
    return SINGLE_HEAD + ByteBuffer.wrap(bucket).getInt(1);
  }

  static byte[] manyNumber(byte[] bucket) {
    return Arrays.copyOfRange(bucket, 1, MANY_LENGTH);
  }

  static byte[] rest(byte[] bucket) {
    return Arrays.copyOfRange(bucket, SINGLE_HEAD, restEnd(bucket));
  }

  static byte[] value(byte[] bucket) {
    return Arrays.copyOfRange(bucket, restEnd(bucket), bucket.length);
  }

  /** Compares the rest of the key in a bucket with that of a key from an index on. */
  static int compareRest(byte[] bucket, byte[] key, int from) {
    return Arrays.compareUnsigned(bucket, SINGLE_HEAD, restEnd(bucket), key, from, key.length);
  }
}
