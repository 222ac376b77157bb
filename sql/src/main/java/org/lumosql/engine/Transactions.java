// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.SuperJournaling;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.vdbe.Host;

/**
 * Transactions over all databases of a connection, and the user's savepoints (https://sqlite.org/lang_savepoint.html).
 *
 * <p>A SAVEPOINT outside a transaction begins one and is not a savepoint of the stores: releasing it commits. Savepoint {@code i} of the stores is
 * the {@code i}-th of the others.
 */
final class Transactions {
  private final Session session;
  private final UserSavepoints savepoints = new UserSavepoints();
  private boolean autocommit = true;
  private long deferredConstraints;
  private long postponedConstraints;
  /** A commit over several databases whose first step has failed; null if there is none. */
  private Undecided undecided;

  /**
   * A super-journal that must stay until nothing points to it.
   *
   * @param tied the databases that may point to it
   */
  private record Undecided(SuperJournaling keeper, String path, List<SuperJournaling> tied) {}

  Transactions(Session session) {
    this.session = session;
  }

  boolean isAutocommit() {
    return autocommit;
  }

  void setAutocommit(boolean on) {
    autocommit = on;
    if (on) {
      savepoints.clear();
    }
  }

  Host.Savepoints savepoints() {
    return savepoints;
  }

  long deferredConstraints() {
    return deferredConstraints;
  }

  /** Those of the deferred violations that are so by PRAGMA defer_foreign_keys alone. */
  long postponedConstraints() {
    return postponedConstraints;
  }

  void setDeferredConstraints(long deferred, long postponed) {
    deferredConstraints = deferred;
    postponedConstraints = postponed;
  }

  /** Switching the pragma off forgets what was counted until then, as in SQLite. */
  void forgetDeferredConstraints() {
    setDeferredConstraints(0, 0);
  }

  // ---- commit ------------------------------------------------------------------------------------------------------------------

  /**
   * Commits every database. In the first step all become durable but revocable; a super-journal, where several need it, makes the second step one
   * moment for all.
   *
   * @throws StoreException with the transaction still open, if the first step fails
   */
  void commit() {
    List<Btree> writers = new ArrayList<>();
    List<SuperJournaling> tied = new ArrayList<>();
    for (Btree btree : openDatabases()) {
      if (btree.transactionState() == TransactionState.WRITE) {
        writers.add(btree);
        btree.capability(SuperJournaling.class).filter(SuperJournaling::needsSuperJournal).ifPresent(tied::add);
      }
    }
    if (!writers.isEmpty() && session.hooks().vetoesCommit()) {
      throw new StoreException(ResultCode.CONSTRAINT_COMMITHOOK, "the commit hook asked for a rollback");
    }
    session.virtualWriters().prepare();
    if (tied.size() > 1) {
      Interruption.hold(() -> commitTied(writers, tied));
    } else if (writers.size() == 1) {
      writers.get(0).commitPhaseOne(null);
    } else {
      Interruption.hold(() -> writers.forEach(btree -> btree.commitPhaseOne(null)));
    }
    // another statement that is under way, perhaps between two of its cursors, keeps the snapshots that it reads
    boolean othersRead = session.activeStatements() > 1;
    for (Btree btree : openDatabases()) {
      if (!othersRead || btree.transactionState() == TransactionState.WRITE) {
        commitPhaseTwo(btree, tied.size() > 1);
      }
    }
    ended();
    session.schemaChanges().transactionEnded();
    session.virtualWriters().commit();
    if (session.hooks().walListener() != null) {
      tellOfLog(writers);
    }
  }

  private void tellOfLog(List<Btree> writers) {
    for (int i = 0; i < session.databaseCount(); i++) {
      Btree btree = session.database(i).btree();
      if (btree != null && writers.contains(btree)) {
        PageControl control = btree.capability(PageControl.class).orElse(null);
        if (control != null && control.journalMode() == JournalMode.WAL && control.committedFrames() >= 0) {
          session.hooks().walListener().committed(session.database(i).name(), control.committedFrames());
        }
      }
    }
  }

  /**
   * @param decided the super-journal is gone: the transaction is committed whatever happens now, and a journal that
   *     cannot be removed counts for nothing
   */
  private static void commitPhaseTwo(Btree btree, boolean decided) {
    try {
      btree.commitPhaseTwo();
    } catch (StoreException e) {
      if (!decided) {
        throw e;
      }
      try {
        btree.rollback(null);
      } catch (StoreException sameAgain) {
        e.addSuppressed(sameAgain);
      }
    }
  }

  /**
   * Ties the databases together by a super-journal. When the first step fails in one of them, the others may point to the
   * super-journal, and without it they would be committed: it stays until all are rolled back, or is used again.
   */
  private void commitTied(List<Btree> writers, List<SuperJournaling> tied) {
    if (undecided != null && !undecided.tied().equals(tied)) {
      throw new StoreException(
          ResultCode.ABORT, "a commit over other databases has failed in this transaction: roll it back");
    }
    if (undecided == null) {
      List<String> journals = new ArrayList<>();
      tied.forEach(store -> journals.add(store.journalPath()));
      SuperJournaling keeper = tied.get(0);
      undecided = new Undecided(keeper, keeper.createSuperJournal(journals), tied);
    }
    for (Btree btree : writers) {
      boolean needs = btree.capability(SuperJournaling.class).filter(tied::contains).isPresent();
      btree.commitPhaseOne(needs ? undecided.path() : null);
    }
    endUndecided();
  }

