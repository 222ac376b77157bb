// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Callbacks of the user, and those that parts of the engine add for a while; null where there is none. */
final class Hooks {
  private static final int INSTRUCTIONS_BETWEEN_CLOCK_READINGS = 1_000;

  private BooleanSupplier progressHandler;
  private int progressInterval;
  private long deadline;
  private boolean hasDeadline;
  private int sinceProgress;
  private UpdateListener updateListener;
  private PreUpdateListener preUpdateListener;
  private final List<UpdateListener> moreUpdateListeners = new ArrayList<>(0);
  private BooleanSupplier commitListener;
  private Runnable rollbackListener;
  private CopyListener copyListener = (name, entries, isDone) -> {};
  private WalListener walListener;
  private StatementListener statementListener;

  // ---- progress and time -------------------------------------------------------------------------------------------------------

  void setProgressHandler(int instructions, BooleanSupplier handler) {
    progressHandler = instructions > 0 ? handler : null;
    progressInterval = progressHandler == null ? 0 : instructions;
  }

  /** @param nanoTime as {@link System#nanoTime}; statements fail with INTERRUPT when it has passed */
  void setDeadline(long nanoTime) {
    deadline = nanoTime;
    hasDeadline = true;
  }

  void clearDeadline() {
    hasDeadline = false;
  }

  int progressInterval() {
    if (!hasDeadline) {
      return progressInterval;
    }
    return progressInterval == 0
        ? INSTRUCTIONS_BETWEEN_CLOCK_READINGS
        : Math.min(progressInterval, INSTRUCTIONS_BETWEEN_CLOCK_READINGS);
  }

  boolean progress() {
    if (hasDeadline) {
      if (System.nanoTime() - deadline >= 0) {
        return true;
      }
      sinceProgress += progressInterval();
      if (sinceProgress < progressInterval) {
        return false;
      }
      sinceProgress = 0;
    }
    return progressHandler != null && progressHandler.getAsBoolean();
  }

  // ---- rows --------------------------------------------------------------------------------------------------------------------

  void setUpdateListener(UpdateListener listener) {
    updateListener = listener;
  }

  void addUpdateListener(UpdateListener listener) {
    moreUpdateListeners.add(listener);
  }

  void removeUpdateListener(UpdateListener listener) {
    moreUpdateListeners.remove(listener);
  }

  void setPreUpdateListener(PreUpdateListener listener) {
    preUpdateListener = listener;
  }

  boolean hasPreUpdateListener() {
    return preUpdateListener != null;
  }

  /** Null if there is none. */
  PreUpdateListener preUpdateListener() {
    return preUpdateListener;
  }

  boolean hasRowHook() {
    return updateListener != null || !moreUpdateListeners.isEmpty();
  }

  void rowChanged(int number, String database, String table, long rowid) {
    UpdateListener.Operation operation = UpdateListener.Operation.of(number);
    if (updateListener != null) {
      updateListener.rowChanged(operation, database, table, rowid);
    }
    for (int i = 0; i < moreUpdateListeners.size(); i++) {
      moreUpdateListeners.get(i).rowChanged(operation, database, table, rowid);
    }
  }

  // ---- transactions --------------------------------------------------------------------------------------------------------------

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

  void setWalListener(WalListener listener) {
    walListener = listener;
  }

  /** Null if there is none. */
  WalListener walListener() {
    return walListener;
  }

  // ---- statements ----------------------------------------------------------------------------------------------------------------

  void setStatementListener(StatementListener listener) {
    statementListener = listener;
  }

  /** Null if there is none. */
  StatementListener statementListener() {
    return statementListener;
  }
}
