// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.io.Closeable;
import java.io.IOException;

/**
 * Closes a large file that has no name any more on a thread of its own: the system gives its blocks back then, which takes long where there are gigabytes of
 * them, and nobody who ends or interrupts a statement is to wait for it.
 */
final class ClosingThread extends Thread {
  private static final long LARGE = 1 << 24;

  private final Closeable file;

  private ClosingThread(Closeable file) {
    super("lumosql-close");
    this.file = file;
    setDaemon(true);
  }

  /** Closes a file whose contents nobody needs, here or elsewhere. */
  static void close(Closeable file, long size) throws IOException {
    if (size < LARGE) {
      file.close();
    } else {
      new ClosingThread(file).start();
    }
  }

  @Override
  public void run() {
    try {
      file.close();
    } catch (IOException e) {
      // it was to be forgotten anyway
    }
  }
}
