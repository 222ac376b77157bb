// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the scripts of a corpus ({@code *.test}), in the order of their names. */
public final class Scripts {
  private static final String SUFFIX = ".test";

  private Scripts() {}

  /**
   * All scripts of a file, a folder with its sub-folders, or a zip or jar; zips and jars in a folder are looked into.
   *
   * @throws IOException if the path does not exist or cannot be read
   */
  public static List<Script> in(Path path) throws IOException {
    List<Script> found = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (isArchive(file)) {
            addArchive(file, found);
          } else if (file.toString().endsWith(SUFFIX)) {
            found.add(file(file, path.relativize(file)));
          }
        }
      }
    } else if (isArchive(path)) {
      addArchive(path, found);
    } else {
      found.add(file(path, path.getFileName()));
    }
    return found;
  }

  private static boolean isArchive(Path file) {
    return file.toString().endsWith(".zip") || file.toString().endsWith(".jar");
  }

  private static Script file(Path file, Path name) throws IOException {
    return new Script(file.toAbsolutePath().toString(), null, name.toString().replace('\\', '/'), Files.size(file));
  }

  private static void addArchive(Path archive, List<Script> found) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      zip.stream()
          .filter(entry -> entry.getName().endsWith(SUFFIX) && entry.getSize() > 0)
          .sorted(Comparator.comparing(ZipEntry::getName))
          .forEach(entry -> found.add(new Script(archive.toAbsolutePath().toString(), entry.getName(), withoutTest(entry.getName()), entry.getSize())));
    }
  }

  /** The corpus as a jar has all below a folder of this name, the zips of single directories have not. */
  private static String withoutTest(String entry) {
    return entry.startsWith("test/") ? entry.substring("test/".length()) : entry;
  }

  /**
   * A sample, in the order of the whole.
   *
   * @param fraction how many of all, above 0 to 1; at least one is taken
   * @param seed the same seed takes the same
   */
  public static <T> List<T> sample(List<T> all, double fraction, long seed) {
    if (fraction >= 1 || all.isEmpty()) {
      return all;
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(seed));
    return places.stream().limit(Math.max(1, Math.round(all.size() * fraction))).sorted().map(all::get).toList();
  }
}
