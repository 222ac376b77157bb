// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.lumosql.compat.support.Side;

/** Has a database open until its input ends. Argument: the database. */
final class HoldingProcess {
  private HoldingProcess() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Side side = Side.Engine.LUMO.open(Path.of(arguments[0]))) {
      side.query("SELECT * FROM counter");
      System.out.println("open");
      System.in.readAllBytes();
    }
  }
}
