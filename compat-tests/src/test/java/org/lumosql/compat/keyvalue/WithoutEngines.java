// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;

/** Opens a database in a JVM that has our engine without the modules of others, and prints how that fails. */
final class WithoutEngines {
  private WithoutEngines() {}

  static Process start(Path database) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*backend-(lmdb|bdb|rocksdb).*"))
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath, WithoutEngines.class.getName(), database.toString()))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) {
    try (Connection connection = Connection.open(arguments[0])) {
      System.out.println("opened by " + connection);
    } catch (EngineException e) {
      System.out.println(e.getMessage());
    }
  }
}
