// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.lumosql.backend.file.vfs.Vfs;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;
import org.lumosql.backend.file.vfs.VfsFile;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The rollback journal of one write transaction: written, synced, read back, ended.
 *
 * <p>Records are gathered in a buffer; what the file must hold before the database is touched is brought there by
 * {@link #sync}. A segment ends with each sync, the next record begins a new one, so that a synced segment is never
 * written again.
 *
 * <ol>
 *   <li>J1. Before a page of the database file is overwritten, its record is in a synced segment (unless {@code
 *       synchronous} is OFF).
 *   <li>J2. Behind a synced segment no old header of a reused file follows.
 *   <li>J3. An error leaves the journal as it was: the same call may be tried again.
 * </ol>
 */
final class RollbackJournal {
  private static final int BUFFER_SIZE = 64 * 1024;

  private final Vfs vfs;
  private final String path;
  private final PagerSettings settings;
  private final JournalMode mode;
  private final int pageSize;
  private final int pageCount;
  private final int sectorSize;
  private final boolean isCounted;
  private VfsFile file;

  private final byte[] buffer;
  private long bufferStart;
  private int buffered;

  /** Where each segment begins, and behind its last record; the last one may be open. */
  private long[] segmentStarts = new long[4];

  private long[] segmentEnds = new long[4];
  private int[] nonces = new int[4];
  private int segmentCount;
  private boolean isSegmentOpen;

  private boolean isNameDurable;
  private long sealStart = -1;
  private boolean hasEnded;
  private String sealedWith;

  /**
   * @param retained the file left open by the last transaction in exclusive mode, or null
   * @param isNameDurable whether the directory was synced since that file was made
   * @param buffer of {@link #bufferSize}
   * @param pageCount size of the database before the transaction
   */
  RollbackJournal(
      Vfs vfs,
      String path,
      PagerSettings settings,
      VfsFile retained,
      boolean isNameDurable,
      byte[] buffer,
      int pageSize,
      int pageCount,
      int sectorSize) {
    this.vfs = vfs;
    this.path = path;
    this.settings = settings;
    this.mode = settings.rollbackMode;
    this.pageSize = pageSize;
    this.pageCount = pageCount;
    this.sectorSize = sectorSize;
    this.isCounted = settings.synchronous != Synchronous.OFF && mode != JournalMode.MEMORY;
    this.buffer = buffer;
    this.isNameDurable = retained != null && isNameDurable;
    this.file = retained != null ? retained : openFile();
  }

  /** Room for a header and some records. */
  static int bufferSize(int pageSize, int sectorSize) {
    return Math.max(BUFFER_SIZE, sectorSize + 2 * (pageSize + JournalFormat.RECORD_OVERHEAD));
  }

  private VfsFile openFile() {
    return mode == JournalMode.MEMORY ? new MemoryFile() : vfs.open(path, FileRole.JOURNAL, OpenMode.CREATE);
  }

  // ---- writing ----------------------------------------------------------------------------------

  /** Adds a page as it was before the transaction. */
  void append(int number, byte[] page) {
    unseal();
    beginSegment();
    int length = pageSize + JournalFormat.RECORD_OVERHEAD;
    makeRoom(length);
    Bytes.setInt32(buffer, buffered, number);
    System.arraycopy(page, 0, buffer, buffered + 4, pageSize);
    int segment = segmentCount - 1;
    Bytes.setInt32(buffer, buffered + 4 + pageSize, JournalFormat.checksum(nonces[segment], page, 0, pageSize));
    buffered += length;
    segmentEnds[segment] += length;
  }

  /** Makes sure that there is a header, which tells the size of the database even if no page is changed. */
  void start() {
    if (segmentCount == 0) {
      beginSegment();
    }
  }

  private void beginSegment() {
    if (isSegmentOpen) {
      return;
    }
    long start = segmentCount == 0 ? 0 : JournalFormat.roundUp(end(), sectorSize);
    flush();
    Arrays.fill(buffer, 0, sectorSize, (byte) 0);
    int nonce = vfs.randomInt();
    if (!isCounted) {
      Bytes.setInt64(buffer, 0, JournalFormat.MAGIC);
      Bytes.setInt32(buffer, JournalFormat.RECORD_COUNT, JournalFormat.UNCOUNTED);
    }
    Bytes.setInt32(buffer, JournalFormat.NONCE, nonce);
    Bytes.setInt32(buffer, JournalFormat.PAGE_COUNT, pageCount);
    Bytes.setInt32(buffer, JournalFormat.SECTOR_SIZE, sectorSize);
    Bytes.setInt32(buffer, JournalFormat.PAGE_SIZE, pageSize);
    buffered = sectorSize;
    bufferStart = start;
    if (segmentCount == segmentStarts.length) {
      segmentStarts = Arrays.copyOf(segmentStarts, segmentCount * 2);
      segmentEnds = Arrays.copyOf(segmentEnds, segmentCount * 2);
      nonces = Arrays.copyOf(nonces, segmentCount * 2);
    }
    segmentStarts[segmentCount] = start;
    segmentEnds[segmentCount] = start + sectorSize;
    nonces[segmentCount] = nonce;
    segmentCount++;
    isSegmentOpen = true;
  }

  private void makeRoom(int length) {
    if (buffered + length > buffer.length) {
      flush();
    }
  }

  private void flush() {
    if (buffered > 0) {
      file.write(bufferStart, buffer, 0, buffered);
      bufferStart += buffered;
      buffered = 0;
    }
  }

  /** Behind the last record: the position for {@link #replay}. */
  long end() {
    return segmentCount == 0 ? 0 : segmentEnds[segmentCount - 1];
  }

  /** J1: ends the segment and makes it durable. */
  void sync() {
    flush();
    if (!isSegmentOpen || !isCounted) {
      return;
    }
    int segment = segmentCount - 1;
    clearStaleHeader();
    if (settings.synchronous.ordinal() >= Synchronous.FULL.ordinal()) {
      // The records first: a count that reaches the disk before them would vouch for garbage.
      file.sync(true);
    }
    byte[] head = new byte[JournalFormat.NONCE];
    Bytes.setInt64(head, 0, JournalFormat.MAGIC);
    long recordBytes = segmentEnds[segment] - segmentStarts[segment] - sectorSize;
    long records = recordBytes / (pageSize + JournalFormat.RECORD_OVERHEAD);
    Bytes.setInt32(head, JournalFormat.RECORD_COUNT, (int) records);
    file.write(segmentStarts[segment], head, 0, head.length);
    file.sync(false);
    if (!isNameDurable) {
      vfs.syncDirectoryOf(path);
      isNameDurable = true;
    }
    isSegmentOpen = false;
  }

  /** J2. The file may be longer than this transaction's part of it in the modes PERSIST and, when exclusive, DELETE. */
  private void clearStaleHeader() {
    long next = JournalFormat.roundUp(end(), sectorSize);
    if (sealedWith == null && file.size() > next) {
      file.write(next, new byte[8], 0, 8);
    }
  }

  /**
   * Writes the pointer to the super-journal behind the records, or takes one away that an attempt to commit before
   * this one has left. To be followed by {@link #sync}.
   *
   * @param superJournal its path, or null for a commit of this database alone
   */
  void seal(String superJournal) {
    if (Objects.equals(superJournal, sealedWith)) {
      return;
    }
    if (superJournal == null) {
      unseal();
      if (isCounted) {
        file.sync(false);
      }
      return;
    }
    unseal();
    beginSegment();
    flush();
    byte[] name = superJournal.getBytes(StandardCharsets.UTF_8);
    byte[] pointer = new byte[name.length + JournalFormat.POINTER_OVERHEAD];
    Bytes.setInt32(pointer, 0, JournalFormat.lockBytePage(pageSize));
    System.arraycopy(name, 0, pointer, 4, name.length);
    int at = 4 + name.length;
    Bytes.setInt32(pointer, at, name.length);
    Bytes.setInt32(pointer, at + 4, JournalFormat.pathChecksum(name));
    Bytes.setInt64(pointer, at + 8, JournalFormat.MAGIC);
    // On a sector of its own, so that writing it cannot tear a record.
    long start = JournalFormat.roundUp(end(), sectorSize);
    file.write(start, pointer, 0, pointer.length);
    file.truncate(start + pointer.length);
    sealStart = start;
    sealedWith = superJournal;
  }

  /** Takes the pointer away: more records follow, and it must be at the end. */
  private void unseal() {
    if (sealedWith != null) {
      file.truncate(sealStart);
      sealedWith = null;
    }
  }

  // ---- reading back -----------------------------------------------------------------------------

  /** Takes records. */
  @FunctionalInterface
  interface RecordVisitor {
    /** The page begins at {@code offset} and is valid during the call. */
    void visit(int number, byte[] bytes, int offset);
  }

  /** Shows all records written since a position, oldest first. */
  void replay(long from, RecordVisitor visitor) {
    if (file == null) {
      file = openFile();
    }
    flush();
    int length = pageSize + JournalFormat.RECORD_OVERHEAD;
    byte[] bytes = new byte[length];
    for (int segment = 0; segment < segmentCount; segment++) {
      long position = Math.max(from, segmentStarts[segment] + sectorSize);
      for (; position < segmentEnds[segment]; position += length) {
        file.read(position, bytes, 0, length);
        if (Bytes.int32(bytes, 4 + pageSize) != JournalFormat.checksum(nonces[segment], bytes, 4, pageSize)) {
          throw new StoreException(
              ResultCode.IOERR_DATA, path + ": the record at " + position + " is not as it was written");
        }
        visitor.visit(Bytes.int32(bytes, 0), bytes, 4);
      }
    }
  }

  // ---- ending -----------------------------------------------------------------------------------

  /**
   * Ends the transaction: from now on nothing would be rolled back.
   *
   * @param keepOpen exclusive mode: nobody else can look, so the file stays, with its header wiped out
   * @return the file, still open, if it was kept
   */
  VfsFile finish(boolean keepOpen) {
    if (mode == JournalMode.MEMORY) {
      file.close();
      return null;
    }
    if (file == null) {
      file = openFile();
    }
    boolean isSynced = settings.synchronous != Synchronous.OFF;
    boolean isKept = mode != JournalMode.TRUNCATE && (keepOpen || mode == JournalMode.PERSIST);
    // A pointer to a super-journal must not stay at the end of a file that later transactions fill only in part: it
    // would be taken for theirs, and as its super-journal is gone, they would count as committed.
    boolean holdsPointer = isKept && sealedWith != null;
    if (mode == JournalMode.TRUNCATE || isKept && (settings.journalSizeLimit == 0 || holdsPointer)) {
      file.truncate(0);
      hasEnded = true;
      if (settings.synchronous.ordinal() >= Synchronous.FULL.ordinal() || holdsPointer && isSynced) {
        file.sync(false);
      }
    } else if (isKept) {
      file.write(0, new byte[JournalFormat.HEADER_SIZE], 0, JournalFormat.HEADER_SIZE);
      hasEnded = true;
      if (isSynced) {
        file.sync(true);
      }
      if (settings.journalSizeLimit > 0 && file.size() > settings.journalSizeLimit) {
        file.truncate(settings.journalSizeLimit);
      }
    } else {
      closeFile();
      delete();
      return null;
    }
    if (keepOpen) {
      return file;
    }
    closeFile();
    return null;
  }

  private void delete() {
    try {
      vfs.delete(path, settings.synchronous == Synchronous.EXTRA);
    } catch (StoreException e) {
      hasEnded = !vfs.exists(path);
      throw e;
    }
  }

  /**
   * After {@link #finish} has failed: whether the transaction has ended nevertheless, because there is nothing left to
   * play back, or because the super-journal that decides is gone.
   */
  boolean hasEnded() {
    return hasEnded || sealedWith != null && !vfs.exists(sealedWith);
  }

  /** Whether a crash would leave the file its name. */
  boolean isNameDurable() {
    return isNameDurable;
  }

  /** Leaves the file as it is. */
  void closeFile() {
    if (file != null) {
      VfsFile closing = file;
      file = null;
      closing.close();
    }
  }
}
