// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
 * The zipped scripts of sqllogictest. They are looked for in {@code ../shared/sqllogictest} beside the project, or where
 * {@code -Dlumosql.sqllogictest} says.
 */
final class Corpus {
  private static final Path FOLDER =
      Path.of(System.getProperty("lumosql.sqllogictest", "../../shared/sqllogictest"));

  private Corpus() {}

  /** One script of a zip. */
  record Script(Path zip, String name, long size) {
    SltRunner.Result run(SltEngine engine) throws IOException {
      return new SltRunner(engine).run(read());
    }

    /** Runs it on a file in the folder, which must be sound afterwards. */
    SltRunner.Result runOnFile(Path folder) throws IOException {
      return runOnFile(folder, "file");
    }

    /** The same in another backend. */
    SltRunner.Result runOnFile(Path folder, String backend) throws IOException {
      return OnFile.run(read(), folder.resolve(name.replace('/', '-') + ".db"), backend);
    }

    private SltParser.Script read() throws IOException {
      try (ZipFile file = new ZipFile(zip.toFile());
          BufferedReader text =
              new BufferedReader(
                  new InputStreamReader(file.getInputStream(file.getEntry(name)), StandardCharsets.UTF_8))) {
        return SltParser.parse(text);
      }
    }
  }

  /** The zips; the test is skipped if there are none. */
  static List<Path> zips() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no sqllogictest scripts at " + FOLDER);
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> zips = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
      assumeTrue(!zips.isEmpty(), "no sqllogictest scripts at " + FOLDER);
      return zips;
    }
  }

  static List<Script> all() throws IOException {
    return zips().stream().flatMap(zip -> scripts(zip).stream()).toList();
  }

  /** Some zips whole, of each other the smallest script that is not empty. */
  static List<Script> sample(List<String> whole) throws IOException {
    List<Script> sample = new ArrayList<>();
    for (Path zip : zips()) {
      List<Script> scripts = scripts(zip);
      if (whole.contains(zip.getFileName().toString())) {
        sample.addAll(scripts);
      } else {
        sample.add(scripts.stream().min(Comparator.comparingLong(Script::size)).orElseThrow());
      }
    }
    return sample;
  }

  private static List<Script> scripts(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream()
          .filter(entry -> entry.getName().endsWith(".test") && entry.getSize() > 0)
          .sorted(Comparator.comparing(ZipEntry::getName))
          .map(entry -> new Script(zip, entry.getName(), entry.getSize()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
