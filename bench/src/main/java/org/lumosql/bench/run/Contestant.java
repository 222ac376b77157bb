// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;
import org.lumosql.bench.suite.Step;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.TargetName;
import org.lumosql.harness.JavaCommand;

/** A target that takes part: its process, its tests, and whether it may go on. Used by one thread. */
final class Contestant implements AutoCloseable {
  private final TargetName target;
  private final RunOptions options;
  private final List<LumoTest> tests;
  private final List<String> command;
  private final TargetSetup setup;
  private WorkerProcess process;

  /** What a run gave. @param error why it ended early; empty if it did not. @param check what SQLite's own check said. */
  record Pass(Map<String, String> facts, List<Done> done, String error, String errorStatus, String check) {}

  /** A test that was run. */
  record Done(LumoTest test, Answer.Ran ran) {}

  Contestant(TargetName target, RunOptions options, List<String> classPath) {
    this.target = target;
    this.options = options;
    this.setup = TargetSetup.of(target);
    this.tests = LumoTests.all(target.dataSize(), setup.dialect());
    String name = target.option(Option.JAVA);
    String java = name.equals(Option.JAVA.defaultValue()) ? JavaCommand.current() : options.javas().get(name);
    if (java == null) {
      throw new IllegalArgumentException("no --java " + name + "=…/bin/java for target " + target);
    }
    String heap = target.option(Option.HEAP);
    this.command = JavaCommand.of(java, flags(heap), classPath);
    command.add(Worker.class.getName());
  }

  private static List<String> flags(String heap) {
    return List.of("-Xss4m", "-Xms" + heap, "-Xmx" + heap);
  }

  TargetName target() {
    return target;
  }

  /** The options of its Java, as they are recorded. */
  String flags() {
    return String.join(" ", flags(target.option(Option.HEAP)));
  }

  /** All tests on a new database. */
  Pass pass() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(options.folder(), "bench");
    List<Done> done = new ArrayList<>();
    Map<String, String> facts = new TreeMap<>();
    String check = "";
    try {
      if (process == null) {
        process = new WorkerProcess(command, setup, options.folder(), options.limit());
      }
      Answer opened = process.ask(new Request.Open(folder.toString()));
      if (opened instanceof Answer.Failed failed) {
        return new Pass(facts, done, failed.message(), "ERR1", check);
      }
      facts = ((Answer.Opened) opened).facts();
      for (int i = 0; i < tests.size(); i++) {
        Answer answer = process.ask(new Request.Run(i));
        if (answer instanceof Answer.Failed failed) {
          process.ask(new Request.Close());
          return new Pass(facts, done, "test " + tests.get(i).number() + ": " + failed.message(), "ERR1", check);
        }
        done.add(new Done(tests.get(i), (Answer.Ran) answer));
        copy(i);
      }
      if (options.checksOnly()) {
        Answer answer = process.ask(new Request.Check());
        check = answer instanceof Answer.Checked checked ? checked.text() : ((Answer.Failed) answer).message();
      }
      process.ask(new Request.Close());
      return new Pass(facts, done, "", "", check);
    } catch (WorkerProcess.Lost e) {
      process = null;
      String where = done.size() < tests.size() ? "test " + tests.get(done.size()).number() : "the end";
      return new Pass(facts, done, where + ": " + e.getMessage(), e.status(), check);
    } finally {
      delete(folder);
    }
  }

  /** Copies of databases and statements, if they were asked for. */
  private void copy(int test) throws IOException, InterruptedException, WorkerProcess.Lost {
    if (!options.copyDatabases().isEmpty() && target.engine().isSqlite()) {
      Path file = place(options.copyDatabases(), test);
      Files.deleteIfExists(file);
      if (process.ask(new Request.Copy(file.toString())) instanceof Answer.Failed failed) {
        throw new IOException("no copy of the database: " + failed.message());
      }
    }
    if (!options.copySql().isEmpty()) {
      try (Writer out = Files.newBufferedWriter(place(options.copySql(), test), StandardCharsets.UTF_8)) {
        for (Step step : tests.get(test).steps()) {
          out.write(step.text() + ";\n");
        }
      }
    }
  }

  private Path place(String pattern, int test) throws IOException {
    Path file = Path.of(pattern.replace("%s", target.toString()).replace("%d", tests.get(test).number())).toAbsolutePath();
    Files.createDirectories(file.getParent());
    return file;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException error) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
