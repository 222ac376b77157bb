// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import org.lumosql.error.Interruption;
import org.lumosql.error.StoreException;

/** Appends frames to the log, makes them a commit, and takes them back. Requires of all methods: the WRITE lock. */
final class FrameWriter {
  /** Frames are gathered to so many bytes before they are written. */
  private static final int BUFFER_SIZE = 64 * 1024;

  private final LogState state;
  private final SnapshotReader reader;
  private byte[] buffer = new byte[0];
  private int buffered;
  private long bufferOffset;

  FrameWriter(LogState state, SnapshotReader reader) {
    this.state = state;
    this.reader = reader;
  }

  void append(PageBatch pages, int pageSize, int commitSize) {
    assert commitSize == 0 || pages.size() > 0 : "a commit needs a frame to carry it";
    boolean isCommit = commitSize != 0;
    leaveDatabaseOnly();
    WalIndexHeader header = state.header;
    if (header.maximumFrame() == 0) {
      writeLogHeader(pageSize);
    }
    if (header.pageSize() != pageSize) {
      throw StoreException.corrupt(state.file.path() + " holds pages of " + header.pageSize()
          + " bytes, the database of " + pageSize);
    }
    int before = header.maximumFrame();
    state.index.reserve(before + pages.size());
    try {
      appendFrames(pages, pageSize, commitSize);
    } catch (RuntimeException | Error e) {
      if (isCommit) {
        voidFrame(before + 1, pageSize);
      }
      throw e;
    }
  }

  private void appendFrames(PageBatch pages, int pageSize, int commitSize) {
    boolean isCommit = commitSize != 0;
    WalIndexHeader header = state.header;
    int before = header.maximumFrame();
    int last = before;
    long checksum = header.frameChecksum();
    int[] appended = new int[pages.size()];
    startBuffer(last + 1, pageSize);
    for (int i = 0; i < pages.size(); i++) {
      boolean carriesCommit = isCommit && i == pages.size() - 1;
      int pageNumber = pages.pageNumber(i);
      byte[] data = pages.data(i);
      int place = carriesCommit ? 0 : ownFrame(pageNumber);
      if (place != 0) {
        overwrite(place, data, pageSize);
      } else {
        checksum = put(pageNumber, carriesCommit ? commitSize : 0, data, pageSize, checksum);
        appended[last - before] = pageNumber;
        last++;
      }
    }
    int unpadded = last;
    if (isCommit) {
      int lastPage = pages.size() - 1;
      long end = paddedEnd(last, pageSize);
      while (WalFile.frameOffset(last + 1, pageSize) < end) {
        checksum = put(pages.pageNumber(lastPage), commitSize, pages.data(lastPage), pageSize, checksum);
        last++;
      }
    }
    flush();
    if (isCommit) {
      checksum = makeDurable(last, pageSize, checksum);
    }
    for (int frame = before + 1; frame <= last; frame++) {
      state.index.append(frame, appended[Math.min(frame, unpadded) - before - 1]);
    }
    header.setMaximumFrame(last);
    header.setFrameChecksum(checksum);
    if (isCommit) {
      header.countChange();
      header.setPageCount(commitSize);
      state.index.writeHeader(header);
      state.firstOwnFrame = last + 1;
      state.rechecksumFrom = 0;
    }
  }

  /**
   * A writer whose snapshot is wholly in the database may start the log anew, if no reader uses it; else, or then, it
   * must lock a mark of the log like any reader, as its own frames are going to be there.
   */
  private void leaveDatabaseOnly() {
    if (state.readSlot != 0) {
      return;
    }
    if (state.index.backfilled() > 0 && state.locks.tryExclusive(WalLocks.FIRST_READ + 1, WalIndex.READ_MARKS - 1)) {
      try {
        state.restart(state.vfs.randomInt());
      } finally {
        state.locks.releaseExclusive(WalLocks.FIRST_READ + 1, WalIndex.READ_MARKS - 1);
      }
    }
    reader.end();
    reader.moveToLog();
    state.firstOwnFrame = state.header.maximumFrame() + 1;
  }

  private void writeLogHeader(int pageSize) {
    WalIndexHeader header = state.header;
    if (state.checkpointSequence == 0) {
      header.setSalts(state.vfs.randomInt(), state.vfs.randomInt());
    }
    byte[] bytes = new byte[WalFile.HEADER_SIZE];
    long checksum = WalFile.encodeHeader(bytes, pageSize, state.checkpointSequence, header.salt1(), header.salt2());
    header.setFormat(pageSize, WalFile.NATIVE_IS_BIG_ENDIAN);
    header.setFrameChecksum(checksum);
    state.truncateOnCommit = true;
    state.firstOwnFrame = 1;
    state.file.write(0, bytes, 0, bytes.length);
    if (state.isSyncing()) {
      // Else a crash could leave frames of the new log under the header of the old one, whose salts old frames match.
      state.file.sync();
    }
  }

  /**
   * A commit that failed may be whole on the disk nevertheless; no recovery must find it after the caller was told of
   * the failure. If even this write fails the next transaction, which goes to the same place, does the same.
   */
  private void voidFrame(int frame, int pageSize) {
    try {
      state.file.write(WalFile.frameOffset(frame, pageSize), new byte[WalFile.FRAME_HEADER_SIZE], 0,
          WalFile.FRAME_HEADER_SIZE);
    } catch (StoreException secondFailure) {
      // The first one is on its way to the caller.
    }
  }

  /** The frame in which this transaction has put the page before, or 0. */
  private int ownFrame(int pageNumber) {
    int last = state.header.maximumFrame();
    return last < state.firstOwnFrame ? 0 : state.index.find(pageNumber, state.firstOwnFrame, last);
  }

