// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A cursor over one tree among the {@link TreeKeys} of an engine. Subclasses move through the engine's map; where a
 * tree begins and ends is decided here. Of what they return nothing may be changed later.
 */
public abstract class TreeKeysCursor implements KvCursor {
  private final int tree;
  /** The engine's key of the present entry, or null. */
  private byte[] fullKey;

  private byte[] key;

  protected TreeKeysCursor(int tree) {
    this.tree = tree;
  }

  /** Moves to the first entry at the key or behind it and returns its key, or null. */
  protected abstract byte[] engineSeek(byte[] fullKey);

  /** Moves to the last entry of the whole map and returns its key, or null. */
  protected abstract byte[] engineLast();

  /** Moves on and returns the key, or null past the end. */
  protected abstract byte[] engineNext();

  /** Moves back and returns the key, or null before the beginning. */
  protected abstract byte[] enginePrevious();

  /** The value of the present entry. */
  protected abstract byte[] engineValue();

  private boolean arrive(byte[] found) {
    key = null;
    fullKey = found != null && TreeKeys.isIn(tree, found) ? found : null;
    return fullKey != null;
  }

  private void requireEntry() {
    if (fullKey == null) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  @Override
  public final boolean seek(byte[] wanted) {
    return arrive(engineSeek(TreeKeys.of(tree, wanted)));
  }

  @Override
  public final boolean first() {
    return arrive(engineSeek(TreeKeys.start(tree)));
  }

  @Override
  public final boolean last() {
    return arrive(engineSeek(TreeKeys.end(tree)) == null ? engineLast() : enginePrevious());
  }

  @Override
  public final boolean next() {
    requireEntry();
    return arrive(engineNext());
  }

  @Override
  public final boolean previous() {
    requireEntry();
    return arrive(enginePrevious());
  }

  @Override
  public final byte[] key() {
    requireEntry();
    if (key == null) {
      key = TreeKeys.key(fullKey);
    }
    return key;
  }

  @Override
  public final byte[] value() {
    requireEntry();
    return engineValue();
  }

  @Override
  public final int keyLength() {
    requireEntry();
    return fullKey.length - TreeKeys.PREFIX_LENGTH;
  }

  @Override
  public final long keyNumber() {
    requireEntry();
    return RowKey.number(fullKey, TreeKeys.PREFIX_LENGTH);
  }
}
