// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.convert;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.TreeSummary;

/** The command {@code convert FROM TO}: tells how it gets on, and at the end what was copied. */
public final class ConvertCommand {
  private static final String USAGE =
      """
      Usage: convert FROM TO
      Copies the database FROM into a new one, TO, and compares both. Each is a path or a URI whose parameters say how it is stored:
        convert app.db 'file:new.db?backend=lmdb'
      """;

  private final PrintStream output;
  private final PrintStream errors;

  /** @param errors also takes what is said meanwhile */
  public ConvertCommand(PrintStream output, PrintStream errors) {
    this.output = output;
    this.errors = errors;
  }

  public static void main(String[] arguments) {
    System.exit(new ConvertCommand(System.out, System.err).run(List.of(arguments)));
  }

  /** Returns the exit status: 0 if the copy is there and the same, 1 if not, 2 if the arguments are wrong. */
  public int run(List<String> arguments) {
    if (arguments.size() != 2) {
      errors.print(USAGE);
      return 2;
    }
    try {
      Converter converter = new Converter(arguments.get(0), arguments.get(1), this::tell);
      List<TreeSummary> copied = converter.run();
      long entries = 0;
      for (TreeSummary tree : copied) {
        output.printf(
            Locale.ROOT, "%-5s %-30s %12d %s%n", tree.type(), tree.name(), tree.entries(), tree.checksum().substring(0, 16));
        entries += tree.entries();
      }
      output.printf(Locale.ROOT, "%d tables and indexes, %d entries: the same in both%n", copied.size(), entries);
      return 0;
    } catch (EngineException e) {
      String detail = e.detail();
      errors.println("Error: " + e.getMessage() + (detail == null ? "" : " (" + detail + ")"));
      return 1;
    }
  }

  private void tell(Converter.Step step, String name, long entries, boolean isDone) {
    String doing =
        switch (step) {
          case COPYING -> "copied";
          case READING_SOURCE -> "read again";
          case READING_TARGET -> "compared";
        };
    errors.printf(Locale.ROOT, "%s %s: %d%s%n", doing, name, entries, isDone ? "" : " …");
  }
}
