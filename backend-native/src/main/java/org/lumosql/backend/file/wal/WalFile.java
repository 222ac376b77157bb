// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.nio.ByteOrder;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The {@code -wal} file (https://sqlite.org/fileformat2.html#walformat): a header and frames, numbered from 1.
 *
 * <pre>
 *   header   0 magic: 0x377f0682, or …83 if checksums take big-endian words   4 version 3007000   8 page size
 *           12 checkpoint sequence number   16 salts (2 words)   24 checksum of bytes 0 … 23 (2 words)
 *   frame    0 page number   4 database size if this is a commit, else 0   8 salts   16 cumulative checksum   24 page
 * </pre>
 *
 * All numbers are stored big-endian.
 */
final class WalFile {
  static final int HEADER_SIZE = 32;
  static final int FRAME_HEADER_SIZE = 24;
  static final int VERSION = 3007000;
  static final int MINIMUM_PAGE_SIZE = 512;
  static final int MAXIMUM_PAGE_SIZE = 65536;
  static final boolean NATIVE_IS_BIG_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

  private static final int MAGIC = 0x377f0682;

  private final Vfs vfs;
  private final VfsFile file;
  private final String path;

  /** Whether the file's name in its directory survives a crash. */
  private boolean isNameDurable;

  WalFile(Vfs vfs, String path) {
    this.vfs = vfs;
    this.path = path;
    this.isNameDurable = vfs.exists(path);
    this.file = vfs.open(path, Vfs.FileRole.WAL, Vfs.OpenMode.CREATE);
  }

  static boolean isPageSize(int size) {
    return size >= MINIMUM_PAGE_SIZE && size <= MAXIMUM_PAGE_SIZE && Integer.bitCount(size) == 1;
  }

  static long frameOffset(int frame, int pageSize) {
    return HEADER_SIZE + (frame - 1L) * (pageSize + FRAME_HEADER_SIZE);
  }

  /** Puts a whole header into {@code buffer} and returns its checksum, from which the first frame's continues. */
  static long encodeHeader(byte[] buffer, int pageSize, int checkpointSequence, int salt1, int salt2) {
    BigEndian.putInt(buffer, 0, MAGIC | (NATIVE_IS_BIG_ENDIAN ? 1 : 0));
    BigEndian.putInt(buffer, 4, VERSION);
    BigEndian.putInt(buffer, 8, pageSize);
    BigEndian.putInt(buffer, 12, checkpointSequence);
    BigEndian.putInt(buffer, 16, salt1);
    BigEndian.putInt(buffer, 20, salt2);
    long checksum = WalChecksum.update(0, buffer, 0, 24, NATIVE_IS_BIG_ENDIAN);
    BigEndian.putLong(buffer, 24, checksum);
    return checksum;
  }

  /**
   * Whether the bytes are a header that counts: magic, page size and checksum are right. The version is another matter.
   */
  static boolean isValidHeader(byte[] buffer) {
    int magic = BigEndian.getInt(buffer, 0);
    return (magic & ~1) == MAGIC
        && isPageSize(BigEndian.getInt(buffer, 8))
        && WalChecksum.update(0, buffer, 0, 24, (magic & 1) != 0) == BigEndian.getLong(buffer, 24);
  }

  String path() {
    return path;
  }

  boolean isReadOnly() {
    return file.isReadOnly();
  }

  long size() {
    return file.size();
  }

  int read(long position, byte[] target, int offset, int length) {
    return file.read(position, target, offset, length);
  }

  /** Reads what must be there: a frame that the index knows. */
  void readFully(long position, byte[] target, int offset, int length) {
    int count = file.read(position, target, offset, length);
    if (count < length) {
      throw new StoreException(
          ResultCode.IOERR_SHORT_READ, path + " has " + count + " of " + length + " bytes at " + position
          + ", where a frame must be");
    }
  }

  void write(long position, byte[] source, int offset, int length) {
    file.write(position, source, offset, length);
  }

  void sync() {
    file.sync(true);
    if (!isNameDurable) {
      vfs.syncDirectoryOf(path);
      isNameDurable = true;
    }
  }

  void truncate(long size) {
    file.truncate(size);
  }

  /** Cuts the file to a size if it is longer. */
  void limitTo(long size) {
    if (file.size() > size) {
      file.truncate(size);
    }
  }

  boolean isPowersafeOverwrite() {
    return file.isPowersafeOverwrite();
  }

  int sectorSize() {
    return file.sectorSize();
  }

  void close() {
    file.close();
  }

  void delete() {
    vfs.delete(path, false);
  }
}
