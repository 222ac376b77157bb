// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;

/** The statements of a connection that have been stepped and not reset. */
final class ActiveStatements {
  private final List<Statement> running = new ArrayList<>();
  private int writers;

  void started(Statement statement) {
    running.add(statement);
    if (!statement.isReadOnly()) {
      writers++;
    }
  }

  void ended(Statement statement) {
    if (running.remove(statement) && !statement.isReadOnly()) {
      writers--;
    }
  }

  /** Something will be written or undone: large values that were not read yet are copied. @param writer whose own row does not matter, or null */
  void keepLargeValues(Statement writer) {
    for (int i = 0; i < running.size(); i++) {
      if (running.get(i) != writer) {
        running.get(i).keepLargeValues();
      }
    }
  }

  /** Closes all that run, for the connection's end. */
  void closeAll() {
    for (Statement statement : List.copyOf(running)) {
      statement.close();
    }
  }

  void resetAll() {
    for (Statement statement : List.copyOf(running)) {
      statement.reset();
    }
  }

  /** Texts of those that run. */
  List<String> texts() {
    return running.stream().map(Statement::sql).toList();
  }

  int count() {
    return running.size();
  }

  int writers() {
    return writers;
  }
}
