// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all handles of this JVM on one database file share: the lock table, the descriptor that carries the operating
 * system's locks, and the WAL-index.
 *
 * <ol>
 *   <li>F1. No descriptor of the file is closed while any lock on it is held, neither by a handle nor by the garbage
 *       collector: all are referred to from here.
 *   <li>F2. All locks go through one descriptor, writable if any handle is.
 *   <li>F3. A descriptor that cannot be closed now serves the next handle, so that their number stays that of the
 *       handles: in WAL mode a lock is held for as long as anybody is connected.
 * </ol>
 *
 * Thread-safe.
 */
final class SharedFile {
  private final Object key;
  private final String path;
  private final ReentrantLock mutex = new ReentrantLock();
  private final List<Descriptor> inUse = new ArrayList<>();
  private final List<Descriptor> idle = new ArrayList<>();
  private final DatabaseLocks locks = new DatabaseLocks(this);

  private Descriptor lockDescriptor;
  private SharedMemoryFile sharedMemory;
  private int sharedMemoryHandles;

  /**
   * An open descriptor of the file, through which one handle reads and writes. Compared by identity.
   */
  static final class Descriptor {
    private final RandomAccessFile file;
    private final boolean isWritable;

    Descriptor(RandomAccessFile file, boolean isWritable) {
      this.file = file;
      this.isWritable = isWritable;
    }

    RandomAccessFile file() {
      return file;
    }

    boolean isWritable() {
      return isWritable;
    }
  }

  SharedFile(Object key, String path) {
    this.key = key;
    this.path = path;
  }

  Object key() {
    return key;
  }

  String path() {
    return path;
  }

  DatabaseLocks locks() {
    return locks;
  }

  /** Guards lock table and descriptors. */
  ReentrantLock mutex() {
    return mutex;
  }

  /** Requires: mutex held. */
  RandomAccessFile lockDescriptor() {
    return lockDescriptor.file();
  }

  /** An open descriptor that no handle uses, or null (F3). It is in use then. */
  Descriptor reuse(boolean writable) {
    mutex.lock();
    try {
      for (Descriptor descriptor : idle) {
        if (descriptor.isWritable() == writable) {
          idle.remove(descriptor);
          inUse.add(descriptor);
          return descriptor;
        }
      }
      return null;
    } finally {
      mutex.unlock();
    }
  }

  void attach(Descriptor descriptor) {
    mutex.lock();
    try {
      inUse.add(descriptor);
      if (lockDescriptor == null || descriptor.isWritable() && !lockDescriptor.isWritable()) {
        lockDescriptor = descriptor;
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Returns true if that was the last handle; everything is closed then. */
  boolean detach(Descriptor descriptor) throws IOException {
    mutex.lock();
    try {
      inUse.remove(descriptor);
      idle.add(descriptor);
      if (inUse.isEmpty()) {
        lockDescriptor = null;
      }
      if (!locks.isAnyHeld()) {
        closeIdle();
      }
      return inUse.isEmpty();
    } finally {
      mutex.unlock();
    }
  }

  /** Closes what is not used any more, but for the descriptor of the locks. Requires: mutex held, no lock held (F1). */
  void closeIdle() throws IOException {
    assert !locks.isAnyHeld() : "descriptor closed under a lock of " + path;
    IOException failure = null;
    for (Iterator<Descriptor> all = idle.iterator(); all.hasNext(); ) {
      Descriptor descriptor = all.next();
      if (descriptor == lockDescriptor) {
        continue;
      }
      all.remove();
      try {
        descriptor.file().close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  SharedMemoryFile openSharedMemory() {
    mutex.lock();
    try {
      if (sharedMemory == null) {
        sharedMemory = SharedMemoryFile.open(path);
      }
      sharedMemoryHandles++;
      return sharedMemory;
    } finally {
      mutex.unlock();
    }
  }

  void closeSharedMemory(boolean deleteFile) {
    mutex.lock();
    try {
      if (--sharedMemoryHandles == 0) {
        SharedMemoryFile last = sharedMemory;
        sharedMemory = null;
        last.close(deleteFile);
      }
    } finally {
      mutex.unlock();
    }
  }
}
