// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lumosql.compat.differential.generate.Feature;

/**
 * The command: random statements on two engines, until so many statements or minutes are over, or so many differences were found.
 *
 * <pre>
 * Differential [-seed N] [-statements N] [-minutes N] [-features LIST] [-left URL] [-right URL]
 *              [-length N] [-differences N] [-alike N] [-out FOLDER]
 * </pre>
 *
 * <p>Each seed is a trial of {@code -length} statements; the seeds count up from {@code -seed}, and one seed repeats one trial. A difference is shrunk and its
 * script printed, or written to the folder; of those that look alike only the first {@code -alike}, the others are counted. Exit status 1 if there was one.
 */
public final class Differential {
  private static final long PROGRESS_NANOS = 20_000_000_000L;

  private long seed = System.nanoTime() & 0xffffffffL;
  private long statements = Long.MAX_VALUE;
  private long minutes = 1;
  private Set<Feature> features = Feature.usual();
  private String left = Engines.LUMO;
  private String right = Engines.SQLITE;
  private int length = 200;
  private int differences = 10;
  private int alike = 1;
  private boolean shrinks = true;
  private Path folder;
  private final PrintStream out;

  public Differential(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
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
          minutes = Long.MAX_VALUE / 60_000_000_000L;
        }
        case "-minutes" -> minutes = Long.parseLong(value);
        case "-features" -> features = Feature.parse(value);
        case "-left" -> left = value;
        case "-right" -> right = value;
        case "-length" -> length = Integer.parseInt(value);
        case "-differences" -> differences = Integer.parseInt(value);
        case "-alike" -> alike = Integer.parseInt(value);
        case "-shrink" -> shrinks = Boolean.parseBoolean(value);
        case "-out" -> folder = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
  }

  /** The differences, shrunk. */
  public List<Difference> run() throws IOException {
    Engine.Factory one = Engines.of(left);
    Engine.Factory other = Engines.of(right);
    List<Difference> found = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    Tally tally = new Tally();
    long start = System.nanoTime();
    long nextProgress = start + PROGRESS_NANOS;
    long first = seed;
    while (tally.statements() < statements && System.nanoTime() - start < minutes * 60_000_000_000L && found.size() < differences) {
      Difference difference = trial(one, other, tally);
      if (difference != null && seen.merge(difference.signature(), 1, Integer::sum) <= alike) {
        Difference small = shrinks ? new Shrinker(one, other, difference).shrink() : difference;
        found.add(small);
        report(small);
      }
      if (System.nanoTime() > nextProgress) {
        nextProgress = System.nanoTime() + PROGRESS_NANOS;
        out.println("seed " + seed + ": " + tally);
      }
      seed++;
    }
    seen.forEach((signature, times) -> out.println("-- " + times + " x " + signature));
    tally.slow().forEach(sql -> out.println("-- slow: " + sql));
    out.println("seeds " + first + " to " + (seed - 1) + ": " + tally + ", " + found.size() + " differences");
    return found;
  }

  private Difference trial(Engine.Factory one, Engine.Factory other, Tally tally) {
    try {
      return new Trial(seed, length, features, one, other, tally).run();
    } catch (Trial.Abandoned e) {
      return null;
    }
  }

  private void report(Difference difference) throws IOException {
    String text = "-- seed " + seed + ": " + difference.report();
    if (folder == null) {
      out.println(text);
    } else {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("seed-" + seed + ".sql"), text);
      out.println("seed " + seed + ": " + difference.kind());
    }
  }
}
