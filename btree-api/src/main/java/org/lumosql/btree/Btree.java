// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.List;
import java.util.Optional;
import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;

/**
 * One connection's view of one database: transactions, savepoints, trees, meta values, cursors.
 *
 * <p>The contract, to tick off:
 *
 * <ol>
 *   <li>T1. One writer at a time; every reader sees the snapshot of its {@link #beginRead}, and its own changes.
 *   <li>T2. {@link #beginWrite} from READ fails with BUSY_SNAPSHOT (or BUSY where the store only has locks) without calling
 *       the busy handler when the database moved on or another writer is active and waiting could deadlock. From NONE it
 *       calls the busy handler.
 *   <li>T3. Commit has two steps. After {@link #commitPhaseOne} everything is durable but still undone by {@link #rollback};
 *       {@link #commitPhaseTwo} is the durable point and must not fail for want of space.
 *   <li>T4. A failed commit leaves the transaction open; the caller rolls back.
 *   <li>T5. {@link #rollback} in READ ends the transaction; in WRITE undoes every change since {@link #beginWrite} and ends
 *       it. Cursors of this Btree that are open then are tripped: every later use throws the given code (see
 *       {@link BtreeCursor}), unless {@code code} is null: then readers stay usable where the store allows and writers trip.
 *   <li>T6. Savepoints are numbered from 0. {@link #openSavepoints}(n) makes sure that 0 … n−1 exist. Rolling back to savepoint
 *       i undoes everything since it was opened and keeps it open; those above i are gone. Releasing i removes it and those
 *       above. Index −1 is the whole transaction: its rollback undoes everything and stays in WRITE. A savepoint that is
 *       never rolled back costs next to nothing.
 *   <li>T7. Tree numbers are positive; 1 is the schema table, which exists in every database, also an empty one. A dropped
 *       number may be used again.
 *   <li>T8. All errors are {@link org.lumosql.error.StoreException}: CORRUPT for what the file says wrongly, FULL, IOERR…,
 *       BUSY…, READONLY…, NOTADB. After an error in the middle of a change the caller rolls back (to a savepoint or all);
 *       the Btree must allow it.
 *   <li>T9. Use after {@link #close} throws MISUSE; closing twice is harmless; closing rolls back.
 * </ol>
 */
public interface Btree extends AutoCloseable {
  // ---- transactions --------------------------------------------------------------------------------------------------

  TransactionState transactionState();

  /** NONE → READ; no effect in READ or WRITE. */
  void beginRead();

  /**
   * NONE or READ → WRITE.
   *
   * @param exclusive also keep new readers out at once where the store can (BEGIN EXCLUSIVE)
   */
  void beginWrite(boolean exclusive);

  /**
   * First step of a commit; no effect unless in WRITE.
   *
   * @param superJournal path of the super-journal of a commit over several databases, or null
   */
  void commitPhaseOne(String superJournal);

  /**
   * Second step; ends the transaction. If other cursors of this Btree still read, the state becomes READ, else NONE.
   */
  void commitPhaseTwo();

  /**
   * Ends the transaction and undoes its changes.
   *
   * @param code what cursors that are open now throw from then on; null to let readers live where possible
   */
  void rollback(ResultCode code);

  void openSavepoints(int count);

  /** Number of open savepoints. */
  int savepointCount();

  void releaseSavepoint(int index);

  void rollbackToSavepoint(int index);

  void setBusyHandler(BusyHandler handler);

  // ---- trees and meta values -----------------------------------------------------------------------------------------

  /** Makes an empty tree and returns its number. Requires: WRITE. */
  int createTree(TreeKind kind);

  /**
   * Removes a tree and its contents. Requires: WRITE, no cursor open on it.
   *
   * @return the number of a tree that was moved to {@code tree} (its old number), or 0 if nothing moved
   */
  int dropTree(int tree);

  /** Removes all entries and returns how many there were. Cursors on the tree lose their position. Requires: WRITE. */
  long clearTree(int tree);

  /** Reads a meta value. Requires: READ or WRITE. */
  int meta(MetaValue value);

  /** Requires: WRITE. */
  void setMeta(MetaValue value, int newValue);

  /**
   * A number that changes whenever another connection has committed since this Btree last looked ({@code PRAGMA
   * data_version}); this Btree's own commits do not change it.
   */
  int dataVersion();

  /**
   * Opens a cursor over a table tree.
   *
   * @param writable whether it may insert and delete. Requires then: WRITE
   */
  BtreeCursor openTable(int tree, boolean writable);

  /** Opens a cursor over an index tree whose records follow {@code order}. */
  BtreeCursor openIndex(int tree, boolean writable, KeyOrder order);

  // ---- the database as a whole ---------------------------------------------------------------------------------------

  /** Whether the database cannot be written, by how it was opened or by what the file says. */
  boolean isReadOnly();

  /** The path shown by {@code PRAGMA database_list}; empty for memory and temporary databases. */
  String path();

  /** Whether nothing of it reaches a disk by intention: {@code :memory:}. */
  boolean isMemory();

  /**
   * Checks the structure of the given trees and of the free space, in SQLite's words
   * (https://sqlite.org/pragma.html#pragma_integrity_check).
   *
   * @param trees tree numbers; a 0 in the first place asks for those trees only, without free space and unused pages
   * @param maximumErrors stop after so many messages
   * @return messages, empty if all is well. Requires: READ or WRITE
   */
  List<String> integrityCheck(int[] trees, int maximumErrors);

  /** As {@link #integrityCheck}, with the numbers of entries if the check comes by them. */
  default IntegrityReport integrityReport(int[] trees, int maximumErrors) {
    return new IntegrityReport(integrityCheck(trees, maximumErrors), List.of());
  }

  /** The backend that opened this. */
  Backend backend();

  /** An optional power, such as {@link PageControl}. Empty if this store has not got it. */
  <T> Optional<T> capability(Class<T> type);

  @Override
  void close();
}
