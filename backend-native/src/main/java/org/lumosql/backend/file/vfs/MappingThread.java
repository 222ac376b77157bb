// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;


import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Maps a part of a file on a thread of its own. An interrupt that hits a thread inside {@code FileChannel.map} closes
 * the channel, and with it drops all locks on the file; nobody knows this thread, so nobody interrupts it. Mapping is
 * rare.
 */
final class MappingThread extends Thread {
  private final FileChannel channel;
  private final MapMode mode;
  private final long start;
  private final int length;
  private ByteBuffer result;
  private Throwable failure;

  private MappingThread(FileChannel channel, MapMode mode, long start, int length) {
    super("lumosql-map");
    this.channel = channel;
    this.mode = mode;
    this.start = start;
    this.length = length;
    setDaemon(true);
  }

  static ByteBuffer map(FileChannel channel, MapMode mode, long start, int length) throws IOException {
    MappingThread thread = new MappingThread(channel, mode, start, length);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.failure != null) {
      throw thread.failure instanceof IOException failure ? failure : new IOException(thread.failure);
    }
    return thread.result;
  }

  @Override
  public void run() {
    try {
      result = channel.map(mode, start, length);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }
}
