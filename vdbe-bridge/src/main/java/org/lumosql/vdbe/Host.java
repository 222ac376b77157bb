// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import org.lumosql.btree.Btree;
import org.lumosql.function.FunctionEnvironment;
import org.lumosql.record.TextEncoding;

/**
 * What the machine asks of the connection. Owned here, implemented by {@code org.lumosql.engine}: it is how opcodes that need SQL or the
 * schema (ParseSchema, Vacuum, DropTable) reach it without the machine knowing either. Used by the connection's thread only.
 */
public interface Host extends FunctionEnvironment {
  // ---- databases: 0 main, 1 temp, 2 … attached -----------------------------------------------------------------------------

  /** The storage of a database; database 1 is opened when first asked for. */
  Btree btree(int database);

  int databaseCount();

  TextEncoding encoding();

  /** Opens storage for one statement's temporary trees; the caller closes it. */
  Btree openEphemeral();

  /** A new file for sorter runs; the caller deletes it. */
  java.nio.file.Path newTemporaryFile();

  /** Bytes that one sorter or hash table may hold in memory before it spills; all of a statement together may hold twice as much. */
  long temporaryMemoryLimit();

  // ---- schema --------------------------------------------------------------------------------------------------------------

  /** The generation of the schema in memory; a program knows the one it was compiled for (Transaction's P4). */
  int schemaGeneration(int database);

  /** Reads rows of the schema table (null: all) into the schema in memory. */
  void parseSchema(int database, P4.SchemaRows rows, int flags);

  /** Forgets a table, index or trigger in memory (DropTable, DropIndex, DropTrigger). */
  void forgetTable(int database, String name);

  void forgetIndex(int database, String name);

  void forgetTrigger(int database, String name);

  /** The tree numbered {@code from} is now {@code to} (Destroy in auto-vacuum mode). */
  void treeMoved(int database, int from, int to);

  /** Called when the schema cookie in the file was set by this connection. */
  void schemaCookieSet(int database, int cookie);

  /** Compiled programs must be made anew (Expire). */
  void expirePrograms();

  /** Loads {@code sqlite_stat1} and its friends (LoadAnalysis). */
  void loadAnalysis(int database);

  /** Runs SQL text inside the present statement (SqlExec). */
  void runSql(String sql);

  /**
   * Looks whether all rows of a table that was altered meet its constraints (IntegrityCk).
   *
   * @throws org.lumosql.error.StoreException if one does not
   */
  default void checkAlteredTable(int database, String table) {}

  /**
   * Looks whether this is a moment for VACUUM, before its operands are looked at.
   *
   * @throws org.lumosql.error.StoreException in a transaction, or while other statements run
   */
  default void requireVacuumAllowed() {}

  /** VACUUM of a database, into a file if {@code target} is not null. */
  void vacuum(int database, String target);

  // ---- virtual tables ------------------------------------------------------------------------------------------------------

  /** CREATE VIRTUAL TABLE: the schema row is there, the module is to make the table. */
  default void createVirtualTable(int database, String table) {
    throw org.lumosql.error.StoreException.withMessage(
        org.lumosql.error.ResultCode.ERROR, "no module makes the virtual table " + table);
  }

  /** DROP TABLE of a virtual table. */
  default void destroyVirtualTable(int database, String table) {
    throw org.lumosql.error.StoreException.withMessage(
        org.lumosql.error.ResultCode.ERROR, "no module has made the virtual table " + table);
  }

  /** The table will be changed: its writer takes part in the transaction, from begin to commit or rollback. */
  default void joinTransaction(VirtualTable.Writer writer) {
    throw org.lumosql.error.StoreException.withMessage(
        org.lumosql.error.ResultCode.READONLY, "virtual table may not be modified");
  }

  /** A statement's savepoint in the virtual tables that take part in the transaction; {@code index} is behind those of the user. */
  default void openVirtualSavepoint(int index) {}

  default void releaseVirtualSavepoint(int index) {}

  default void rollbackToVirtualSavepoint(int index) {}

  // ---- transaction state of the connection -----------------------------------------------------------------------------------

  boolean isAutocommit();

  /** BEGIN turns it off; COMMIT and ROLLBACK on. Only the flag: the machine commits or rolls back. */
  void setAutocommit(boolean autocommit);

  /** Statements of this connection that have been stepped and not reset, this one included. */
  int activeStatements();

  /** Those of them that may write. */
  int activeWriters();

  /** Commits all databases atomically (with a super-journal where more than one needs it). May throw BUSY, with the transaction still open. */
  void commitAll();

  /** Rolls back all databases. */
  void rollbackAll(org.lumosql.error.ResultCode code);

  /** The user's savepoints, innermost last, and the statement savepoint protocol. */
  Savepoints savepoints();

  /** Deferred foreign key violations of the transaction; {@code immediate} those of a running statement. */
  long deferredConstraints();

  /** Those of them that were counted while {@code PRAGMA defer_foreign_keys} was on; they are forgotten when it is switched off. */
  long postponedConstraints();

  void addDeferredConstraints(long delta);

  /** Violations that are deferred by the pragma. */
  void addPostponedConstraints(long delta);

  /** @param deferred all; @param postponed those counted under the pragma */
  void setDeferredConstraints(long deferred, long postponed);

  boolean isDeferForeignKeys();

  // ---- counters ------------------------------------------------------------------------------------------------------------

  void setLastInsertRowid(long rowid);

  void setChanges(long changes);

  void addTotalChanges(long changes);

  // ---- running -------------------------------------------------------------------------------------------------------------

  /** Whether {@code interrupt()} was called since the statement began. Read often: a plain volatile read. */
  boolean isInterrupted();

  /** Called every so many instructions as the progress handler asks; true interrupts. */
  boolean progress();

  /** Instructions between calls of {@link #progress()}; 0 for never. */
  int progressInterval();

  int triggerDepthLimit();

  /** {@code PRAGMA query_only}. */
  default boolean isQueryOnly() {
    return false;
  }

  /** The user's savepoints. */
  interface Savepoints {
    /** Number of SAVEPOINTs open, those of the user. */
    int count();

    /** Opens one (SAVEPOINT name). */
    void open(String name);

    /** RELEASE name; throws "no such savepoint: NAME" if there is none; may commit if it is the outermost and began the transaction. */
    void release(String name);

    /** ROLLBACK TO name; throws "no such savepoint: NAME" if there is none. */
    void rollbackTo(String name);
  }

  /** Hooks of the engine: told of every row change when {@link #hasRowHook()}. */
  boolean hasRowHook();

  /** @param operation 18 INSERT, 23 UPDATE, 9 DELETE, SQLite's authorizer codes */
  void rowChanged(int operation, int database, String table, long rowid);

  /**
   * PreUpdate: a row is about to change.
   *
   * @param old register of its rowid, with the columns behind it; 0 if there is no such row
   * @param fresh the same of the row that it will be
   * @param depth of triggers: 0 for a change by the statement itself
   */
  default void beforeRowChange(
      int database, P4.RowChange change, org.lumosql.value.Register[] registers, int old, int fresh, int depth) {}
}