  private void overwrite(int frame, byte[] data, int pageSize) {
    if (state.rechecksumFrom == 0 || frame < state.rechecksumFrom) {
      state.rechecksumFrom = frame;
    }
    state.file.write(WalFile.frameOffset(frame, pageSize) + WalFile.FRAME_HEADER_SIZE, data, 0, pageSize);
  }

  private void startBuffer(int frame, int pageSize) {
    int frameSize = pageSize + WalFile.FRAME_HEADER_SIZE;
    int wanted = Math.max(1, BUFFER_SIZE / frameSize) * frameSize;
    if (buffer.length != wanted) {
      buffer = new byte[wanted];
    }
    buffered = 0;
    bufferOffset = WalFile.frameOffset(frame, pageSize);
  }

  /**
   * Puts a frame into the buffer and returns the checksum behind it; where checksums will be made again anyway it is
   * left out.
   */
  private long put(int pageNumber, int commitSize, byte[] data, int pageSize, long before) {
    if (buffered == buffer.length) {
      flush();
    }
    int at = buffered;
    BigEndian.putInt(buffer, at, pageNumber);
    BigEndian.putInt(buffer, at + 4, commitSize);
    BigEndian.putInt(buffer, at + 8, state.header.salt1());
    BigEndian.putInt(buffer, at + 12, state.header.salt2());
    System.arraycopy(data, 0, buffer, at + WalFile.FRAME_HEADER_SIZE, pageSize);
    long checksum = before;
    if (state.rechecksumFrom == 0) {
      checksum = checksumOf(buffer, at, pageSize, before);
      BigEndian.putLong(buffer, at + 16, checksum);
    } else {
      // Until the commit the frame must not count; 0 is as wrong as any other checksum, and no old one.
      BigEndian.putLong(buffer, at + 16, 0);
    }
    buffered = at + WalFile.FRAME_HEADER_SIZE + pageSize;
    return checksum;
  }

  private long checksumOf(byte[] frame, int at, int pageSize, long before) {
    boolean bigEndian = state.header.isBigEndianChecksum();
    long checksum = WalChecksum.update(before, frame, at, 8, bigEndian);
    return WalChecksum.update(checksum, frame, at + WalFile.FRAME_HEADER_SIZE, pageSize, bigEndian);
  }

  private void flush() {
    if (buffered > 0) {
      Interruption.check();
      state.file.write(bufferOffset, buffer, 0, buffered);
      bufferOffset += buffered;
      buffered = 0;
    }
  }

  /**
   * Where the last frame must end at least. On a device where a torn write damages its neighbours, the sector of a
   * commit must not be written to again: it is filled with copies of the last frame.
   */
  private long paddedEnd(int last, int pageSize) {
    long end = WalFile.frameOffset(last + 1, pageSize);
    if (!state.isSyncingCommits() || state.file.isPowersafeOverwrite()) {
      return end;
    }
    int sector = state.file.sectorSize();
    return (end + sector - 1) / sector * sector;
  }

  /** Makes checksums again where needed, syncs, cuts the file; returns the checksum of the last frame. */
  private long makeDurable(int last, int pageSize, long checksum) {
    long result = state.rechecksumFrom == 0 ? checksum : rewriteChecksums(last, pageSize);
    if (state.isSyncingCommits()) {
      state.file.sync();
    }
    if (state.truncateOnCommit && state.sizeLimit >= 0) {
      state.file.limitTo(Math.max(state.sizeLimit, WalFile.frameOffset(last + 1, pageSize)));
      state.truncateOnCommit = false;
    }
    return result;
  }

  private long rewriteChecksums(int last, int pageSize) {
    int first = state.rechecksumFrom;
    byte[] frame = new byte[WalFile.FRAME_HEADER_SIZE + pageSize];
    long checksumAt = first == 1 ? 24 : WalFile.frameOffset(first - 1, pageSize) + 16;
    state.file.readFully(checksumAt, frame, 0, Long.BYTES);
    long checksum = BigEndian.getLong(frame, 0);
    for (int number = first; number <= last; number++) {
      long offset = WalFile.frameOffset(number, pageSize);
      state.file.readFully(offset, frame, 0, frame.length);
      checksum = checksumOf(frame, 0, pageSize, checksum);
      BigEndian.putLong(frame, 16, checksum);
      state.file.write(offset, frame, 0, WalFile.FRAME_HEADER_SIZE);
    }
    return checksum;
  }

  WalPosition position() {
    return new WalPosition(state.header.maximumFrame(), state.header.frameChecksum(), state.checkpointSequence);
  }

  void rollbackTo(WalPosition position) {
    WalIndexHeader header = state.header;
    boolean restartedSince = position.checkpointSequence() != state.checkpointSequence;
    int frame = restartedSince ? 0 : position.frame();
    if (frame >= header.maximumFrame()) {
      return;
    }
    header.setMaximumFrame(frame);
    header.setFrameChecksum(position.checksum());
    state.index.removeBehind(frame);
    if (state.rechecksumFrom > frame) {
      state.rechecksumFrom = 0;
    }
  }

  void undo(PageVisitor visitor) {
    int last = state.header.maximumFrame();
    state.rechecksumFrom = 0;
    if (!state.index.readHeader(state.header)) {
      throw StoreException.corrupt("the WAL-index of " + state.file.path() + " changed under the write lock");
    }
    int committed = state.header.maximumFrame();
    for (int frame = committed + 1; frame <= last; frame++) {
      visitor.visit(state.index.pageOf(frame));
    }
    if (last != committed) {
      state.index.removeBehind(committed);
    }
    state.firstOwnFrame = committed + 1;
  }
}
