// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.releases;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.golden.GoldenAnswers;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.MavenArtifacts;

/** Runs the statements of golden files on two releases of C SQLite and on our engine, each in a process of its own. */
public final class ReleaseComparison {
  private static final String DRIVER = "org.xerial:sqlite-jdbc:";

  private final Path golden;

  /** @param golden a folder of golden files */
  public ReleaseComparison(Path golden) {
    this.golden = golden;
  }

  /**
   * What two releases answer differently, by file and line.
   *
   * @param older a release of sqlite-jdbc, such as {@code 3.46.1.3}
   * @throws IOException if a release is not found, or its process fails; the message says why
   */
  public List<Change> compare(String older, String newer) throws IOException, InterruptedException {
    List<GoldenAnswers.Answer> before = answers("sqlite", MavenArtifacts.classPath(DRIVER + older));
    List<GoldenAnswers.Answer> after = answers("sqlite", MavenArtifacts.classPath(DRIVER + newer));
    List<GoldenAnswers.Answer> ours = answers("lumosql", List.of());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      GoldenAnswers.Answer answer = after.get(i);
      if (!answer.rows().equals(before.get(i).rows())) {
        changes.add(new Change(answer.file() + ":" + answer.line(), answer.sql(), before.get(i).rows(), answer.rows(), ours.get(i).rows()));
      }
    }
    return changes;
  }

  private List<GoldenAnswers.Answer> answers(String engine, List<String> jars) throws IOException, InterruptedException {
    Path output = Files.createTempFile("lumosql-answers", ".bin");
    Path messages = Files.createTempFile("lumosql-answers", ".err");
    try {
      List<String> command = JavaCommand.with(JavaCommand.current(), jars);
      command.addAll(List.of(GoldenAnswers.class.getName(), golden.toString(), engine, output.toString()));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(messages.toFile());
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        throw new IOException(engine + " " + jars + ": " + Files.readString(messages, StandardCharsets.ISO_8859_1).strip());
      }
      return read(output);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(messages);
    }
  }

  private static List<GoldenAnswers.Answer> read(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      List<GoldenAnswers.Answer> answers = new ArrayList<>();
      ((List<?>) in.readObject()).forEach(answer -> answers.add((GoldenAnswers.Answer) answer));
      return answers;
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
