// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all handles of this JVM on one database file share: the lock table, the descriptor that carries the operating system's
 * locks, and the WAL-index.
 *
 * <ol>
 *   <li>F1. No descriptor of the file is closed while any lock on it is held.
 *   <li>F2. All locks go through one descriptor, writable if any handle is.
 * </ol>
 *
 * Thread-safe.
 */
final class SharedFile {
  private final Object key;
  private final String path;
  private final ReentrantLock mutex = new ReentrantLock();
  private final List<RandomAccessFile> waitingForClose = new ArrayList<>();
  private final DatabaseLocks locks = new DatabaseLocks(this);

  private RandomAccessFile lockDescriptor;
  private boolean lockDescriptorIsWritable;
  private boolean lockDescriptorIsDetached;
  private int handles;
  private SharedMemoryFile sharedMemory;
  private int sharedMemoryHandles;

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

  RandomAccessFile lockDescriptor() {
    return lockDescriptor;
  }

  void attach(RandomAccessFile descriptor, boolean writable) {
    mutex.lock();
    try {
      handles++;
      if (lockDescriptor == null) {
        lockDescriptor = descriptor;
        lockDescriptorIsWritable = writable;
      } else if (writable && !lockDescriptorIsWritable) {
        if (lockDescriptorIsDetached) {
          waitingForClose.add(lockDescriptor);
        }
        lockDescriptor = descriptor;
        lockDescriptorIsWritable = true;
        lockDescriptorIsDetached = false;
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Returns true if that was the last handle; everything is closed then. */
  boolean detach(RandomAccessFile descriptor) throws IOException {
    mutex.lock();
    try {
      handles--;
      if (descriptor == lockDescriptor) {
        lockDescriptorIsDetached = true;
      } else {
        waitingForClose.add(descriptor);
      }
      if (handles > 0) {
        if (!locks.isAnyHeld()) {
          closeWaiting();
        }
        return false;
      }
      closeWaiting();
      lockDescriptor.close();
      return true;
    } finally {
      mutex.unlock();
    }
  }

  /** Requires: mutex held, no lock held (F1). */
  void closeWaiting() throws IOException {
    assert !locks.isAnyHeld() : "descriptor closed under a lock of " + path;
    IOException failure = null;
    for (RandomAccessFile descriptor : waitingForClose) {
      try {
        descriptor.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    waitingForClose.clear();
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
