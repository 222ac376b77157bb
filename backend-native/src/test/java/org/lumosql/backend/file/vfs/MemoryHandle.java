// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** An open file of {@link FaultyVfs}. */
final class MemoryHandle implements VfsFile {
  private final FaultyVfs vfs;
  private final String path;
  private final MemoryInode inode;
  private final boolean isReadOnly;
  private LockLevel level = LockLevel.NONE;
  private boolean isClosed;
  private SharedMemory sharedMemory;

  MemoryHandle(FaultyVfs vfs, String path, MemoryInode inode, boolean isReadOnly) {
    this.vfs = vfs;
    this.path = path;
    this.inode = inode;
    this.isReadOnly = isReadOnly;
    synchronized (inode) {
      inode.holders.add(this);
    }
  }

  private void requireUsable() {
    vfs.requirePower();
    if (isClosed) {
      throw new StoreException(ResultCode.MISUSE, path + " is closed");
    }
  }

  private void change(String what) {
    requireUsable();
    if (isReadOnly) {
      throw new StoreException(ResultCode.READONLY, path + " was opened read-only");
    }
    vfs.operation(what + " " + path);
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public boolean isReadOnly() {
    return isReadOnly;
  }

  @Override
  public int read(long position, byte[] target, int offset, int length) {
    requireUsable();
    return inode.read(position, target, offset, length);
  }

  @Override
  public void write(long position, byte[] source, int offset, int length) {
    change("write " + position + "+" + length);
    inode.write(position, source, offset, length);
  }

  @Override
  public void truncate(long size) {
    change("truncate to " + size);
    inode.truncate(size);
  }

  @Override
  public long size() {
    requireUsable();
    return inode.size();
  }

  @Override
  public void sync(boolean dataOnly) {
    requireUsable();
    vfs.operation("sync " + path);
    inode.sync();
  }

  @Override
  public boolean lock(LockLevel wanted) {
    requireUsable();
    synchronized (inode) {
      LockLevel highest = LockLevel.NONE;
      for (MemoryHandle other : inode.holders) {
        if (other != this && other.level.compareTo(highest) > 0) {
          highest = other.level;
        }
      }
      switch (wanted) {
        case SHARED -> {
          if (highest.compareTo(LockLevel.PENDING) >= 0) {
            return false;
          }
        }
        case RESERVED -> {
          if (highest.compareTo(LockLevel.RESERVED) >= 0) {
            return false;
          }
        }
        case EXCLUSIVE -> {
          if (highest.compareTo(LockLevel.PENDING) >= 0) {
            return false;
          }
          if (highest != LockLevel.NONE) {
            level = LockLevel.PENDING;
            return false;
          }
        }
        default -> throw new AssertionError("lock " + wanted);
      }
      level = wanted;
      return true;
    }
  }

  @Override
  public void unlock(LockLevel wanted) {
    requireUsable();
    synchronized (inode) {
      level = wanted;
    }
  }

  @Override
  public LockLevel lockLevel() {
    return level;
  }

  @Override
  public boolean isReservedLockHeld() {
    requireUsable();
    synchronized (inode) {
      return inode.holders.stream().anyMatch(holder -> holder.level.compareTo(LockLevel.RESERVED) >= 0);
    }
  }

  @Override
  public int sectorSize() {
    return vfs.sectorSize();
  }

  @Override
  public boolean isPowersafeOverwrite() {
    return vfs.isPowersafe();
  }

  @Override
  public SharedMemory sharedMemory() {
    requireUsable();
    if (sharedMemory == null) {
      sharedMemory = new SlotMemory();
    }
    return sharedMemory;
  }

  @Override
  public boolean hasMoved() {
    return !vfs.isAt(path, inode);
  }

  @Override
  public void close() {
    isClosed = true;
    synchronized (inode) {
      level = LockLevel.NONE;
      inode.holders.remove(this);
    }
  }

  /** Regions and slots shared through the inode. */
  private final class SlotMemory implements SharedMemory {
    @Override
    public ByteBuffer region(int index, boolean extend) {
      requireUsable();
      return inode.region(index, extend);
    }

    @Override
    public boolean lock(int first, int count, boolean exclusive) {
      requireUsable();
      synchronized (inode) {
        for (int slot = first; slot < first + count; slot++) {
          if (inode.exclusiveSlots[slot] != null || exclusive && inode.sharedSlots[slot] > 0) {
            return false;
          }
        }
        for (int slot = first; slot < first + count; slot++) {
          if (exclusive) {
            inode.exclusiveSlots[slot] = this;
          } else {
            inode.sharedSlots[slot]++;
          }
        }
        return true;
      }
    }

    @Override
    public void unlock(int first, int count, boolean exclusive) {
      synchronized (inode) {
        for (int slot = first; slot < first + count; slot++) {
          if (exclusive) {
            inode.exclusiveSlots[slot] = null;
          } else {
            inode.sharedSlots[slot]--;
          }
        }
      }
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
      sharedMemory = null;
      if (deleteFile) {
        synchronized (inode) {
          inode.regions.clear();
        }
      }
    }
  }
}
