// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.differential.generate.Feature;

/**
 * The command: random statements on two engines, until so many statements or minutes are over, or so many differences were found.
 *
 * <pre>
 * Differential [-seed N] [-statements N] [-minutes N] [-workers N] [-features LIST] [-left URL] [-right URL]
 *              [-length N] [-differences N] [-alike N] [-shrink BOOLEAN] [-messages BOOLEAN] [-out FOLDER]
 * </pre>
 *
 * <p>Each seed is a trial of {@code -length} statements; the seeds count up from {@code -seed}, and one seed repeats one trial, whichever of the {@code -workers}
 * threads runs it. A difference is shrunk and its script printed, or written to the folder; of those that look alike only the first {@code -alike}, the others
 * are counted. A statement that takes the left engine more than two seconds and ten times as long as the right one is a difference too; a trial that does not come
 * to its end is left behind and reported. Exit status 1 if there was a difference.
 *
 * <p>Where both engines refuse a statement with the same extended result code, but in other words, that is no difference: such messages are a grade of their own, with
 * their scripts and their count. {@code -messages true} makes them differences.
 */
public final class Differential {
  private long seed = System.nanoTime() & 0xffffffffL;
  private long statements = Long.MAX_VALUE;
  private long minutes = 1;
  private int workers = 1;
  private Set<Feature> features = Feature.usual();
  private String left = Engines.LUMO;
  private String right = Engines.SQLITE;
  private int length = 200;
  private int differences = 10;
  private int alike = 1;
  private boolean shrinks = true;
  private boolean countsMessages;
  private Path folder;
  private final PrintStream out;

  public Differential(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    Differential run = new Differential(System.out);
    run.read(arguments);
    System.exit(run.run().isEmpty() ? 0 : 1);
  }

  /** Takes the options of the command. */
  public void read(String... arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "-seed" -> seed = Long.decode(value);
        case "-statements" -> {
          statements = Long.parseLong(value);
          minutes = Campaign.NO_LIMIT_MINUTES;
        }
        case "-minutes" -> minutes = Long.parseLong(value);
        case "-workers" -> workers = Integer.parseInt(value);
        case "-features" -> features = Feature.parse(value);
        case "-left" -> left = value;
        case "-right" -> right = value;
        case "-length" -> length = Integer.parseInt(value);
        case "-differences" -> differences = Integer.parseInt(value);
        case "-alike" -> alike = Integer.parseInt(value);
        case "-shrink" -> shrinks = Boolean.parseBoolean(value);
        case "-messages" -> countsMessages = Boolean.parseBoolean(value);
        case "-out" -> folder = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
  }

  /** The differences, shrunk. */
  public List<Difference> run() {
    Campaign.Kind kind = new Campaign.Kind(Engines.of(left), Engines.of(right), features, length, shrinks, countsMessages);
    Campaign.Limits limits = new Campaign.Limits(statements, minutes, differences, alike);
    return new Campaign(kind, limits, seed, out, folder).run(workers);
  }
}
