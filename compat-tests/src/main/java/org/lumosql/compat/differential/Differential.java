// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.differential.generate.Randomness;
import org.lumosql.compat.differential.generate.StatementGrammar;
import org.lumosql.compat.differential.generate.StatementSource;
import org.lumosql.compat.differential.mutate.Mutants;
import org.lumosql.compat.differential.mutate.ScriptCollection;

/**
 * The command: random statements on two engines, until so many statements or minutes are over, or so many differences were found.
 *
 * <pre>
 * Differential [-seed N] [-statements N] [-minutes N] [-workers N] [-features LIST] [-left URL] [-right URL]
 *              [-scripts LIST] [-only PART] [-length N] [-differences N] [-alike N] [-shrink BOOLEAN] [-messages BOOLEAN] [-out FOLDER]
 * </pre>
 *
 * <p>Each seed is a trial of {@code -length} statements, 200 unless told; the seeds count up from {@code -seed}, and one seed repeats one trial, whichever of the {@code -workers}
 * threads runs it. A difference is shrunk and its script printed, or written to the folder; of those that look alike only the first {@code -alike}, the others
 * are counted. A statement that takes the left engine more than two seconds and ten times as long as the right one is a difference too; a trial that does not come
 * to its end is left behind and reported. Exit status 1 if there was a difference.
 *
 * <p>With {@code -scripts}, a list of folders and files, the statements do not come from the grammar: each seed takes one of the scripts there (with {@code -only}: of those whose
 * names contain something), and runs its statements with mutants of them.
 *
 * <p>Where both engines refuse a statement with the same extended result code, but in other words, that is no difference: such messages are a grade of their own, with
 * their scripts and their count. {@code -messages true} makes them differences.
 */
public final class Differential {
  private static final int USUAL_LENGTH = 200;

  private long seed = System.nanoTime() & 0xffffffffL;
  private long statements = Long.MAX_VALUE;
  private long minutes = 1;
  private int workers = 1;
  private Set<Feature> features = Feature.usual();
  private List<Path> scripts = List.of();
  private String only = "";
  private String left = Engines.LUMO;
  private String right = Engines.SQLITE;
  private int length;
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
        case "-scripts" -> scripts = Stream.of(value.split(",")).map(Path::of).toList();
        case "-only" -> only = value;
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

  private int length() {
    if (length > 0) {
      return length;
    }
    return scripts.isEmpty() ? USUAL_LENGTH : Integer.MAX_VALUE;
  }

  private LongFunction<StatementSource> sources() {
    if (scripts.isEmpty()) {
      return number -> new StatementGrammar(new Randomness(number), features);
    }
    try {
      ScriptCollection collection = ScriptCollection.in(scripts, only);
      return number -> new Mutants(collection, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The differences, shrunk. @throws UncheckedIOException if there are no such scripts */
  public List<Difference> run() {
    Campaign.Kind kind = new Campaign.Kind(Engines.of(left), Engines.of(right), sources(), length(), shrinks, countsMessages);
    Campaign.Limits limits = new Campaign.Limits(statements, minutes, differences, alike);
    return new Campaign(kind, limits, seed, out, folder).run(workers);
  }
}
