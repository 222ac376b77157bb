// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs all scripts of zips and folders: {@code SltMain [-every N] [-failures N] [-files FOLDER [-backend NAME] | -jdbc URL] PATH…}. Each
 * script has a database of its own: in memory, or with {@code -files} one in the folder, on which {@code integrity_check} must say ok after the
 * script, or what connecting to a URL gives. Exit status 1 if a record fails.
 */
public final class SltMain {
  private int every = 1;
  private int shown = 5;
  private Path folder;
  private String backend = "file";
  private String url;
  private long passed;
  private long failed;
  private int scripts;

  private SltMain() {}

  public static void main(String[] arguments) throws IOException {
    SltMain main = new SltMain();
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "-every" -> main.every = Integer.parseInt(arguments[++i]);
        case "-failures" -> main.shown = Integer.parseInt(arguments[++i]);
        case "-files" -> main.folder = Path.of(arguments[++i]);
        case "-backend" -> main.backend = arguments[++i];
        case "-jdbc" -> main.url = arguments[++i];
        default -> paths.add(Path.of(arguments[i]));
      }
    }
    long start = System.nanoTime();
    for (Path path : paths) {
      main.runPath(path);
    }
    System.out.printf(
        "%d scripts, %.1f s%n%d passed, %d failed%n",
        main.scripts, (System.nanoTime() - start) / 1e9, main.passed, main.failed);
    System.exit(main.failed == 0 ? 0 : 1);
  }

  private void runPath(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.sorted().toList()) {
          runPath(file);
        }
      }
    } else if (path.toString().endsWith(".zip")) {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        List<? extends ZipEntry> entries =
            zip.stream().filter(entry -> entry.getName().endsWith(".test")).sorted(Comparator.comparing(ZipEntry::getName)).toList();
        for (int i = 0; i < entries.size(); i += every) {
          ZipEntry entry = entries.get(i);
          runScript(
              entry.getName(),
              new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)));
        }
      }
    } else if (path.toString().endsWith(".test")) {
      runScript(path.toString(), Files.newBufferedReader(path));
    }
  }

  private void runScript(String name, BufferedReader reader) throws IOException {
    long start = System.nanoTime();
    SltRunner.Result result;
    SltParser.Script script;
    try (reader) {
      script = SltParser.parse(reader);
    }
    if (folder != null) {
      result = OnFile.run(script, folder.resolve(name.replace('/', '-') + ".db"), backend);
    } else {
      try (SltEngine engine = url != null ? new JdbcEngine(url) : new LumoEngine(":memory:")) {
        result = new SltRunner(engine).run(script);
      }
    }
    scripts++;
    passed += result.passed();
    failed += result.failures().size();
    System.out.printf(
        "%s: %d passed, %d failed, %.1f s%n", name, result.passed(), result.failures().size(), (System.nanoTime() - start) / 1e9);
    result.failures().stream().limit(shown).forEach(failure -> System.out.println("  " + failure));
  }
}
