// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.nio.file.Path;
import org.lumosql.compat.slt.Failure;
import org.lumosql.compat.slt.SltParser;

/**
 * The main class of a worker process: reads {@link Job}s from standard input, runs them one by one, writes {@link ScriptResult}s to standard output.
 * What engines print goes to standard error. The argument is the file of {@link RecordUnderWay}.
 */
final class Worker {
  private Worker() {}

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    RecordUnderWay underWay = new RecordUnderWay(Path.of(arguments[0]));
    try (ObjectOutputStream out = new ObjectOutputStream(answers)) {
      out.flush();
      ObjectInputStream in = new ObjectInputStream(System.in);
      while (true) {
        Job job;
        try {
          job = (Job) in.readObject();
        } catch (EOFException e) {
          return;
        }
        underWay.begin(0, 0);
        out.writeObject(answer(job, underWay));
        out.flush();
        out.reset();
      }
    }
  }

  private static Serializable answer(Job job, RecordUnderWay underWay) throws IOException {
    SltParser.Script script;
    try (BufferedReader text = job.script().open()) {
      script = SltParser.parse(text, job.target().database());
    } catch (SltParser.MalformedScriptException e) {
      Failure failure = new Failure(e.line(), Failure.Kind.MALFORMED, job.script().name(), "a script", e.getMessage());
      return ScriptResult.broken(job.script(), job.target().name(), failure, 0, 0, 0);
    }
    ScriptExecution execution = new ScriptExecution(job, script, underWay);
    return job.isRecorded() ? execution.recorded() : execution.result();
  }
}
