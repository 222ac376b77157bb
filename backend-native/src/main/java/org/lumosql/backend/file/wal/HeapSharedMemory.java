// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.backend.file.vfs.SharedMemory;

/** A WAL-index in memory of one connection, which has the database for itself: every lock is granted. */
final class HeapSharedMemory implements SharedMemory {
  private final List<ByteBuffer> regions = new ArrayList<>();

  @Override
  public ByteBuffer region(int index, boolean extend) {
    while (extend && regions.size() <= index) {
      // Direct, as the mapped ones are: the code that reads them then sees one kind of buffer.
      regions.add(ByteBuffer.allocateDirect(REGION_SIZE).order(ByteOrder.nativeOrder()));
    }
    return index < regions.size() ? regions.get(index) : null;
  }

  @Override
  public boolean lock(int first, int count, boolean exclusive) {
    return true;
  }

  @Override
  public void unlock(int first, int count, boolean exclusive) {
    // Nobody else could want it.
  }

  @Override
  public void barrier() {
    VarHandle.fullFence();
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public void close(boolean deleteFile) {
    regions.clear();
  }
}
