// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.figures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.RunFacts;

/**
 * {@code figures DOCUMENT [--only TEXT] [--java JAVA]…}: measures anew what a document tells. Its commands are this jar's own, behind options of the JVM if any, and run on
 * each Java that is named; one that begins with {@code ./} is a command of the project's folder, which runs once and prints what is to be told. Not thread-safe.
 */
public final class FiguresCommand {
  private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

  private final PrintStream output;
  private final MeasuredDocument document;
  private final List<String> javas = new ArrayList<>();
  private String only = "";

  /** @throws IllegalArgumentException if they are none of those above */
  public FiguresCommand(PrintStream output, List<String> arguments) {
    this.output = output;
    if (arguments.isEmpty() || arguments.size() % 2 == 0) {
      throw new IllegalArgumentException("figures DOCUMENT [--only TEXT] [--java JAVA]...");
    }
    this.document = new MeasuredDocument(Path.of(arguments.get(0)));
    for (int i = 1; i < arguments.size(); i += 2) {
      switch (arguments.get(i)) {
        case "--only" -> only = arguments.get(i + 1);
        case "--java" -> javas.add(arguments.get(i + 1));
        default -> throw new IllegalArgumentException("no such option: " + arguments.get(i));
      }
    }
    if (javas.isEmpty()) {
      javas.add(JavaCommand.current());
    }
  }

  /** Runs the commands one after the other; the figures of one that fails stay as they are. @return how many failed */
  public int run() throws IOException, InterruptedException {
    int failures = 0;
    for (String command : document.commands()) {
      if (!command.contains(only)) {
        continue;
      }
      List<String> figures = new ArrayList<>();
      boolean isOfFolder = command.startsWith("./");
      for (String java : isOfFolder ? javas.subList(0, 1) : javas) {
        output.println(command + (isOfFolder ? "" : ", " + JavaCommand.description(java)));
        String told = isOfFolder ? measured(Arrays.asList(command.split(" ")), "") : measured(onJava(java, command), JavaCommand.description(java) + "; ");
        if (told == null) {
          failures++;
          output.println("failed");
        } else {
          figures.add(told);
        }
      }
      if (figures.size() == (isOfFolder ? 1 : javas.size())) {
        document.put(command, String.join("\n", figures));
      }
    }
    return failures;
  }

  private static List<String> onJava(String java, String command) {
    List<String> words = Arrays.asList(command.split(" "));
    int first = 0;
    while (words.get(first).startsWith("-")) {
      first++;
    }
    List<String> options = new ArrayList<>(words.subList(0, first));
    if (options.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
      options.addAll(0, HEAP);
    }
    List<String> whole = JavaCommand.of(java, options, List.of(System.getProperty("java.class.path")));
    whole.add("org.lumosql.jmh.Main");
    whole.addAll(words.subList(first, words.size()));
    return whole;
  }

  /** The circumstances and what the command printed; null if it failed. */
  private static String measured(List<String> command, String java) throws IOException, InterruptedException {
    String load = RunFacts.load();
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      return null;
    }
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    return String.format(
        Locale.ROOT, "%s%s; commit %s; load before: %s; took %d s:%n%n%s%n", java, RunFacts.date(), RunFacts.commit(), load, seconds, printed.strip());
  }
}
