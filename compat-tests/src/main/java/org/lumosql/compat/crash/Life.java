// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.OpenOptions;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;

/** A connection that runs a workload on a file system that may fail, and what it had done by then. */
final class Life {
  private final Workload workload;
  private final FaultyVfs vfs;
  private final String path;
  private Connection connection;
  private int completed;
  private boolean mayHaveCompleted;

  Life(Workload workload, FaultyVfs vfs, String path) {
    this.workload = workload;
    this.vfs = vfs;
    this.path = path;
  }

  static Connection open(FaultyVfs vfs, String name) {
    return Connection.open(
        name, new ConnectionOptions(OpenOptions.Access.CREATE, Map.of(), 0), new FileBackend(vfs));
  }

  /** Runs everything, or until something is thrown. Returns the contents after each transaction, if they are wanted. */
  List<String> run(boolean describing) {
    List<String> states = new ArrayList<>();
    connection = open(vfs, workload.name(path));
    workload.configure(connection, path);
    if (describing) {
      states.add(workload.describe(connection));
    }
    for (int i = 0; i < workload.size(); i++) {
      List<String> statements = workload.transaction(i);
      for (int j = 0; j < statements.size(); j++) {
        mayHaveCompleted = j == statements.size() - 1;
        connection.execute(statements.get(j));
      }
      completed = i + 1;
      mayHaveCompleted = false;
      if (describing) {
        states.add(workload.describe(connection));
      }
    }
    connection.close();
    return states;
  }

  Connection connection() {
    return connection;
  }

  /** The states in which the file may be: after the last transaction that was acknowledged, or also the one under way. */
  List<String> possible(List<String> states) {
    return mayHaveCompleted ? states.subList(completed, completed + 2) : states.subList(completed, completed + 1);
  }

  /** As {@link #possible}, where durability was not asked for: transactions at the end may be missing. */
  List<String> prefixes(List<String> states) {
    return states.subList(0, completed + (mayHaveCompleted ? 2 : 1));
  }
}
