// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders for databases that are soon deleted. */
public final class ScratchFolder {
  private ScratchFolder() {}

  /** A new folder, in memory where the system has such a place: what engines sync there need not reach a disk. */
  public static Path inMemory() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory) ? Files.createTempDirectory(memory, "lumosql-scratch") : Files.createTempDirectory("lumosql-scratch");
  }

  /** Deletes the files and folders whose names begin with that of a path, in its folder. Others may come and go there meanwhile. */
  public static void deleteAll(Path prefix) throws IOException {
    String name = prefix.getFileName().toString();
    try (DirectoryStream<Path> named = Files.newDirectoryStream(prefix.getParent(), each -> each.getFileName().toString().startsWith(name))) {
      for (Path each : named) {
        delete(each);
      }
    }
  }

  /** Deletes a file, or a folder with all that is in it. */
  public static void delete(Path place) throws IOException {
    if (Files.notExists(place)) {
      return;
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
