// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lumosql.engine.Limits;
import org.lumosql.engine.Statement;
import org.lumosql.schema.Authorizer;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.LineSource;
import org.lumosql.shell.session.Settings;
import org.lumosql.shell.session.Shell;

/** What governs how commands run, and those that run others. */
final class ControlCommands {
  private static final String[] LIMITS = {
    "length", "sql_length", "column", "expr_depth", "compound_select", "vdbe_op", "function_arg", "attached",
    "like_pattern_length", "variable_number", "trigger_depth", "worker_threads"
  };

  private ControlCommands() {}

  static boolean authorizer(Shell shell, Words words) {
    if (Words.isOn(shell, words.require(1, 1, ".auth ON|OFF").get(1))) {
      shell.connection().setAuthorizer(
          (action, first, second, database, inner) -> {
            shell.out().print("authorizer: ").print(action.name());
            for (String argument : new String[] {first, second, database, inner}) {
              shell.out().print(' ').print(argument == null ? "NULL" : SqlText.cLiteral(argument));
            }
            shell.out().print('\n');
            return Authorizer.Decision.OK;
          });
    } else {
      shell.connection().setAuthorizer(null);
      shell.safeMode().watch(shell.connection());
    }
    return true;
  }

  static boolean nonce(Shell shell, Words words) {
    shell.safeMode().suspend(words.count() == 0 ? "" : words.get(1));
    return true;
  }

  static boolean bail(Shell shell, Words words) {
    shell.settings().bail = Words.isOn(shell, words.require(1, 1, ".bail on|off").get(1));
    return true;
  }

  static boolean changeDirectory(Shell shell, Words words) {
    String name = words.require(1, 1, ".cd DIRECTORY").get(1);
    Path path = shell.resolve(name);
    if (!Files.isDirectory(path)) {
      shell.error("Cannot change to directory \"" + name + "\"");
      return false;
    }
    shell.setDirectory(path);
    return true;
  }

  static boolean changes(Shell shell, Words words) {
    shell.settings().changes = Words.isOn(shell, words.require(1, 1, ".changes on|off").get(1));
    return true;
  }

  static boolean queryPlan(Shell shell, Words words) {
    String word = words.require(1, 1, ".eqp off|on|trace|trigger|full").get(1);
    shell.settings().plan =
        switch (word) {
          case "full" -> Settings.Plan.FULL;
          case "trigger" -> Settings.Plan.TRIGGER;
          default -> Words.isOn(shell, word) ? Settings.Plan.ON : Settings.Plan.OFF;
        };
    return true;
  }

  static boolean exit(Shell shell, Words words) {
    long status = words.count() > 0 ? Words.integer(words.get(1)) : 0;
    shell.quit(status == 0 ? Shell.AS_ERRORS_SAY : (int) status & 0xFF);
    return true;
  }

  static boolean quit(Shell shell, Words words) {
    shell.quit(Shell.AS_ERRORS_SAY);
    return true;
  }

  static boolean limit(Shell shell, Words words) {
    Limits limits = shell.connection().limits();
    if (words.count() == 0) {
      for (int i = 0; i < LIMITS.length; i++) {
        printLimit(shell.out(), limits, i);
      }
      return true;
    }
    words.require(1, 2, ".limit NAME ?NEW-VALUE?");
    int found = -1;
    for (int i = 0; i < LIMITS.length; i++) {
      if (LIMITS[i].regionMatches(true, 0, words.get(1), 0, words.get(1).length())) {
        if (found >= 0) {
          shell.error("ambiguous limit: \"" + words.get(1) + "\"");
          return false;
        }
        found = i;
      }
    }
    if (found < 0) {
      shell.error("unknown limit: \"" + words.get(1) + "\"\nenter \".limits\" with no arguments for a list.");
      return false;
    }
    if (words.count() == 2) {
      limits.set(found, (int) Words.integer(words.get(2)));
    }
    printLimit(shell.out(), limits, found);
    return true;
  }

  private static void printLimit(Output out, Limits limits, int number) {
    out.spaces(20 - LIMITS[number].length()).print(LIMITS[number]).print(' ').print(limits.get(number)).print('\n');
  }

