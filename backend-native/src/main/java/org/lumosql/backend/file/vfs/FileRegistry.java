// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * All database files that are open in this JVM, by identity of the file: device and inode, or the real path where the platform
 * has no such key. File locks belong to the process, so this is the one thing that must be process-wide: a static instance.
 *
 * <p>Class loaders may bring several copies of this class into one JVM. They could not see each other's locks, and closing a
 * descriptor in one would silently drop the locks of the other. Every open file is therefore marked by a system property that
 * names the registry; a file that another registry holds is refused.
 */
final class FileRegistry {
  static final FileRegistry JVM = new FileRegistry();

  private static final String MARKER_PREFIX = "org.lumosql.open.";

  private final String identity = Long.toHexString(RandomSource.nextLong());
  private final ReentrantLock mutex = new ReentrantLock();
  private final Map<Object, SharedFile> files = new HashMap<>();

  private FileRegistry() {}

  /** What identifies the file at a path, or null if there is none. Does not open it: closing a descriptor would drop locks. */
  static Object keyOf(Path path) throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return key != null ? key : path.toRealPath().toString();
  }

  /**
   * Adds a handle that does its I/O through {@code descriptor}; the registry decides when the descriptor is closed.
   *
   * @throws StoreException CANTOPEN if another copy of this library in the JVM has the file open; the descriptor is closed then
   */
  SharedFile attach(Object key, String path, RandomAccessFile descriptor, boolean writable) {
    mutex.lock();
    try {
      SharedFile file = files.get(key);
      if (file == null) {
        Object owner = System.getProperties().putIfAbsent(MARKER_PREFIX + key, identity);
        if (owner != null && !owner.equals(identity)) {
          throw new StoreException(
              ResultCode.CANTOPEN,
              path + " is open through another copy of this library in the same JVM (another class loader): their locks would"
                  + " not protect them from each other");
        }
        file = new SharedFile(key, path);
        files.put(key, file);
      }
      file.attach(descriptor, writable);
      return file;
    } finally {
      mutex.unlock();
    }
  }

  /** Removes a handle; it must hold no locks any more. */
  void detach(SharedFile file, RandomAccessFile descriptor) throws IOException {
    mutex.lock();
    try {
      if (file.detach(descriptor)) {
        files.remove(file.key());
        System.getProperties().remove(MARKER_PREFIX + file.key(), identity);
      }
    } finally {
      mutex.unlock();
    }
  }
}
