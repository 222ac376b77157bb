// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/**
 * Capability of stores made of pages: what the pager's pragmas read and set (https://sqlite.org/pragma.html). Setters that do not
 * apply in the present state leave it as it was, as the pragmas do; getters tell what is so.
 */
public interface PageControl {
  int pageSize();

  /**
   * Asks for another page size and number of reserved bytes; taken while the database is empty, or by the next VACUUM.
   *
   * @param pageSize 512 … 65,536, a power of two; 0 keeps it
   * @param reservedBytes 0 … 255; −1 keeps it
   */
  void setPageSize(int pageSize, int reservedBytes);

  int reservedBytes();

  /** Requires: READ or WRITE. */
  long pageCount();

  long maximumPageCount();

  /** Sets the limit, never below the present size, and returns what is in force; 0 only asks. */
  long setMaximumPageCount(long pages);

  /** As {@code PRAGMA cache_size}: pages, or −KiB if negative. */
  void setCacheSize(int size);

  /** As {@code PRAGMA cache_spill}. */
  void setCacheSpill(int pages);

  int cacheSpill();

  /** Drops what the cache can drop ({@code PRAGMA shrink_memory}). */
  void shrinkMemory();

  /** Bytes held by the cache now. */
  long cacheBytes();

  JournalMode journalMode();

  /**
   * Asks for another mode and returns the one in force then. Leaving or entering WAL takes the locks that it needs.
   *
   * @throws org.lumosql.error.StoreException BUSY if other connections keep it from leaving WAL
   */
  JournalMode setJournalMode(JournalMode mode);

  /** Bytes, −1 for no limit. */
  long journalSizeLimit();

  void setJournalSizeLimit(long bytes);

  Synchronous synchronous();

  void setSynchronous(Synchronous level, boolean fullFsync, boolean checkpointFullFsync);

  boolean isExclusiveLocking();

  /** {@code PRAGMA locking_mode}. NORMAL releases the locks at the end of the next transaction. */
  void setExclusiveLocking(boolean exclusive);

  /** 0 off, 1 on, 2 fast. */
  int secureDelete();

  void setSecureDelete(int level);

  AutoVacuum autoVacuum();

  /** Taken while the database is empty or, between FULL and INCREMENTAL, at once; else by the next VACUUM. */
  void setAutoVacuum(AutoVacuum mode);

  /**
   * One step of an incremental vacuum: moves one page out of the end and cuts it off. Requires: WRITE.
   *
   * @return false if there is nothing left to do
   */
  boolean incrementalVacuumStep();

  CheckpointResult checkpoint(CheckpointMode mode);

  /** Frames after which a commit checkpoints; 0 or negative never. */
  int walAutocheckpoint();

  void setWalAutocheckpoint(int frames);

  /** Frames in the write-ahead log after the last commit of this connection; −1 if it committed none, or not in WAL mode. */
  int committedFrames();

  /** Marks the page cache read through {@code mmap}; the value in force, 0 if the store does not map. */
  long mmapSize();

  long setMmapSize(long bytes);

  /** Reads a raw page for {@code dbstat}-like tools and backup: a copy, page size bytes long. Requires: READ or WRITE. */
  byte[] readPage(int pageNumber);

  /**
   * Replaces the whole contents of this database by those of another, page by page, inside the write transaction that is open here
   * and the read transaction that is open there: the last step of VACUUM, and of a restore. Page size and reserved bytes follow the source.
   * All cursors must be closed.
   */
  void replaceWith(Btree source);
}
