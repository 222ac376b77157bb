// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;

/**
 * What an engine answers to the statements of all golden files: {@code GoldenAnswers FOLDER sqlite|lumosql OUTPUT}. A main class, because only one release of C SQLite fits into a process:
 * the one that comes first on the class path.
 */
public final class GoldenAnswers {
  private GoldenAnswers() {}

  /** The answer to a statement. */
  public record Answer(String file, int line, String sql, List<String> rows) implements Serializable {}

  /** Writes a list of {@link Answer}s. */
  public static void main(String[] arguments) throws IOException {
    List<Answer> answers = new ArrayList<>();
    Path folder = Path.of(arguments[0]);
    boolean isOurs = arguments[1].equals("lumosql");
    for (String name : GoldenFiles.names(folder)) {
      GoldenFile file = GoldenFiles.read(folder, name);
      if (file.timezone().equals("UTC") && file.runsOn("memory")) {
        add(file, isOurs, answers);
      }
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]));
        ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(answers);
    }
  }

  private static void add(GoldenFile file, boolean isOurs, List<Answer> answers) throws IOException {
    List<List<String>> rows =
        GoldenRunner.inFolder(
            place -> GoldenRunner.answers(file, isOurs ? new EngineSession(Connection.open(":memory:")) : SqliteSession.open(":memory:"), place));
    List<GoldenFile.Case> cases = file.cases();
    for (int i = 0; i < cases.size(); i++) {
      answers.add(new Answer(file.name() + ".sql", cases.get(i).line(), cases.get(i).sql(), new ArrayList<>(rows.get(i))));
    }
  }
}
