// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.VirtualTable;

/** The virtual tables that take part in the connection's transaction. Savepoints are numbered from 0, those of statements behind the user's. */
final class VirtualWriters {
  private final List<VirtualTable.Writer> joined = new ArrayList<>();
  /** Savepoints that are open. */
  private int savepoints;

  /** A table is about to be changed for the first time in the transaction, or again. */
  void join(VirtualTable.Writer writer) {
    if (joined.contains(writer)) {
      return;
    }
    writer.begin();
    joined.add(writer);
    if (savepoints > 0) {
      writer.savepoint(savepoints - 1);
    }
  }

  /** First step of a commit. */
  void prepare() {
    joined.forEach(VirtualTable.Writer::prepare);
  }

  void commit() {
    List<VirtualTable.Writer> ended = end();
    ended.forEach(VirtualTable.Writer::commit);
  }

  void rollback() {
    StoreException first = null;
    for (VirtualTable.Writer writer : end()) {
      try {
        writer.rollback();
      } catch (StoreException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private List<VirtualTable.Writer> end() {
    savepoints = 0;
    List<VirtualTable.Writer> ended = List.copyOf(joined);
    joined.clear();
    return ended;
  }

  void savepoint(int index) {
    savepoints = index + 1;
    joined.forEach(writer -> writer.savepoint(index));
  }

  void release(int index) {
    savepoints = Math.min(savepoints, index);
    joined.forEach(writer -> writer.release(index));
  }

  /** Undoes what was done since a savepoint, which stays open; −1 undoes the whole transaction, which goes on. */
  void rollbackTo(int index) {
    savepoints = index + 1;
    if (index >= 0) {
      joined.forEach(writer -> writer.rollbackTo(index));
      return;
    }
    for (VirtualTable.Writer writer : joined) {
      writer.rollback();
      writer.begin();
    }
  }
}
