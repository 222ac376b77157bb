// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.DatabaseException;
import com.sleepycat.je.Get;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;

/** A cursor of JE that takes no locks. The arrays that JE returns are copies. */
final class BdbCursor implements KvCursor {
  private final BdbReader reader;
  private final Generation generation;
  private final Cursor cursor;
  private final DatabaseEntry key = new DatabaseEntry();
  private final DatabaseEntry value = new DatabaseEntry();
  private boolean hasEntry;
  private boolean isClosed;

  BdbCursor(BdbReader reader, Generation generation, Cursor cursor) {
    this.reader = reader;
    this.generation = generation;
    this.cursor = cursor;
  }

  Generation generation() {
    return generation;
  }

  /** The value of a key, or null. */
  byte[] find(byte[] wanted) {
    key.setData(wanted);
    return move(Get.SEARCH) ? value.getData() : null;
  }

  private boolean move(Get where) {
    boolean wasInterrupted = Thread.interrupted(); // J1
    try {
      hasEntry = false;
      hasEntry = cursor.get(key, value, where, null) != null;
      return hasEntry;
    } catch (DatabaseException | IllegalStateException e) {
      throw BdbErrors.of(e);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void requireEntry() {
    if (!hasEntry) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  @Override
  public boolean seek(byte[] wanted) {
    key.setData(wanted);
    return move(Get.SEARCH_GTE);
  }

  @Override
  public boolean first() {
    return move(Get.FIRST);
  }

  @Override
  public boolean last() {
    return move(Get.LAST);
  }

  @Override
  public boolean next() {
    requireEntry();
    return move(Get.NEXT);
  }

  @Override
  public boolean previous() {
    requireEntry();
    return move(Get.PREV);
  }

  @Override
  public byte[] key() {
    requireEntry();
    return key.getData();
  }

  @Override
  public byte[] value() {
    requireEntry();
    return value.getData();
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      hasEntry = false;
      boolean wasInterrupted = Thread.interrupted(); // J1
      try {
        cursor.close();
      } catch (DatabaseException | IllegalStateException e) {
        throw BdbErrors.of(e);
      } finally {
        if (wasInterrupted) {
          Thread.currentThread().interrupt();
        }
        generation.cursors().decrementAndGet();
        reader.closed(this);
      }
    }
  }
}
