// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A position in a tree with {@link LongKeys}: a stack of the engine's cursors, each but the last on a bucket with
 * several keys, the last on the entry or on a bucket with one key. Hot path: {@link #next} among short keys.
 */
final class LongKeysCursor implements KvCursor {
  private final KvTransaction transaction;
  private final int tree;
  private final int fullLength;
  private final KvCursor top;

  /** Where the last cursor of the stack is; below the top level the cursors of {@code levels}. */
  private int depth;

  private final List<Level> levels = new ArrayList<>();
  private boolean isOnEntry;
  /** Value of the bucket that the position is in, if it has one key; else null. */
  private byte[] bucket;

  /** The value in that bucket, if it was asked for. */
  private byte[] bucketValue;

  private byte[] key;

  /** A cursor in the deep tree. */
  private static final class Level {
    final KvCursor cursor;
    byte[] number;
    /** The key up to here. */
    byte[] path;

    Level(KvCursor cursor) {
      this.cursor = cursor;
    }
  }

  LongKeysCursor(KvTransaction transaction, int tree, int fullLength) {
    this.transaction = transaction;
    this.tree = tree;
    this.fullLength = fullLength;
    this.top = transaction.cursor(tree);
  }

  // ---- the stack --------------------------------------------------------------------------------------------------

  private KvCursor cursor() {
    return depth == 0 ? top : levels.get(depth - 1).cursor;
  }

  private byte[] number() {
    return depth == 0 ? LongKeys.NOTHING : levels.get(depth - 1).number;
  }

  private byte[] path() {
    return depth == 0 ? LongKeys.NOTHING : levels.get(depth - 1).path;
  }

  /** Goes into a bucket with several keys, on which the last cursor is; nowhere in it yet. */
  private void descend(byte[] many) {
    byte[] chunk = cursor().key();
    byte[] path = LongKeys.join(path(), chunk, number().length, chunk.length);
    if (depth == levels.size()) {
      levels.add(new Level(transaction.cursor(LongKeys.deep(tree))));
    }
    Level level = levels.get(depth++);
    level.number = LongKeys.manyNumber(many);
    level.path = path;
  }

  private boolean isInLevel(boolean found) {
    return found && (depth == 0 || LongKeys.isBehind(number(), cursor().key()));
  }

  private boolean arrive(boolean found) {
    key = null;
    isOnEntry = found;
    return found;
  }

  /** Goes forward from where the last cursor has come to, to the nearest entry. */
  private boolean settleForward(boolean moved) {
    boolean found = moved;
    bucket = null;
    bucketValue = null;
    while (true) {
      if (!isInLevel(found)) {
        if (depth == 0) {
          return arrive(false);
        }
        depth--;
        found = cursor().next();
      } else if (cursor().keyLength() < fullLength) {
        return arrive(true);
      } else {
        byte[] value = cursor().value();
        if (LongKeys.isSingle(value)) {
          bucket = value;
          return arrive(true);
        }
        descend(value);
        found = cursor().seek(number());
      }
    }
  }

  private boolean settleBackward(boolean moved) {
    boolean found = moved;
    bucket = null;
    bucketValue = null;
    while (true) {
      if (!isInLevel(found)) {
        if (depth == 0) {
          return arrive(false);
        }
        depth--;
        found = cursor().previous();
      } else if (cursor().keyLength() < fullLength) {
        return arrive(true);
      } else {
        byte[] value = cursor().value();
        if (LongKeys.isSingle(value)) {
          bucket = value;
          return arrive(true);
        }
        descend(value);
        found = cursor().seek(LongKeys.next(number())) ? cursor().previous() : cursor().last();
      }
    }
  }

  // ---- moving -----------------------------------------------------------------------------------------------------

  @Override
  public boolean seek(byte[] wanted) {
    depth = 0;
    int at = 0;
    while (true) {
      int end = at + fullLength - number().length;
      if (end > wanted.length) {
        return settleForward(cursor().seek(LongKeys.join(number(), wanted, at, wanted.length)));
      }
      byte[] engineKey = LongKeys.join(number(), wanted, at, end);
      boolean found = cursor().seek(engineKey);
      if (!found || !Arrays.equals(cursor().key(), engineKey)) {
        return settleForward(found);
      }
      byte[] value = cursor().value();
      if (LongKeys.isSingle(value)) {
        return settleForward(LongKeys.compareRest(value, wanted, end) >= 0 || cursor().next());
      }
      descend(value);
      at = end;
    }
  }

  @Override
  public boolean first() {
    depth = 0;
    return settleForward(top.first());
  }

  @Override
  public boolean last() {
    depth = 0;
    return settleBackward(top.last());
  }

  @Override
  public boolean next() {
    requireEntry();
    return settleForward(cursor().next());
  }

  @Override
  public boolean previous() {
    requireEntry();
    return settleBackward(cursor().previous());
  }

  // ---- the entry --------------------------------------------------------------------------------------------------

  private void requireEntry() {
    if (!isOnEntry) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  @Override
  public byte[] key() {
    requireEntry();
    if (key == null) {
      byte[] engineKey = cursor().key();
      key = depth == 0 ? engineKey : LongKeys.join(path(), engineKey, number().length, engineKey.length);
      if (bucket != null) {
        byte[] rest = LongKeys.rest(bucket);
        key = LongKeys.join(key, rest, 0, rest.length);
      }
    }
    return key;
  }

  @Override
  public byte[] value() {
    requireEntry();
    return bucket == null ? cursor().value() : bucketValue();
  }

  private boolean isWhole() {
    requireEntry();
    return depth == 0 && bucket == null;
  }

  @Override
  public int keyLength() {
    return isWhole() ? top.keyLength() : key().length;
  }

  @Override
  public long keyNumber() {
    return isWhole() ? top.keyNumber() : RowKey.number(key());
  }

  private byte[] bucketValue() {
    if (bucketValue == null) {
      bucketValue = LongKeys.value(bucket);
    }
    return bucketValue;
  }

  @Override
  public byte[] valueArray() {
    requireEntry();
    return bucket == null ? cursor().valueArray() : bucketValue();
  }

  @Override
  public int valueOffset() {
    requireEntry();
    return bucket == null ? cursor().valueOffset() : 0;
  }

  @Override
  public int valueLength() {
    requireEntry();
    return bucket == null ? cursor().valueLength() : bucketValue().length;
  }

  @Override
  public void close() {
    top.close();
    levels.forEach(level -> level.cursor.close());
  }
}
