// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Gives an engine the first step of a commit over several databases. In it the changes are written to a file beside the
 * database ({@link PreparedChanges}); the {@link SuperJournalFile} decides; the second step is the engine's own commit.
 * What a crash has left between the steps is made good before the next transaction begins, whichever process that is in.
 *
 * <p>S1. The file is there only while its writer is, or after a crash: whoever has the writer's place and finds it, makes
 * it good. S2. Between the engine's commit and the removal of the file nothing else is written, so that a commit which
 * is made twice changes nothing.
 *
 * <p>Directly above the engine: it sees keys and values as the engine does. Transactions that read are the engine's own.
 */
final class TwoStepStore implements KvStore, CommitSteps {
  private final KvStore engine;
  private final Path prepared;
  private final File preparedFile;
  /** Whether other processes may leave the file. */
  private final boolean isShared;

  /** Whether a crash may have left the file. */
  private volatile boolean mayBeLeft = true;

  private volatile TwoStepTransaction writer;

  /**
   * @param engine the engine
   * @param path the database
   */
  TwoStepStore(KvStore engine, Path path) {
    this.engine = engine;
    this.prepared = Path.of(path + "-prepared");
    this.preparedFile = prepared.toFile();
    this.isShared = engine.traits().multiProcess();
  }

  @Override
  public String preparedPath() {
    return prepared.toString();
  }

  // ---- the steps --------------------------------------------------------------------------------------------------

  @Override
  public void prepare(String superJournal, boolean sync) {
    mayBeLeft = true;
    writer.changes().write(prepared, writer, superJournal, sync);
  }

  /** Otherwise the next transaction does it. */
  @Override
  public void forget(boolean sync) {
    try {
      Files.deleteIfExists(prepared);
      if (sync) {
        Directories.syncParent(prepared);
      }
    } catch (IOException e) {
      throw new StoreException(ResultCode.IOERR_DELETE, "cannot remove " + prepared, e);
    }
  }

  // ---- transactions -----------------------------------------------------------------------------------------------

  @Override
  public KvTransaction begin(boolean write) {
    if (!write) {
      if ((mayBeLeft || isShared) && preparedFile.exists()) {
        recoverToRead();
      }
      return engine.begin(false);
    }
    KvTransaction begun = engine.begin(true);
    if ((mayBeLeft || isShared) && preparedFile.exists()) {
      recover(begun);
      begun = engine.begin(true);
    }
    mayBeLeft = false;
    writer = new TwoStepTransaction(begun);
    return writer;
  }

  private void recoverToRead() {
    KvTransaction begun;
    try {
      begun = engine.begin(true);
    } catch (StoreException e) {
      if (e.code().primary() == ResultCode.BUSY) {
        return; // the writer is there, and what it has not committed is not to be seen
      }
      if (e.code().primary() == ResultCode.READONLY) {
        requireUndecided();
        return;
      }
      throw e;
    }
    if (preparedFile.exists()) {
      recover(begun);
    } else {
      begun.rollback();
    }
  }

  private void requireUndecided() {
    String superJournal = PreparedChanges.superJournal(prepared);
    if (superJournal != null && Files.notExists(Path.of(superJournal))) {
      throw new StoreException(ResultCode.READONLY_RECOVERY, "what is in " + prepared + " cannot be written");
    }
  }

  /** S1. Ends the transaction. */
  private void recover(KvTransaction writing) {
    try (writing) {
      String superJournal = PreparedChanges.superJournal(prepared);
      if (superJournal != null && Files.notExists(Path.of(superJournal))) {
        PreparedChanges.apply(prepared, writing);
        writing.commit(Synchronous.FULL);
      }
      forget(true);
      if (superJournal != null) {
        SuperJournalFile.deleteIfUnused(superJournal);
      }
    }
  }

  // ---- the engine -------------------------------------------------------------------------------------------------

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public String engineVersion() {
    return engine.engineVersion();
  }

  @Override
  public Traits traits() {
    return engine.traits();
  }

  @Override
  public List<String> layers() {
    return engine.layers();
  }

  @Override
  public void close() {
    engine.close();
  }

  @Override
  public String toString() {
    return engine.toString();
  }
}
