// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes the coming and going of files durable. */
final class Directories {
  private static final boolean CAN_SYNC = !System.getProperty("os.name").startsWith("Windows");

  private Directories() {}

  /** Syncs the directory that a file is in, where the system can. */
  static void syncParent(Path file) throws IOException {
    if (CAN_SYNC) {
      try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
