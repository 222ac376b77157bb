// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.lumosql.compat.support.Store;

/** The main class of a process that runs a suite on a store: {@code SUITE STORE SHARED GOLDEN SCRIPTS FILES STATEMENTS SEED OUTPUT}. */
final class SuiteProcess {
  private SuiteProcess() {}

  public static void main(String[] arguments) throws IOException {
    Iterator<String> words = List.of(arguments).iterator();
    Suite suite = Suite.named(words.next());
    Store store = Store.named(words.next());
    Amount amount =
        new Amount(
            Path.of(words.next()), Path.of(words.next()), Double.parseDouble(words.next()), Double.parseDouble(words.next()),
            Long.parseLong(words.next()), Long.parseLong(words.next()));
    Cell cell = suite.run(store, amount);
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(words.next())))) {
      out.writeLong(cell.passed());
      out.writeLong(cell.failed());
      out.writeLong(cell.skipped());
      out.writeDouble(cell.seconds());
      out.writeObject(new ArrayList<>(cell.notes()));
    }
    System.exit(0); // engines may have left threads
  }
}
