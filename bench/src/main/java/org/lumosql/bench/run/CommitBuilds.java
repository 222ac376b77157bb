// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds of other commits of this project, each in a work tree of its own, in a folder that is kept. {@code git} and {@code mvn} must be on the path and the
 * working directory in a clone of the project.
 */
public final class CommitBuilds {
  private static final String STAMP = "bench.classpath";
  private static final List<String> MODULES = List.of("jdbc", "backend-native", "backend-lmdb", "backend-bdb", "backend-rocksdb", "crypto");

  private final Path folder;

  CommitBuilds(Path folder) {
    this.folder = folder;
  }

  /** The short id of a commit, which names of targets can have, of whatever git understands, such as {@code HEAD~3}. */
  public static String id(String revision) throws IOException, InterruptedException {
    return said(Path.of("."), "git", "rev-parse", "--verify", "--short=10", revision + "^{commit}");
  }

  List<String> classPath(String commit) throws IOException, InterruptedException {
    String id = said(Path.of("."), "git", "rev-parse", "--verify", "--quiet", commit + "^{commit}");
    Path tree = folder.toAbsolutePath().resolve(id);
    Path stamp = folder.toAbsolutePath().resolve(id + "." + STAMP);
    if (!Files.exists(stamp)) {
      if (!Files.isDirectory(tree)) {
        Files.createDirectories(folder);
        said(Path.of("."), "git", "worktree", "add", "--detach", "--force", tree.toString(), id);
      }
      build(tree);
      Files.write(stamp, classPath(tree));
    }
    return Files.readAllLines(stamp);
  }

  private static void build(Path tree) throws IOException, InterruptedException {
    List<String> modules = MODULES.stream().filter(module -> Files.isDirectory(tree.resolve(module))).toList();
    said(
        tree,
        "mvn", "-B", "-q", "-ntp", "-pl", String.join(",", modules), "-am", "-DskipTests", "-Dmaven.test.skip=true", "package",
        "dependency:build-classpath", "-Dmdep.outputFile=target/bench.dependencies", "-Dmdep.includeScope=runtime");
  }

  /** Classes of all modules that were built, and the libraries of those that it is about. */
  private static List<String> classPath(Path tree) throws IOException {
    List<String> path = new ArrayList<>();
    try (Stream<Path> modules = Files.list(tree)) {
      modules.map(module -> module.resolve("target/classes")).filter(Files::isDirectory).sorted().forEach(classes -> path.add(classes.toString()));
    }
    for (String module : MODULES) {
      Path file = tree.resolve(module).resolve("target/bench.dependencies");
      if (Files.exists(file)) {
        for (String jar : Files.readString(file).strip().split(java.io.File.pathSeparator)) {
          if (!jar.isEmpty() && !jar.contains(tree.toString()) && !jar.contains("org/lumosql") && !path.contains(jar)) {
            path.add(jar);
          }
        }
      }
    }
    return path;
  }

  private static String said(Path where, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed in " + where.toAbsolutePath() + ": " + said);
    }
    return said;
  }
}
