// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** The main class of a process that runs a suite at a place: {@code SUITE PLACE SHARED GOLDEN FRACTION STATEMENTS SEED OUTPUT}. */
final class SuiteProcess {
  private SuiteProcess() {}

  public static void main(String[] arguments) throws IOException {
    Amount amount =
        new Amount(
            Path.of(arguments[2]), Path.of(arguments[3]), Double.parseDouble(arguments[4]), Long.parseLong(arguments[5]), Long.parseLong(arguments[6]));
    Cell cell = Suite.named(arguments[0]).run(Place.named(arguments[1]), amount);
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[7])))) {
      out.writeLong(cell.passed());
      out.writeLong(cell.failed());
      out.writeLong(cell.skipped());
      out.writeDouble(cell.seconds());
      out.writeObject(new ArrayList<>(cell.notes()));
    }
    System.exit(0); // engines may have left threads
  }
}
