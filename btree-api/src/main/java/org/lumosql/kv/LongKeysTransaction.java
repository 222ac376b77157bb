// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A transaction with {@link LongKeys}. */
final class LongKeysTransaction implements KvTransaction {
  private final KvTransaction inner;
  /** Length of a bucket's key in the engine. */
  private final int fullLength;

  LongKeysTransaction(KvTransaction inner, int maximumKeyLength) {
    this.inner = inner;
    this.fullLength = maximumKeyLength;
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  @Override
  public byte[] get(int tree, byte[] key) {
    return key.length < fullLength ? inner.get(tree, key) : getLong(tree, key);
  }

  private byte[] getLong(int tree, byte[] key) {
    byte[] number = LongKeys.NOTHING;
    int at = 0;
    int place = tree;
    while (true) {
      int end = at + fullLength - number.length;
      if (end > key.length) {
        return inner.get(place, LongKeys.join(number, key, at, key.length));
      }
      byte[] bucket = inner.get(place, LongKeys.join(number, key, at, end));
      if (bucket == null) {
        return null;
      }
      if (LongKeys.isSingle(bucket)) {
        return LongKeys.compareRest(bucket, key, end) == 0 ? LongKeys.value(bucket) : null;
      }
      number = LongKeys.manyNumber(bucket);
      place = LongKeys.deep(tree);
      at = end;
    }
  }

  @Override
  public KvCursor cursor(int tree) {
    return new LongKeysCursor(inner, tree, fullLength);
  }

  @Override
  public boolean isEmpty() {
    return inner.isEmpty();
  }

  @Override
  public long estimatedCount(int tree) {
    return inner.estimatedCount(tree) + inner.estimatedCount(LongKeys.deep(tree));
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    if (key.length < fullLength) {
      inner.put(tree, key, value);
    } else {
      putBehind(tree, tree, LongKeys.NOTHING, key, 0, value);
    }
  }

  @Override
  public void replace(int tree, byte[] key, byte[] old, byte[] value) {
    if (key.length < fullLength) {
      inner.replace(tree, key, old, value);
    } else {
      KvTransaction.super.replace(tree, key, old, value);
    }
  }

  /** Puts what a key has from an index on behind a bucket's number. */
  private void putBehind(int tree, int firstPlace, byte[] firstNumber, byte[] key, int from, byte[] value) {
    byte[] number = firstNumber;
    int place = firstPlace;
    int at = from;
    while (true) {
      int end = at + fullLength - number.length;
      if (end > key.length) {
        inner.put(place, LongKeys.join(number, key, at, key.length), value);
        return;
      }
      byte[] engineKey = LongKeys.join(number, key, at, end);
      byte[] bucket = inner.get(place, engineKey);
      if (bucket == null || LongKeys.isSingle(bucket) && LongKeys.compareRest(bucket, key, end) == 0) {
        inner.put(place, engineKey, LongKeys.single(key, end, value));
        return;
      }
      if (LongKeys.isSingle(bucket)) {
        number = newNumber(tree);
        inner.put(place, engineKey, LongKeys.many(number));
        putAlone(LongKeys.deep(tree), number, LongKeys.rest(bucket), LongKeys.value(bucket));
      } else {
        number = LongKeys.manyNumber(bucket);
      }
      place = LongKeys.deep(tree);
      at = end;
    }
  }

  /** Puts a rest where there is nothing yet. */
  private void putAlone(int place, byte[] number, byte[] rest, byte[] value) {
    int end = fullLength - number.length;
    if (end > rest.length) {
      inner.put(place, LongKeys.join(number, rest, 0, rest.length), value);
    } else {
      inner.put(place, LongKeys.join(number, rest, 0, end), LongKeys.single(rest, end, value));
    }
  }

  private byte[] newNumber(int tree) {
    int place = LongKeys.deep(tree);
    byte[] last = inner.get(place, LongKeys.LAST_NUMBER);
    byte[] number = LongKeys.numberBytes(last == null ? 1 : LongKeys.number(last) + 1);
    inner.put(place, LongKeys.LAST_NUMBER, number);
    return number;
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    return key.length < fullLength ? inner.delete(tree, key) : deleteLong(tree, key);
  }

  /** A bucket on the way to a key. */
  private record Passed(int place, byte[] engineKey, byte[] number) {}

  private boolean deleteLong(int tree, byte[] key) {
    if (!inner.isWritable()) {
      throw new StoreException(ResultCode.READONLY, "the transaction reads only");
    }
    Deque<Passed> way = new ArrayDeque<>();
    byte[] number = LongKeys.NOTHING;
    int place = tree;
    int at = 0;
    while (true) {
      int end = Math.min(key.length, at + fullLength - number.length);
      byte[] engineKey = LongKeys.join(number, key, at, end);
      if (engineKey.length < fullLength) {
        return inner.delete(place, engineKey) && removeEmpty(way);
      }
      byte[] bucket = inner.get(place, engineKey);
      if (bucket == null) {
        return false;
      }
      if (LongKeys.isSingle(bucket)) {
        return LongKeys.compareRest(bucket, key, end) == 0 && inner.delete(place, engineKey) && removeEmpty(way);
      }
      number = LongKeys.manyNumber(bucket);
      way.push(new Passed(place, engineKey, number));
      place = LongKeys.deep(tree);
      at = end;
    }
  }

  /** G3; returns true. */
  private boolean removeEmpty(Deque<Passed> way) {
    while (!way.isEmpty()) {
      Passed bucket = way.pop();
      try (KvCursor cursor = inner.cursor(LongKeys.deep(bucket.place()))) {
        if (cursor.seek(bucket.number()) && LongKeys.isBehind(bucket.number(), cursor.key())) {
          return true;
        }
      }
      inner.delete(bucket.place(), bucket.engineKey());
    }
    return true;
  }

  @Override
  public void clear(int tree) {
    inner.clear(tree);
    inner.clear(LongKeys.deep(tree));
  }

  // ---- the rest ---------------------------------------------------------------------------------------------------

  @Override
  public boolean isWritable() {
    return inner.isWritable();
  }

  @Override
  public void commit(Synchronous level) {
    inner.commit(level);
  }

  @Override
  public void rollback() {
    inner.rollback();
  }

  @Override
  public String toString() {
    return "longkeys over " + inner;
  }
}
