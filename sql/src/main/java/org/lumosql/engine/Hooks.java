// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.function.BooleanSupplier;

/** Callbacks of the user; null where there is none. */
final class Hooks {
  private BooleanSupplier progressHandler;
  private int progressInterval;
  private UpdateListener updateListener;
  private BooleanSupplier commitListener;
  private Runnable rollbackListener;
  private CopyListener copyListener = (name, entries, isDone) -> {};

  void setProgressHandler(int instructions, BooleanSupplier handler) {
    progressHandler = instructions > 0 ? handler : null;
    progressInterval = progressHandler == null ? 0 : instructions;
  }

  int progressInterval() {
    return progressInterval;
  }

  boolean progress() {
    return progressHandler != null && progressHandler.getAsBoolean();
  }

  void setUpdateListener(UpdateListener listener) {
    updateListener = listener;
  }

  boolean hasRowHook() {
    return updateListener != null;
  }

  void rowChanged(int operation, String database, String table, long rowid) {
    if (updateListener != null) {
      updateListener.rowChanged(UpdateListener.Operation.of(operation), database, table, rowid);
    }
  }

  void setCommitListener(BooleanSupplier listener) {
    commitListener = listener;
  }

  /** True if the user's commit hook wants a rollback instead. */
  boolean vetoesCommit() {
    return commitListener != null && commitListener.getAsBoolean();
  }

  void setCopyListener(CopyListener listener) {
    copyListener = listener == null ? (name, entries, isDone) -> {} : listener;
  }

  CopyListener copyListener() {
    return copyListener;
  }

  void setRollbackListener(Runnable listener) {
    rollbackListener = listener;
  }

  void rolledBack() {
    if (rollbackListener != null) {
      rollbackListener.run();
    }
  }
}
