// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;

/** Passes everything on: tests override what shall be different. */
class ForwardingVfs implements Vfs {
  private final Vfs inner;

  ForwardingVfs(Vfs inner) {
    this.inner = inner;
  }

  @Override
  public VfsFile open(String path, FileRole role, OpenMode mode) {
    return inner.open(path, role, mode);
  }

  @Override
  public void delete(String path, boolean syncDirectory) {
    inner.delete(path, syncDirectory);
  }

  @Override
  public boolean exists(String path) {
    return inner.exists(path);
  }

  @Override
  public String fullPath(String path) {
    return inner.fullPath(path);
  }

  @Override
  public String temporaryPath() {
    return inner.temporaryPath();
  }

  @Override
  public void syncDirectoryOf(String path) {
    inner.syncDirectoryOf(path);
  }

  @Override
  public int randomInt() {
    return inner.randomInt();
  }

  /** Passes everything on. */
  static class ForwardingFile implements VfsFile {
    private final VfsFile inner;

    ForwardingFile(VfsFile inner) {
      this.inner = inner;
    }

    @Override
    public String path() {
      return inner.path();
    }

    @Override
    public boolean isReadOnly() {
      return inner.isReadOnly();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
      return inner.read(position, target, offset, length);
    }

    @Override
    public void write(long position, byte[] source, int offset, int length) {
      inner.write(position, source, offset, length);
    }

    @Override
    public void truncate(long size) {
      inner.truncate(size);
    }

    @Override
    public long size() {
      return inner.size();
    }

    @Override
    public void sync(boolean dataOnly) {
      inner.sync(dataOnly);
    }

    @Override
    public boolean lock(LockLevel level) {
      return inner.lock(level);
    }

    @Override
    public void unlock(LockLevel level) {
      inner.unlock(level);
    }

    @Override
    public LockLevel lockLevel() {
      return inner.lockLevel();
    }

    @Override
    public boolean isReservedLockHeld() {
      return inner.isReservedLockHeld();
    }

    @Override
    public int sectorSize() {
      return inner.sectorSize();
    }

    @Override
    public boolean isPowersafeOverwrite() {
      return inner.isPowersafeOverwrite();
    }

    @Override
    public SharedMemory sharedMemory() {
      return inner.sharedMemory();
    }

    @Override
    public boolean hasMoved() {
      return inner.hasMoved();
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
