// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;

/**
 * A writer's cursor: walks through a tree and what the writer has changed of it at once.
 *
 * <ol>
 *   <li>Z1. Going forward, the cursor below is on its first entry at the present one or behind it, and {@code above} is the first change there; going backward, on its last entry at the
 *       present one or before it, and {@code above} is the last change there. If there is none, {@code isBelow} is false, {@code above} null.
 *   <li>Z2. The present entry is {@code above} if {@code isAbove}, and then {@code isBoth} says whether the cursor below has the same key. Else it is the one below.
 *   <li>Z3. Between a search and the moves after it nothing is changed ({@link KvCursor}). So the next change need not be sought anew at each step, and no key is made for an
 *       entry that has not changed.
 * </ol>
 *
 * <p>Hot path: {@link #next}.
 */
final class ChangedCursor implements KvCursor {
  private final KvCursor base;
  private final ChangedTree changes;
  private boolean isForward = true;
  private boolean isOnEntry;
  private boolean isBelow;

  private Map.Entry<byte[], ChangedTree.Change> above;
  /** The key of {@code above} if that has eight bytes. */
  private long aboveNumber;

  /** What comes behind {@code above}; null if nobody has asked since the search. */
  private Iterator<Map.Entry<byte[], ChangedTree.Change>> behind;

  private boolean isAbove;
  private boolean isBoth;

  ChangedCursor(KvCursor base, ChangedTree changes) {
    this.base = base;
    this.changes = changes;
  }

  private void setAbove(Map.Entry<byte[], ChangedTree.Change> change) {
    above = change;
    if (change != null && change.getKey().length == Long.BYTES) {
      aboveNumber = ChangedTree.number(change.getKey());
    }
  }

  /** Compares the entry below with the change. Requires: both are there. */
  private int compareBelow() {
    byte[] key = above.getKey();
    return key.length == Long.BYTES && base.keyLength() == Long.BYTES
        ? Long.compareUnsigned(base.keyNumber(), aboveNumber)
        : Arrays.compareUnsigned(base.key(), key);
  }

  private boolean isRemoved() {
    return above.getValue().value == Layer.ABSENT;
  }

  private void requireEntry() {
    if (!isOnEntry) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  // ---- forward ----------------------------------------------------------------------------------------------------

  /** Takes the first of what is below and what has changed. */
  private boolean settleForward() {
    isAbove = false;
    while (above != null) {
      int order = isBelow ? compareBelow() : 1;
      if (order < 0) {
        break;
      }
      if (!isRemoved()) {
        isAbove = true;
        isBoth = order == 0;
        isOnEntry = true;
        return true;
      }
      if (order == 0) {
        isBelow = base.next();
      }
      passAbove();
    }
    isOnEntry = isBelow;
    return isBelow;
  }

  private void passAbove() {
    if (behind == null) {
      behind = changes.behind(above.getKey());
    }
    setAbove(behind.hasNext() ? behind.next() : null);
  }

  private boolean searchForward(boolean found, Map.Entry<byte[], ChangedTree.Change> change) {
    isForward = true;
    isBelow = found;
    behind = null;
    setAbove(change);
    return settleForward();
  }

  @Override
  public boolean seek(byte[] key) {
    return searchForward(!changes.hidesAll() && base.seek(key), changes.at(key));
  }

  @Override
  public boolean first() {
    return searchForward(!changes.hidesAll() && base.first(), changes.firstChange());
  }

  @Override
  public boolean next() {
    requireEntry();
    if (!isForward) {
      return turnForward();
    }
    if (!isAbove || isBoth) {
      isBelow = base.next();
    }
    if (isAbove) {
      passAbove();
    }
    return settleForward();
  }

  private boolean turnForward() {
    byte[] key = key();
    boolean found;
    if (!isAbove || isBoth) {
      found = base.next();
    } else {
      found = !changes.hidesAll() && base.seek(key);
    }
    return searchForward(found, changes.after(key));
  }

  // ---- backward ---------------------------------------------------------------------------------------------------

  /** Takes the last of what is below and what has changed. */
  private boolean settleBackward() {
    isAbove = false;
    while (above != null) {
      int order = isBelow ? compareBelow() : -1;
      if (order > 0) {
        break;
      }
      if (!isRemoved()) {
        isAbove = true;
        isBoth = order == 0;
        isOnEntry = true;
        return true;
      }
      if (order == 0) {
        isBelow = base.previous();
      }
      setAbove(changes.beforeChange(above.getKey()));
    }
    isOnEntry = isBelow;
    return isBelow;
  }

  private boolean searchBackward(boolean found, Map.Entry<byte[], ChangedTree.Change> change) {
    isForward = false;
    isBelow = found;
    setAbove(change);
    return settleBackward();
  }

  @Override
  public boolean last() {
    return searchBackward(!changes.hidesAll() && base.last(), changes.lastChange());
  }

  @Override
  public boolean previous() {
    requireEntry();
    if (isForward) {
      return turnBackward();
    }
    if (!isAbove || isBoth) {
      isBelow = base.previous();
    }
    if (isAbove) {
      setAbove(changes.beforeChange(above.getKey()));
    }
    return settleBackward();
  }

  private boolean turnBackward() {
    byte[] key = key();
    boolean found;
    if (!isAbove || isBoth) {
      found = base.previous();
    } else {
      found = !changes.hidesAll() && (base.seek(key) ? base.previous() : base.last());
    }
    return searchBackward(found, changes.beforeChange(key));
  }

  // ---- the entry --------------------------------------------------------------------------------------------------

  @Override
  public byte[] key() {
    requireEntry();
    return isAbove ? above.getKey() : base.key();
  }

  @Override
  public int keyLength() {
    requireEntry();
    return isAbove ? above.getKey().length : base.keyLength();
  }

  @Override
  public long keyNumber() {
    requireEntry();
    return isAbove ? aboveNumber : base.keyNumber();
  }

  @Override
  public byte[] value() {
    requireEntry();
    return isAbove ? above.getValue().value : base.value();
  }

  @Override
  public byte[] valueArray() {
    requireEntry();
    return isAbove ? above.getValue().value : base.valueArray();
  }

  @Override
  public int valueOffset() {
    requireEntry();
    return isAbove ? 0 : base.valueOffset();
  }

  @Override
  public int valueLength() {
    requireEntry();
    return isAbove ? above.getValue().value.length : base.valueLength();
  }

  @Override
  public void close() {
    base.close();
  }
}
