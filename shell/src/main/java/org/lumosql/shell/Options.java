// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.shell.output.OutputMode;

/**
 * What the command line asks for. Options are spelled as those of {@code sqlite3}, with one dash or two, and take effect in their order; those of a
 * database hold wherever they stand.
 */
final class Options {
  static final String HELP =
      """
      Usage: lumosql [OPTIONS] [FILENAME [SQL...]]
             lumosql convert FROM TO
      FILENAME is the name of a database. A new database is created
      if the file does not previously exist. Defaults to :memory:.
      OPTIONS include:
         -ascii               set output mode to 'ascii'
         -backend NAME        storage engine of a new database
         -bail                stop after hitting an error
         -batch               force batch I/O
         -box                 set output mode to 'box'
         -column              set output mode to 'column'
         -cmd COMMAND         run "COMMAND" before reading stdin
         -csv                 set output mode to 'csv'
         -deserialize         load the database into memory and leave its file alone
         -echo                print inputs before execution
         -[no]header          turn headers on or off
         -help                show this message
         -html                set output mode to HTML
         -init FILENAME       read/process named file
         -interactive         force interactive I/O
         -json                set output mode to 'json'
         -key                 ask for the key of an encrypted database
         -line                set output mode to 'line'
         -list                set output mode to 'list'
         -markdown            set output mode to 'markdown'
         -newline SEP         set output row separator. Default: '\\n'
         -nonce STRING        set the safe-mode escape nonce
         -nullvalue TEXT      set text string for NULL values. Default ''
         -quote               set output mode to 'quote'
         -readonly            open the database read-only
         -safe                enable safe-mode
         -separator SEP       set output column separator. Default: '|'
         -stats               print memory stats before each finalize
         -table               set output mode to 'table'
         -tabs                set output mode to 'tabs'
         -version             show the SQLite version that is followed
      """;

  /** One of the options that take effect in their order. */
  record Step(String name, String value) {}

  private final String[] arguments;
  private int next;
  private String file;
  private String initFile;
  private String backend;
  private boolean readOnly;
  private boolean copy;
  private boolean batch;
  private boolean interactive;
  private boolean askKey;
  private boolean help;
  private boolean version;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();

  private Options(String[] arguments) {
    this.arguments = arguments;
  }

  /** @throws IllegalArgumentException with a message for the user */
  static Options parse(String[] arguments) {
    Options options = new Options(arguments);
    while (options.next < arguments.length) {
      options.take(arguments[options.next++]);
    }
    return options;
  }

  private void take(String argument) {
    if (!argument.startsWith("-") || argument.equals("-")) {
      if (file == null) {
        file = argument;
      } else {
        commands.add(argument);
      }
      return;
    }
    String name = argument.startsWith("--") ? argument.substring(2) : argument.substring(1);
    switch (name) {
      case "backend" -> backend = value(argument);
      case "batch" -> batch = true;
      case "deserialize" -> copy = true;
      case "help" -> help = true;
      case "init" -> initFile = value(argument);
      case "interactive" -> interactive = true;
      case "key" -> askKey = true;
      case "readonly" -> readOnly = true;
      case "version" -> version = true;
      case "cmd", "nonce", "newline", "nullvalue", "separator" -> steps.add(new Step(name, value(argument)));
      case "bail", "echo", "header", "noheader", "safe", "stats" -> steps.add(new Step(name, null));
      case "mmap", "maxsize", "vfs", "heap" -> value(argument); // there is nothing here that they would change
      case "lookaside", "pagecache" -> {
        value(argument);
        value(argument);
      }
      case "nofollow", "memtrace" -> {
        // nothing here would change
      }
      default -> {
        OutputMode mode = OutputMode.named(name);
        if (mode == null || !mode.label().equals(name) || mode.explanation().isEmpty() || mode == OutputMode.QBOX || mode == OutputMode.INSERT || mode == OutputMode.TCL) {
          throw new IllegalArgumentException("unknown option: " + argument + "\nUse -help for a list of options.");
        }
        steps.add(new Step("mode", name));
      }
    }
  }

  private String value(String option) {
    if (next == arguments.length) {
      throw new IllegalArgumentException("missing argument to " + option);
    }
    return arguments[next++];
  }

  /** The database; in memory if none is named. */
  String file() {
    return file == null ? ":memory:" : file;
  }

  boolean namesFile() {
    return file != null;
  }

  /** What runs instead of input that is read. */
  List<String> commands() {
    return commands;
  }

  List<Step> steps() {
    return steps;
  }

  /** The file of commands that are read first; null for the user's own, if there is one. */
  String initFile() {
    return initFile;
  }

  String backend() {
    return backend;
  }

  boolean readOnly() {
    return readOnly;
  }

  /** Whether a copy of the database in memory is used instead of it. */
  boolean copy() {
    return copy;
  }

  boolean batch() {
    return batch;
  }

  boolean interactive() {
    return interactive;
  }

  boolean askKey() {
    return askKey;
  }

  boolean help() {
    return help;
  }

  boolean version() {
    return version;
  }
}
