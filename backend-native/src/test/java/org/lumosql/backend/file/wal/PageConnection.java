// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import java.util.Map;
import java.util.TreeMap;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The least that a pager does with a log: a connection that reads and writes whole pages. */
final class PageConnection implements AutoCloseable {
  private final VfsFile file;
  private final WriteAheadLog log;
  private final int pageSize;

  PageConnection(Vfs vfs, String path, int pageSize, boolean exclusive) {
    this.file = vfs.open(path, Vfs.FileRole.DATABASE, Vfs.OpenMode.READ_WRITE);
    this.pageSize = pageSize;
    if (!file.lock(LockLevel.SHARED) || exclusive && !file.lock(LockLevel.EXCLUSIVE)) {
      file.close();
      throw new StoreException(ResultCode.BUSY, "the database is locked");
    }
    try {
      this.log = new WriteAheadLog(vfs, file, path + "-wal", exclusive);
    } catch (StoreException e) {
      file.close();
      throw e;
    }
  }

  PageConnection(java.nio.file.Path path, int pageSize) {
    this(new LocalVfs(), path.toString(), pageSize, false);
  }

  WriteAheadLog log() {
    return log;
  }

  VfsFile file() {
    return file;
  }

  /** The whole database as the open snapshot shows it. */
  byte[] image() {
    int pages = pageCount();
    byte[] image = new byte[pages * pageSize];
    for (int pageNumber = 1; pageNumber <= pages; pageNumber++) {
      read(pageNumber, image, (pageNumber - 1) * pageSize);
    }
    return image;
  }

  int pageCount() {
    return log.pageCount() != 0 ? log.pageCount() : Math.toIntExact(file.size() / pageSize);
  }

  byte[] page(int pageNumber) {
    byte[] page = new byte[pageSize];
    read(pageNumber, page, 0);
    return page;
  }

  private void read(int pageNumber, byte[] target, int offset) {
    int frame = log.findFrame(pageNumber);
    if (frame != 0) {
      log.readFrame(frame, target, offset, pageSize);
    } else {
      file.read((pageNumber - 1L) * pageSize, target, offset, pageSize);
    }
  }

  /** Takes a snapshot, reads everything, gives the snapshot back. */
  byte[] readAll() {
    log.beginRead();
    try {
      return image();
    } finally {
      log.endRead();
    }
  }

  /** A whole transaction. */
  void commit(Map<Integer, byte[]> pages, int pageCount) {
    log.beginRead();
    try {
      if (!log.beginWrite()) {
        throw new IllegalStateException("another connection writes");
      }
      append(pages, pageCount);
    } finally {
      log.endRead();
    }
  }

  void append(Map<Integer, byte[]> pages, int commitSize) {
    log.appendFrames(batch(pages), pageSize, commitSize);
  }

  static PageBatch batch(Map<Integer, byte[]> pages) {
    Integer[] numbers = new TreeMap<>(pages).keySet().toArray(new Integer[0]);
    return new PageBatch() {
      @Override
      public int size() {
        return numbers.length;
      }

      @Override
      public int pageNumber(int index) {
        return numbers[index];
      }

      @Override
      public byte[] data(int index) {
        return pages.get(numbers[index]);
      }
    };
  }

  /** Ends it as a crash would: no checkpoint, files left as they are. */
  void abandon() {
    log.close(false);
    file.close();
  }

  @Override
  public void close() {
    log.close();
    file.close();
  }
}
