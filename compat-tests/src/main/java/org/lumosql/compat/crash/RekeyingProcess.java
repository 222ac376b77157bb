// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.io.PrintStream;
import org.lumosql.engine.Connection;

/**
 * Changes the password of a database for ever, to be killed: commits the number <i>n</i>, then makes the password {@link #password}(<i>n</i>), then prints <i>n</i>.
 * Arguments: what to open, without a key; the present number.
 */
final class RekeyingProcess {
  private RekeyingProcess() {}

  static String password(long number) {
    return "password " + number;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    long number = Long.parseLong(arguments[1]);
    try (Connection connection = Connection.open(arguments[0])) {
      connection.execute("PRAGMA key = '" + password(number) + "'");
      out.println(number);
      while (true) {
        number++;
        connection.execute("BEGIN; UPDATE counter SET n = " + number + "; INSERT INTO t VALUES(" + number + ", 'text " + number + "'); COMMIT");
        connection.execute("PRAGMA rekey = '" + password(number) + "'");
        out.println(number);
      }
    }
  }
}
