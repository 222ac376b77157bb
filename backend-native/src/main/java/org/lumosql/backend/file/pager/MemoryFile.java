// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** A file that is memory: the journal of {@code journal_mode=MEMORY}. In chunks, so that growing copies nothing. */
final class MemoryFile implements VfsFile {
  private static final int CHUNK = 64 * 1024;

  private byte[][] chunks = new byte[16][];
  private long size;

  @Override
  public String path() {
    return "";
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) {
    int available = (int) Math.max(0, Math.min(length, size - position));
    int done = 0;
    while (done < available) {
      long at = position + done;
      byte[] chunk = chunks[(int) (at / CHUNK)];
      int inChunk = (int) (at % CHUNK);
      int step = Math.min(available - done, CHUNK - inChunk);
      if (chunk == null) {
        Arrays.fill(target, offset + done, offset + done + step, (byte) 0);
      } else {
        System.arraycopy(chunk, inChunk, target, offset + done, step);
      }
      done += step;
    }
    Arrays.fill(target, offset + available, offset + length, (byte) 0);
    return available;
  }

  @Override
  public void write(long position, byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      long at = position + done;
      int index = (int) (at / CHUNK);
      if (index >= chunks.length) {
        chunks = Arrays.copyOf(chunks, Math.max(index + 1, chunks.length * 2));
      }
      if (chunks[index] == null) {
        chunks[index] = new byte[CHUNK];
      }
      int inChunk = (int) (at % CHUNK);
      int step = Math.min(length - done, CHUNK - inChunk);
      System.arraycopy(source, offset + done, chunks[index], inChunk, step);
      done += step;
    }
    size = Math.max(size, position + length);
  }

  @Override
  public void truncate(long newSize) {
    if (newSize >= size) {
      return;
    }
    int kept = (int) ((newSize + CHUNK - 1) / CHUNK);
    Arrays.fill(chunks, kept, chunks.length, null);
    if (newSize % CHUNK != 0 && chunks[kept - 1] != null) {
      Arrays.fill(chunks[kept - 1], (int) (newSize % CHUNK), CHUNK, (byte) 0);
    }
    size = newSize;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void sync(boolean dataOnly) {}

  @Override
  public boolean lock(LockLevel level) {
    return true;
  }

  @Override
  public void unlock(LockLevel level) {}

  @Override
  public LockLevel lockLevel() {
    return LockLevel.NONE;
  }

  @Override
  public boolean isReservedLockHeld() {
    return false;
  }

  @Override
  public int sectorSize() {
    return 512;
  }

  @Override
  public boolean isPowersafeOverwrite() {
    return true;
  }

  @Override
  public SharedMemory sharedMemory() {
    throw new StoreException(ResultCode.IOERR_SHMOPEN, "a file in memory cannot be shared");
  }

  @Override
  public boolean hasMoved() {
    return false;
  }

  @Override
  public void close() {
    chunks = new byte[0][];
    size = 0;
  }
}