  private void endUndecided() {
    if (undecided != null) {
      undecided.keeper().deleteSuperJournal(undecided.path());
      undecided = null;
    }
  }

  // ---- rollback ----------------------------------------------------------------------------------------------------------------

  /** Undoes everything and returns to autocommit mode. */
  void rollback(ResultCode code) {
    Interruption.hold(() -> undo(code));
  }

  private void undo(ResultCode code) {
    boolean wasWriting = false;
    StoreException first = null;
    for (Btree btree : openDatabases()) {
      wasWriting |= btree.transactionState() == TransactionState.WRITE;
      try {
        btree.rollback(code);
      } catch (StoreException e) {
        first = first == null ? e : first;
      }
    }
    if (first == null) {
      try {
        endUndecided();
      } catch (StoreException e) {
        first = e;
      }
    }
    undecided = null;
    try {
      session.virtualWriters().rollback();
    } catch (StoreException e) {
      first = first == null ? e : first;
    }
    boolean wasTransaction = !autocommit;
    autocommit = true;
    savepoints.clear();
    ended();
    session.schemaChanges().rolledBack();
    session.schemaChanges().transactionEnded();
    if (wasWriting || wasTransaction) {
      session.hooks().rolledBack();
    }
    if (first != null) {
      throw first;
    }
  }

  /** A commit that failed for good leaves nothing but this, as in SQLite. */
  private void rollBackAfter(StoreException failure) {
    try {
      rollback(ResultCode.ABORT_ROLLBACK);
    } catch (StoreException second) {
      failure.addSuppressed(second);
    }
  }

  private void ended() {
    setDeferredConstraints(0, 0);
    session.catalog().endDeferForeignKeys();
  }

  private List<Btree> openDatabases() {
    List<Btree> open = new ArrayList<>(session.databaseCount());
    for (int i = 0; i < session.databaseCount(); i++) {
      Btree btree = session.database(i).btree();
      if (btree != null) {
        open.add(btree);
      }
    }
    return open;
  }

  // ---- savepoints --------------------------------------------------------------------------------------------------------------

  private record Named(String name, long deferredConstraints, long postponedConstraints) {}

  private final class UserSavepoints implements Host.Savepoints {
    private final List<Named> stack = new ArrayList<>();
    private boolean firstIsTransaction;

    @Override
    public int count() {
      return stack.size() - (firstIsTransaction ? 1 : 0);
    }

    void clear() {
      stack.clear();
      firstIsTransaction = false;
    }

    @Override
    public void open(String name) {
      if (autocommit) {
        autocommit = false;
        firstIsTransaction = true;
      }
      stack.add(new Named(name, deferredConstraints, postponedConstraints));
      if (storeIndex(stack.size() - 1) >= 0) {
        session.virtualWriters().savepoint(storeIndex(stack.size() - 1));
      }
    }

    @Override
    public void release(String name) {
      int position = find(name);
      if (position == 0 && firstIsTransaction) {
        if (deferredConstraints > 0) {
          throw StoreException.withMessage(ResultCode.CONSTRAINT_FOREIGNKEY, "FOREIGN KEY constraint failed");
        }
        autocommit = true;
        try {
          commit();
        } catch (StoreException e) {
          if (e.code().primary() == ResultCode.BUSY) {
            autocommit = false; // the transaction goes on, RELEASE may be tried again
          } else {
            rollBackAfter(e);
          }
          throw e;
        }
        clear();
        return;
      }
      int index = storeIndex(position);
      for (Btree btree : openDatabases()) {
        if (btree.transactionState() == TransactionState.WRITE && btree.savepointCount() > index) {
          btree.releaseSavepoint(index);
        }
      }
      session.virtualWriters().release(index);
      cut(position);
    }

    @Override
    public void rollbackTo(String name) {
      int position = find(name);
      int index = storeIndex(position);
      for (Btree btree : openDatabases()) {
        // a store that has not got the savepoint was not written to since: each write opens all that are due first
        if (btree.transactionState() == TransactionState.WRITE && btree.savepointCount() > index) {
          btree.rollbackToSavepoint(index);
        }
      }
      session.virtualWriters().rollbackTo(index);
      Named named = stack.get(position);
      setDeferredConstraints(named.deferredConstraints(), named.postponedConstraints());
      cut(position + 1);
      session.schemaChanges().rolledBack();
    }

    private int storeIndex(int position) {
      return position - (firstIsTransaction ? 1 : 0);
    }

    private void cut(int size) {
      while (stack.size() > size) {
        stack.remove(stack.size() - 1);
      }
    }

    private int find(String name) {
      for (int i = stack.size() - 1; i >= 0; i--) {
        if (Ascii.equal(stack.get(i).name(), name)) {
          return i;
        }
      }
      throw StoreException.withMessage(ResultCode.ERROR, "no such savepoint: " + name);
    }
  }
}
