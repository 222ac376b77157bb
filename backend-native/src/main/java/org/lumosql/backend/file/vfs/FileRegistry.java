// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * All database files that are open in this JVM, by identity of the file: device and inode, or the real path where the
 * platform has no such key. File locks belong to the process, so this is the one thing that must be process-wide: a
 * static instance.
 *
 * <p>Class loaders may bring several copies of this class into one JVM. They could not see each other's locks, and
 * closing a descriptor in one would silently drop the locks of the other. Every open file is therefore marked by a
 * system property that names the registry; a file that another registry holds is refused.
 */
final class FileRegistry {
  static final FileRegistry JVM = new FileRegistry();

  private static final int OPEN_ATTEMPTS = 10;
  private static final String MARKER_PREFIX = "org.lumosql.open.";

  private final String identity = Long.toHexString(RandomSource.nextLong());
  private final ReentrantLock mutex = new ReentrantLock();
  private final Map<Object, SharedFile> files = new HashMap<>();

  /**
   * Descriptors that might be of a file on which this process holds locks unknown to us: kept from the garbage
   * collector.
   */
  private final List<RandomAccessFile> neverClosed = new ArrayList<>();

  private FileRegistry() {}

  /**
   * What identifies the file at a path, or null if there is none. Does not open it: closing a descriptor would drop
   * locks.
   */
  static Object keyOf(Path path) throws IOException {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return key != null ? key : path.toRealPath().toString();
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  /**
   * Opens a database file for one more handle.
   *
   * @throws StoreException CANTOPEN if another copy of this library in the JVM has the file open
   */
  Handle open(Path path, boolean readOnly) throws IOException {
    mutex.lock();
    try {
      for (int attempt = 0; attempt < OPEN_ATTEMPTS; attempt++) {
        Object key = keyOf(path);
        if (key != null) {
          requireOurs(key, path);
          SharedFile open = files.get(key);
          SharedFile.Descriptor idle = open == null ? null : open.reuse(!readOnly);
          if (idle != null) {
            return new Handle(open, idle);
          }
        }
        RandomAccessFile descriptor = new RandomAccessFile(path.toFile(), readOnly ? "r" : "rw");
        Object keyAfter = keyOf(path);
        if (keyAfter != null && (key == null || key.equals(keyAfter))) {
          return attach(keyAfter, path, new SharedFile.Descriptor(descriptor, !readOnly));
        }
        // The path was given to another file just now, and nobody knows whose descriptor this is: it may be of a file
        // with locks.
        neverClosed.add(descriptor);
      }
    } finally {
      mutex.unlock();
    }
    throw new StoreException(ResultCode.CANTOPEN, path + " is being replaced all the time");
  }

  private Handle attach(Object key, Path path, SharedFile.Descriptor descriptor) {
    try {
      requireOurs(key, path);
    } catch (StoreException openedMeanwhile) {
      neverClosed.add(descriptor.file());
      throw openedMeanwhile;
    }
    SharedFile file = files.computeIfAbsent(key, absent -> new SharedFile(key, path.toString()));
    file.attach(descriptor);
    return new Handle(file, descriptor);
  }

  /** Marks the file as ours, before it is opened: to open and close it would drop the locks of its owner. */
  private void requireOurs(Object key, Path path) {
    Object owner = System.getProperties().putIfAbsent(MARKER_PREFIX + key, identity);
    if (owner != null && !owner.equals(identity)) {
      throw new StoreException(
          ResultCode.CANTOPEN,
          path + " is open through another copy of this library in the same JVM (another class loader):"
              + " their locks would not protect them from each other");
    }
  }

  /** Removes a handle; it must hold no locks any more. */
  void detach(Handle handle) throws IOException {
    mutex.lock();
    try {
      SharedFile file = handle.file();
      if (file.detach(handle.descriptor())) {
        files.remove(file.key());
        System.getProperties().remove(MARKER_PREFIX + file.key(), identity);
      }
    } finally {
      mutex.unlock();
    }
  }

  /** What one connection has of a file. */
  record Handle(SharedFile file, SharedFile.Descriptor descriptor) {}
}
