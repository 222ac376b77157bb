// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import org.lumosql.record.KeyProbe;

/**
 * A position in one tree. Of a table tree: rowid and record; of an index tree: a record.
 *
 * <p>The contract, to tick off:
 *
 * <ol>
 *   <li>C1. States: <em>invalid</em> (new, past either end, tree empty), <em>valid</em>, <em>displaced</em> ({@link #isDisplaced()}:
 *       something else changed the tree, or this cursor deleted its entry with {@link #KEEP_POSITION}), <em>tripped</em> by a rollback
 *       (every use but close throws the rollback's code).
 *   <li>C2. {@link #restore()} brings a displaced cursor back. Moves ({@link #next()}, {@link #previous()}, seeks, writes) restore by
 *       themselves; reading the entry (rowid, payload) requires a valid cursor: a caller that may have been displaced calls
 *       {@link #restore()} first.
 *   <li>C3. After its entry was deleted, by anyone, {@code next} and {@code previous} give exactly the neighbours that the entry would
 *       have now.
 *   <li>C4. A cursor sees every change that its own Btree makes before it arrives there, through whatever cursor.
 *   <li>C5. Lifetime of bytes: what {@link #payloadArray()} shows is valid until the cursor moves, anything is written to the
 *       database through this Btree, or the transaction ends. It must not be written to.
 *   <li>C6. Payload that lies whole in the store's memory is not copied: {@link #localLength()} equals {@link #payloadLength()}. Otherwise
 *       the array shows the first {@code localLength()} bytes (at least 1) and {@link #readPayload} gives the rest.
 *   <li>C7. After a seek that misses, the cursor is on an entry next to the key, and the sign says on which side. Only in an empty
 *       tree it is invalid.
 *   <li>C8. Errors are {@link org.lumosql.error.StoreException}; a malformed tree gives CORRUPT within bounded time, never an endless loop.
 * </ol>
 *
 * Hot path: {@code next}, {@code rowid} and the payload accessors do not allocate.
 */
public interface BtreeCursor extends AutoCloseable {
  /** Hint for inserts: the new rowid or key is probably beyond the last one. */
  int APPEND = 1;

  /** For inserts: the cursor already stands where the last seek for exactly this key left it. */
  int SEEK_DONE = 2;

  /** For inserts and deletes: the cursor must be able to move on from there ({@link #next()} gives the neighbour). */
  int KEEP_POSITION = 4;

  /** For inserts into an index: the cursor is on the last entry, and the key is known to sort behind it. */
  int BEHIND_LAST = 8;

  // ---- moving --------------------------------------------------------------------------------------------------------

  /** Moves to the first entry; false and invalid if there is none. */
  boolean first();

  /** Moves to the last entry; false and invalid if there is none. */
  boolean last();

  /** Moves on; false and invalid past the end. */
  boolean next();

  /** Moves back; false and invalid before the beginning. */
  boolean previous();

  /**
   * Looks for a rowid in a table tree.
   *
   * @return 0: on it; negative: on the nearest entry before it, or the tree is empty; positive: on the nearest entry after it
   */
  int seekRowid(long rowid);

  /**
   * Looks for a key in an index tree. Ties are as {@link KeyProbe#tie()} says, so that 0 comes only with a tie of 0.
   *
   * @return 0: on an equal entry; negative: on an entry before the probe, or the tree is empty; positive: on one after it
   */
  int seekKey(KeyProbe probe);

  /** Whether the cursor stands on an entry (also when displaced but restorable). */
  boolean isValid();

  /** Whether {@link #restore()} must be called before the entry is read. */
  boolean isDisplaced();

  /**
   * Brings a displaced cursor back; no effect on others.
   *
   * @return true if it stands on the same entry again (or was not displaced); false if that entry is gone: reading it then gives
   *     NULLs in SQL, moving gives the neighbours
   */
  boolean restore();

  // ---- reading the entry ---------------------------------------------------------------------------------------------

  /** The rowid. Requires: valid, a table tree. */
  long rowid();

  /** Bytes of the record. Requires: valid. */
  int payloadLength();

  /** The array that holds the record's first bytes. */
  byte[] payloadArray();

  /** Where in {@link #payloadArray()} the record starts. */
  int payloadOffset();

  /** How many bytes of the record lie there. */
  int localLength();

  /**
   * Copies part of the record, wherever it lies.
   *
   * @throws org.lumosql.error.StoreException CORRUPT if the record is shorter than it says
   */
  void readPayload(int offset, byte[] target, int targetOffset, int length);

  // ---- writing -------------------------------------------------------------------------------------------------------

  /**
   * Inserts a row or replaces the one with the same rowid. Afterwards the cursor is on it only with {@link #KEEP_POSITION}, otherwise
   * its position is undefined until it is moved.
   *
   * @param zeroTail number of zero bytes behind the record's bytes that belong to it (zeroblob)
   * @param flags a sum of {@link #APPEND}, {@link #SEEK_DONE}, {@link #KEEP_POSITION}, {@link #BEHIND_LAST}
   */
  void insertRow(long rowid, byte[] record, int offset, int length, int zeroTail, int flags);

  /** Inserts a record into an index tree, or replaces the one that equals it in all columns of the order. Position and flags as above. */
  void insertKey(byte[] record, int offset, int length, int flags);

  /**
   * Deletes the entry. Requires: valid and restored.
   *
   * @param flags {@link #KEEP_POSITION} or 0 (then the position is undefined until it is moved)
   */
  void delete(int flags);

  /** Overwrites part of the record in place; its length stays. Requires: valid, writable, a table tree (incremental blob I/O). */
  void writePayload(int offset, byte[] source, int sourceOffset, int length);

  // ---- about the tree ------------------------------------------------------------------------------------------------

  int tree();

  /** Number of entries, counted without decoding any. Loses the position. */
  long count();

  /** A guess at the number of entries for the planner, cheap, never negative. */
  long estimatedCount();

  @Override
  void close();
}
