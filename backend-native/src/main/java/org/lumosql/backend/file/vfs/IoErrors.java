// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The one place where an {@link IOException} becomes a {@link StoreException}. */
final class IoErrors {
  private IoErrors() {}

  static StoreException of(ResultCode code, String action, String path, IOException cause) {
    return new StoreException(code, "cannot " + action + " " + path + ": " + reason(cause), cause);
  }

  /** A failed write or extension: FULL if the device has no room left, else {@code code}. */
  static StoreException ofWrite(ResultCode code, String action, String path, long wanted, IOException cause) {
    return of(isFull(path, wanted, cause) ? ResultCode.FULL : code, action, path, cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return cause instanceof AccessDeniedException ? "access denied" : cause.getMessage();
  }

  /** The message of the operating system may be translated; so the free space is asked as well. */
  private static boolean isFull(String path, long wanted, IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("quota exceeded")
        || message.contains("not enough space")) {
      return true;
    }
    try {
      FileStore store = Files.getFileStore(Path.of(path));
      return !store.isReadOnly() && store.getUsableSpace() < wanted;
    } catch (IOException | RuntimeException unknown) {
      return false;
    }
  }
}