  static boolean progress(Shell shell, Words words) {
    ProgressReport report = new ProgressReport(shell);
    String wrong = report.read(words);
    if (wrong != null) {
      shell.error(wrong);
      return false;
    }
    report.install();
    return true;
  }

  static boolean prompt(Shell shell, Words words) {
    shell.settings().prompt = words.count() > 0 ? words.get(1) : shell.settings().prompt;
    shell.settings().continuationPrompt = words.count() > 1 ? words.get(2) : shell.settings().continuationPrompt;
    return true;
  }

  static boolean read(Shell shell, Words words) throws IOException {
    String name = words.require(1, 1, ".read FILE").get(1);
    if (name.startsWith("|")) {
      return readCommand(shell, name.substring(1));
    }
    Path file = shell.resolve(name);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      shell.error("Error: cannot open \"" + name + "\"");
      return false;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(shell, bytes);
    }
  }

  private static boolean readCommand(Shell shell, String command) throws IOException {
    Process process = shell.outputs().process(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream bytes = process.getInputStream()) {
      return read(shell, bytes);
    } finally {
      process.destroy();
    }
  }

  private static boolean read(Shell shell, InputStream bytes) throws IOException {
    return shell.read(LineSource.of(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)))) == 0;
  }

  static boolean statistics(Shell shell, Words words) {
    if (words.count() == 1) {
      shell.settings().stats =
          switch (words.get(1)) {
            case "stmt", "vmstep" -> true;
            default -> Words.isOn(shell, words.get(1));
          };
      return true;
    }
    words.require(0, 1, ".stats ?on|off|stmt|vmstep?");
    shell.showStatistics();
    return true;
  }

  static boolean system(Shell shell, Words words) throws IOException {
    if (words.count() == 0) {
      throw new Words.UsageException("Usage: .system COMMAND");
    }
    StringBuilder command = new StringBuilder();
    for (String word : words.from(1)) {
      boolean quoted = word.indexOf(' ') >= 0 || command.length() == 0 && word.isEmpty();
      command.append(command.length() == 0 ? "" : " ").append(quoted ? '"' + word + '"' : word);
    }
    shell.out().flush();
    int status = shell.outputs().run(command.toString());
    if (status != 0) {
      // as the C library tells it: the exit status is the higher byte
      shell.error("System command returns " + (status << Byte.SIZE));
    }
    return true;
  }

  static boolean timeout(Shell shell, Words words) {
    shell.connection().setBusyTimeout(words.count() > 0 ? (int) Words.integer(words.get(1)) : 0);
    return true;
  }

  static boolean timer(Shell shell, Words words) {
    shell.settings().timer = Words.isOn(shell, words.require(1, 1, ".timer on|off").get(1));
    return true;
  }

  static boolean trace(Shell shell, Words words) throws IOException {
    for (String word : words.from(1)) {
      String option = Words.option(word);
      if (option == null) {
        trace(shell, word);
      } else if (!option.equals("plain") && !option.equals("stmt")) {
        shell.error("Unknown option \"" + word + "\" on \".trace\"");
        return false;
      }
    }
    return true;
  }

  private static void trace(Shell shell, String target) throws IOException {
    if (!target.equals("off") && !target.equals("stdout") && !target.equals("stderr")) {
      shell.safeMode().forbid("write a trace to a file in safe mode");
    }
    shell.settings().trace = !target.equals("off");
    shell.outputs()
        .setTrace(
            switch (target) {
              case "off", "stdout" -> null;
              case "stderr" -> shell.err();
              default -> new Output(Files.newOutputStream(shell.resolve(target)));
            });
  }

  static boolean version(Shell shell, Words words) {
    try (Statement version = shell.connection().prepare("SELECT sqlite_version(), sqlite_source_id()")) {
      version.step();
      shell.out().print("SQLite ").print(version.columnText(0)).print(' ').println(version.columnText(1));
      shell.out().print("Java ").println(System.getProperty("java.version"));
    }
    return true;
  }
}
