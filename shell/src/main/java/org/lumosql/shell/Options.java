// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for. Options are spelled as those of {@code sqlite3}, with one dash or two.
 *
 * @param file name of the database, {@code :memory:} if none is given
 * @param first SQL and dot-commands to run before anything else ({@code -cmd})
 * @param commands SQL and dot-commands to run instead of reading input
 */
record Options(
    String file,
    List<String> first,
    List<String> commands,
    OutputMode mode,
    boolean headers,
    boolean headersChosen,
    String separator,
    String nullValue,
    boolean readOnly,
    boolean bail,
    boolean batch,
    boolean echo,
    String backend,
    boolean help,
    boolean version) {
  static final String HELP =
      """
      Usage: lumosql [OPTIONS] [FILENAME [SQL...]]
      FILENAME is the name of a database. A new database is created
      if the file does not previously exist. Defaults to :memory:.
      OPTIONS include:
         -backend NAME        storage engine of a new database
         -bail                stop after hitting an error
         -batch               force batch I/O
         -cmd COMMAND         run "COMMAND" before reading stdin
         -column              set output mode to 'column'
         -csv                 set output mode to 'csv'
         -echo                print inputs before execution
         -[no]header          turn headers on or off
         -help                show this message
         -line                set output mode to 'line'
         -list                set output mode to 'list'
         -nullvalue TEXT      set text string for NULL values. Default ''
         -quote               set output mode to 'quote'
         -readonly            open the database read-only
         -separator SEP       set output column separator. Default: '|'
         -tabs                set output mode to 'tabs'
         -version             show the SQLite version that is followed
      """;

  static Options parse(String[] arguments) {
    Parser parser = new Parser(arguments);
    parser.parse();
    return parser.options();
  }

  private static final class Parser {
    private final String[] arguments;
    private int next;
    private String file;
    private final List<String> first = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private OutputMode mode = OutputMode.LIST;
    private boolean headers;
    private boolean headersChosen;
    private String separator;
    private String nullValue = "";
    private boolean readOnly;
    private boolean bail;
    private boolean batch;
    private boolean echo;
    private String backend;
    private boolean help;
    private boolean version;

    Parser(String[] arguments) {
      this.arguments = arguments;
    }

    void parse() {
      while (next < arguments.length) {
        String argument = arguments[next++];
        if (!argument.startsWith("-") || argument.equals("-")) {
          if (file == null) {
            file = argument;
          } else {
            commands.add(argument);
          }
        } else {
          option(argument.startsWith("--") ? argument.substring(2) : argument.substring(1), argument);
        }
      }
    }

    private void option(String name, String written) {
      switch (name) {
        case "backend" -> backend = value(written);
        case "bail" -> bail = true;
        case "batch" -> batch = true;
        case "cmd" -> first.add(value(written));
        case "echo" -> echo = true;
        case "header" -> chooseHeaders(true);
        case "noheader" -> chooseHeaders(false);
        case "help" -> help = true;
        case "nullvalue" -> nullValue = value(written);
        case "readonly" -> readOnly = true;
        case "version" -> version = true;
        case "separator" -> separator = value(written);
        default -> {
          OutputMode chosen = OutputMode.named(name);
          if (chosen == null || !chosen.label().equals(name)) {
            throw new IllegalArgumentException("unknown option: " + written + "\nUse -help for a list of options.");
          }
          mode = chosen;
          if (chosen == OutputMode.CSV || chosen == OutputMode.QUOTE || chosen == OutputMode.TABS) {
            separator = chosen.separator();
          }
        }
      }
    }

    private void chooseHeaders(boolean on) {
      headers = on;
      headersChosen = true;
    }

    private String value(String option) {
      if (next == arguments.length) {
        throw new IllegalArgumentException("missing argument to " + option);
      }
      return arguments[next++];
    }

    Options options() {
      return new Options(
          file == null ? ":memory:" : file,
          List.copyOf(first),
          List.copyOf(commands),
          mode,
          headers,
          headersChosen,
          separator == null ? mode.separator() : separator,
          nullValue,
          readOnly,
          bail,
          batch,
          echo,
          backend,
          help,
          version);
    }
  }
}
