// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.Arrays;
import org.lumosql.btree.LockRelease;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A file of the host, read and written by a descriptor of its own. A database file also takes part in the locks of its
 * {@link SharedFile}.
 *
 * <p>{@code RandomAccessFile} ignores interrupts; a {@code FileChannel} would close itself, and with it drop the locks
 * of the whole process. The price, a seek, is saved where calls follow each other in the file, and by {@link MappedReads}
 * where a database is read much.
 */
final class LocalFile implements VfsFile {
  private static final int SECTOR_SIZE = 4096;
  private static final long UNKNOWN = -1;

  private final String path;
  private final RandomAccessFile descriptor;
  private final boolean readOnly;
  private final boolean deleteOnClose;

  /** Whether the file was deleted when it was opened, so that it ends with the descriptor. */
  private final boolean isNameless;

  /** Null unless this is a database. */
  private final SharedFile shared;

  private final FileRegistry.Handle handle;

  /** Null unless this is a database. */
  private final MappedReads mapped;

  private LockLevel level = LockLevel.NONE;
  private final MissedLock missed = new MissedLock();
  private LocalSharedMemory sharedMemory;
  private long position = UNKNOWN;
  private boolean closed;

  /** A file that is no database. */
  LocalFile(String path, RandomAccessFile descriptor, boolean readOnly, boolean deleteOnClose, boolean isNameless) {
    this(path, descriptor, readOnly, deleteOnClose, isNameless, null);
  }

  LocalFile(String path, FileRegistry.Handle handle, boolean readOnly) {
    this(path, handle.descriptor().file(), readOnly, false, false, handle);
  }

  private LocalFile(String path, RandomAccessFile descriptor, boolean readOnly, boolean deleteOnClose,
      boolean isNameless, FileRegistry.Handle handle) {
    this.path = path;
    this.descriptor = descriptor;
    this.readOnly = readOnly;
    this.deleteOnClose = deleteOnClose;
    this.isNameless = isNameless;
    this.handle = handle;
    this.shared = handle == null ? null : handle.file();
    this.mapped = handle == null ? null : new MappedReads(descriptor);
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public boolean isReadOnly() {
    return readOnly;
  }

  // hot path
  @Override
  public int read(long from, byte[] target, int offset, int length) {
    int done = 0;
    try {
      requireOpen();
      if (mapped != null && isProtectedFromTruncation() && mapped.read(from, target, offset, length)) {
        return length;
      }
      moveTo(from);
      while (done < length) {
        int count = descriptor.read(target, offset + done, length - done);
        if (count < 0) {
          break;
        }
        done += count;
      }
      position = from + done;
    } catch (IOException e) {
      position = UNKNOWN;
      throw IoErrors.of(ResultCode.IOERR_READ, "read", path, e);
    }
    if (done < length) {
      Arrays.fill(target, offset + done, offset + length, (byte) 0);
    }
    return done;
  }

  @Override
  public void write(long to, byte[] source, int offset, int length) {
    requireWritable();
    try {
      requireOpen();
      moveTo(to);
      descriptor.write(source, offset, length);
      position = to + length;
    } catch (IOException e) {
      position = UNKNOWN;
      throw IoErrors.ofWrite(ResultCode.IOERR_WRITE, "write", path, length, e);
    }
  }

  /** The descriptor may live longer than this handle. */
  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the file is closed");
    }
  }

  private void moveTo(long wanted) throws IOException {
    if (position != wanted) {
      position = UNKNOWN;
      descriptor.seek(wanted);
    }
  }

  /**
   * In rollback mode nobody shortens a file that is locked for reading. In WAL mode a checkpoint may, but only if every reader has the newest snapshot, and then to the
   * size of that: so not while a read mark is held.
   */
  private boolean isProtectedFromTruncation() {
    return level != LockLevel.NONE && (sharedMemory == null || level == LockLevel.EXCLUSIVE || sharedMemory.isMarkHeld());
  }

  @Override
  public void truncate(long size) {
    requireWritable();
    try {
      requireOpen();
      position = UNKNOWN;
      if (mapped != null) {
        mapped.forget();
      }
      descriptor.setLength(size);
    } catch (IOException e) {
      throw IoErrors.ofWrite(ResultCode.IOERR_TRUNCATE, "truncate", path, 0, e);
    }
  }

  private void requireWritable() {
    if (readOnly) {
      throw new StoreException(ResultCode.READONLY, path + " was opened for reading only");
    }
  }

  @Override
  public long size() {
    try {
      requireOpen();
      return descriptor.length();
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_FSTAT, "find the size of", path, e);
    }
  }

  /** Always syncs everything: the call that leaves metadata out is one that an interrupt would turn into a close. */
  @Override
  public void sync(boolean dataOnly) {
    try {
      requireOpen();
      descriptor.getFD().sync();
    } catch (IOException e) {
      throw IoErrors.ofWrite(ResultCode.IOERR_FSYNC, "sync", path, 0, e);
    }
  }

  @Override
  public boolean lock(LockLevel wanted) {
    level = requireDatabase().locks().lock(level, wanted, missed);
    mapped.checkSize();
    return level.compareTo(wanted) >= 0;
  }

  @Override
  public void unlock(LockLevel wanted) {
    if (shared == null || level.compareTo(wanted) <= 0) {
      return;
    }
    LockLevel held = level;
    level = wanted;
    shared.locks().unlock(held, wanted);
  }

  @Override
  public LockLevel lockLevel() {
    return level;
  }

  @Override
  public LockRelease lockRelease() {
    return missed;
  }

  @Override
  public boolean isReservedHere() {
    return requireDatabase().locks().isReservedHere();
  }

  @Override
  public boolean isReservedLockHeld() {
    return requireDatabase().locks().isReservedLockHeld();
  }

  @Override
  public int sectorSize() {
    return SECTOR_SIZE;
  }

  @Override
  public boolean isPowersafeOverwrite() {
    return true;
  }

  @Override
  public SharedMemory sharedMemory() {
    if (sharedMemory == null || sharedMemory.isClosed()) {
      sharedMemory = new LocalSharedMemory(requireDatabase(), mapped);
    }
    return sharedMemory;
  }

  private SharedFile requireDatabase() {
    if (shared == null || closed) {
      throw new StoreException(
          ResultCode.MISUSE,
          path + (closed ? " is closed" : " was not opened as a database: it has no locks and no shared memory"));
    }
    return shared;
  }

  @Override
  public boolean hasMoved() {
    return shared == null ? !deleteOnClose && !Files.exists(LocalVfs.path(path)) : !LocalVfs.isAt(path, shared.key());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (mapped != null) {
      mapped.forget();
    }
    try {
      if (isNameless) {
        ClosingThread.close(descriptor, descriptor.length());
        return;
      }
      if (shared == null) {
        descriptor.close();
        if (deleteOnClose) {
          Files.deleteIfExists(LocalVfs.path(path));
        }
        return;
      }
      try {
        if (sharedMemory != null) {
          sharedMemory.close(false);
        }
        unlock(LockLevel.NONE);
      } finally {
        FileRegistry.JVM.detach(handle);
      }
    } catch (IOException e) {
      throw IoErrors.of(ResultCode.IOERR_CLOSE, "close", path, e);
    }
  }

  @Override
  public String toString() {
    return "LocalFile[" + path + ", " + level + "]";
  }
}
