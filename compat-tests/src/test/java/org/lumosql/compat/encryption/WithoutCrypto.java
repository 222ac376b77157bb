// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;

/** A process that opens a database and has no cryptography on its class path. */
final class WithoutCrypto {
  private WithoutCrypto() {}

  static Process start(String name) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(crypto.target|lumosql-crypto|bouncycastle).*"))
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath, WithoutCrypto.class.getName(), name))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) {
    try (Connection connection = Connection.open(arguments[0])) {
      connection.execute("CREATE TABLE t(a)");
      System.out.println("opened by " + connection);
    } catch (EngineException e) {
      System.out.println(e.getMessage());
    }
  }
}
