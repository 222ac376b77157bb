// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;

/**
 * The main class of a worker process: reads a {@link TargetSetup}, then {@link Request}s from standard input, and writes an {@link Answer} to each to standard
 * output. What engines print goes to standard error.
 */
final class Worker {
  private Worker() {}

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    try (ObjectOutputStream out = new ObjectOutputStream(answers)) {
      out.flush();
      ObjectInputStream in = new ObjectInputStream(System.in);
      TargetSetup setup = (TargetSetup) in.readObject();
      List<LumoTest> tests = LumoTests.all(DataSize.parse(setup.dataSize()), setup.dialect());
      Session session = null;
      while (true) {
        Request request;
        try {
          request = (Request) in.readObject();
        } catch (EOFException e) {
          return;
        }
        Answer answer;
        try {
          if (request instanceof Request.Open open) {
            session = new Session(setup, Path.of(open.folder()));
            answer = new Answer.Opened(session.facts());
          } else {
            answer = answer(session, request, tests);
          }
        } catch (SQLException | RuntimeException e) {
          answer = new Answer.Failed(e.toString());
        }
        out.writeObject(answer);
        out.flush();
        out.reset();
      }
    }
  }

  private static Answer answer(Session session, Request request, List<LumoTest> tests) throws SQLException {
    if (request instanceof Request.Run run) {
      return session.run(tests.get(run.test()));
    }
    if (request instanceof Request.Check) {
      return new Answer.Checked(session.check());
    }
    if (request instanceof Request.Copy copy) {
      session.copy(copy.file());
    } else {
      session.close();
    }
    return new Answer.Checked("");
  }
}
