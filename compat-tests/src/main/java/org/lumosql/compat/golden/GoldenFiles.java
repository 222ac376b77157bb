// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden files in a folder and its subfolders. */
public final class GoldenFiles {
  private static final String SUFFIX = ".sql";

  private GoldenFiles() {}

  /** Names relative to the folder, without the suffix, in order. */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  public static Path path(Path folder, String name) {
    return folder.resolve(name + SUFFIX);
  }

  public static GoldenFile read(Path folder, String name) throws IOException {
    return GoldenParser.parse(name, Files.readString(path(folder, name)));
  }
}
