// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import org.lumosql.error.StoreException;

/**
 * The file system as the pager sees it. {@link java.io.IOException}s never leave it: every failure is a {@link StoreException}
 * with an {@code IOERR_…} or {@code CANTOPEN_…} code and the path. Thread-safe.
 */
public interface Vfs {
  /** Opens or makes a file. Thread interrupts neither close it nor lose its locks. */
  VfsFile open(String path, FileRole role, OpenMode mode);

  /**
   * Deletes a file; no error if it is not there.
   *
   * @param syncDirectory make the removal durable before returning
   */
  void delete(String path, boolean syncDirectory);

  boolean exists(String path);

  /** The absolute path that all processes agree on (symbolic links resolved where the file exists). */
  String fullPath(String path);

  /** A new name for a temporary file, in the directory that {@code SQLITE_TMPDIR}, {@code TMPDIR} or the JVM names. */
  String temporaryPath();

  /** Makes the creation of files in the file's directory durable; no effect where the platform cannot. */
  void syncDirectoryOf(String path);

  /** Unpredictable bytes, for salts and nonces. */
  int randomInt();

  /** What a file is for. Decides locks, sharing and deletion. */
  enum FileRole {
    DATABASE,
    JOURNAL,
    SUPER_JOURNAL,
    WAL,
    /** Deleted when closed. */
    TEMPORARY
  }

  /** How to open. */
  enum OpenMode {
    READ_ONLY,
    READ_WRITE,
    CREATE
  }
}
