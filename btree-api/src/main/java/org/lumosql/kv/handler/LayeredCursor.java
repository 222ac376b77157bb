// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.Arrays;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;

/**
 * Walks through a tree and a {@link Layer} over it at once.
 *
 * <ol>
 *   <li>Y1. Going forward, the cursor below is on its first key at {@code position} or behind it; going backward, on
 *       its last one at {@code position} or before it; or on none, and {@code below} is null.
 *   <li>Y2. The layer is asked after the cursor below has moved. Somebody who changes what is below tells the layer
 *       first, so that a change which the move has met is known to the layer.
 * </ol>
 */
final class LayeredCursor implements KvCursor {
  private static final byte[] START = new byte[0];

  private final KvCursor base;
  private final Layer layer;
  private boolean isForward = true;
  /** Key that the cursor below is on. */
  private byte[] below;

  private byte[] position;
  /** The value if the layer has it; null if the one below has. */
  private byte[] value;

  LayeredCursor(KvCursor base, Layer layer) {
    this.base = base;
    this.layer = layer;
  }

  private void baseAt(boolean found) {
    below = found ? base.key() : null;
  }

  private boolean take(byte[] key, byte[] found) {
    position = key;
    value = found;
    return key != null;
  }

  private void requireEntry() {
    if (position == null) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  private boolean isBelowHere() {
    return below != null && Arrays.equals(below, position);
  }

  // ---- forward ----------------------------------------------------------------------------------------------------

  /** Takes the first entry at a key or behind it. Y1 must hold but for the position. */
  private boolean settleForward(byte[] from, boolean orEqual) {
    byte[] above = layer.after(from, orEqual); // Y2
    while (above != null) {
      int order = below == null ? 1 : Arrays.compareUnsigned(below, above);
      if (order < 0) {
        break;
      }
      byte[] found = layer.find(above);
      if (found != Layer.ABSENT) {
        return take(above, found);
      }
      if (order == 0) {
        baseAt(base.next());
      }
      above = layer.after(above, false);
    }
    return take(below, null);
  }

  @Override
  public boolean seek(byte[] key) {
    isForward = true;
    baseAt(base.seek(key));
    return settleForward(key, true);
  }

  @Override
  public boolean first() {
    isForward = true;
    baseAt(base.first());
    return settleForward(START, true);
  }

  @Override
  public boolean next() {
    requireEntry();
    if (isBelowHere()) {
      baseAt(base.next());
    } else if (!isForward) {
      baseAt(base.seek(position));
      if (isBelowHere()) {
        baseAt(base.next());
      }
    }
    isForward = true;
    return settleForward(position, false);
  }

  // ---- backward ---------------------------------------------------------------------------------------------------

  private boolean settleBackward(byte[] last) {
    byte[] above = last;
    while (above != null) {
      int order = below == null ? -1 : Arrays.compareUnsigned(below, above);
      if (order > 0) {
        break;
      }
      byte[] found = layer.find(above);
      if (found != Layer.ABSENT) {
        return take(above, found);
      }
      if (order == 0) {
        baseAt(base.previous());
      }
      above = layer.before(above);
    }
    return take(below, null);
  }

  @Override
  public boolean last() {
    isForward = false;
    baseAt(base.last());
    return settleBackward(layer.last());
  }

  @Override
  public boolean previous() {
    requireEntry();
    if (isBelowHere()) {
      baseAt(base.previous());
    } else if (isForward) {
      baseAt(base.seek(position) ? base.previous() : base.last());
    }
    isForward = false;
    return settleBackward(layer.before(position));
  }

  // ---- the entry --------------------------------------------------------------------------------------------------

  @Override
  public byte[] key() {
    requireEntry();
    return position;
  }

  @Override
  public byte[] value() {
    requireEntry();
    return value != null ? value : base.value();
  }

  @Override
  public void close() {
    base.close();
  }
}
