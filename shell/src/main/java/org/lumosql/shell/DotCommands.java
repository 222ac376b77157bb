// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** The dot-commands, one line each in the constructor. */
final class DotCommands {
  private final Shell shell;
  private final Map<String, Command> commands = new TreeMap<>();

  private record Command(String usage, Body body) {}

  private interface Body {
    void run(List<String> arguments) throws IOException;
  }

  DotCommands(Shell shell) {
    this.shell = shell;
    add(".bail on|off", arguments -> shell.settings().bail = isOn(arguments));
    add(".databases", this::databases);
    add(".echo on|off", arguments -> shell.settings().echo = isOn(arguments));
    add(".exit", arguments -> shell.quit());
    add(".headers on|off", arguments -> shell.settings().headers = isOn(arguments));
    add(".help", this::help);
    add(".indexes ?TABLE?", this::indexes);
    add(".mode MODE", this::mode);
    add(".nullvalue STRING", arguments -> shell.settings().nullValue = argument(arguments, 0));
    add(".open FILE", arguments -> shell.open(argument(arguments, 0)));
    add(".quit", arguments -> shell.quit());
    add(".read FILE", this::read);
    add(".schema ?PATTERN?", this::schema);
    add(".separator COL", arguments -> shell.settings().separator = unescape(argument(arguments, 0)));
    add(".tables ?PATTERN?", this::tables);
  }

  private void add(String usage, Body body) {
    String name = usage.split(" ")[0].substring(1);
    commands.put(name, new Command(usage, body));
  }

  /** Runs a line that begins with a dot. False after an error. */
  boolean run(String line) {
    List<String> words = split(line.substring(1));
    Command command = words.isEmpty() ? null : find(words.get(0));
    if (command == null) {
      shell.error(
          "unknown command or invalid arguments:  \"" + (words.isEmpty() ? "" : words.get(0))
              + "\". Enter \".help\" for help");
      return false;
    }
    try {
      command.body().run(words.subList(1, words.size()));
      return true;
    } catch (EngineException | IOException e) {
      shell.error(e.getMessage());
      return false;
    } catch (IllegalArgumentException e) {
      shell.error("Usage: " + command.usage());
      return false;
    }
  }

  /** The command of a name, or of the only name that begins so. */
  private Command find(String name) {
    Command exact = commands.get(name);
    if (exact != null) {
      return exact;
    }
    List<Command> matches = new ArrayList<>();
    commands.forEach(
        (full, command) -> {
          if (full.startsWith(name)) {
            matches.add(command);
          }
        });
    return matches.size() == 1 ? matches.get(0) : null;
  }

  private static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end;
      if (c == '\'' || c == '"') {
        end = line.indexOf(c, at + 1);
        end = end < 0 ? line.length() : end;
        words.add(line.substring(at + 1, end));
        at = end + 1;
      } else {
        end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
          end++;
        }
        words.add(line.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static String argument(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException();
    }
    return arguments.get(index);
  }

  private static boolean isOn(List<String> arguments) {
    String word = argument(arguments, 0);
    return word.equals("on") || word.equals("yes") || word.equals("1");
  }

  private static String unescape(String text) {
    return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
  }

  // ---- bodies ------------------------------------------------------------------------------------------------------------------

  private void help(List<String> arguments) {
    commands.values().forEach(command -> shell.out().println(command.usage()));
  }

  private void mode(List<String> arguments) {
    OutputMode mode = OutputMode.named(argument(arguments, 0));
    if (mode == null) {
      throw new IllegalArgumentException();
    }
    shell.settings().mode = mode;
    shell.settings().separator = mode.separator();
    if (mode == OutputMode.COLUMN) {
      shell.settings().headers = true;
    }
  }

  private void read(List<String> arguments) throws IOException {
    Path file = Path.of(argument(arguments, 0));
    if (!Files.isReadable(file)) {
      throw new IOException("cannot open \"" + file + "\"");
    }
    try (BufferedReader input = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      shell.readFrom(input, false);
    }
  }

  private void databases(List<String> arguments) {
    try (Statement rows = shell.connection().prepare("PRAGMA database_list")) {
      while (rows.step()) {
        String name = rows.columnText(1);
        String file = rows.columnText(2);
        String access = Boolean.TRUE.equals(shell.connection().isReadOnly(name)) ? "r/o" : "r/w";
        shell.out().println(name + ": " + (file == null || file.isEmpty() ? "\"\"" : file) + " " + access);
      }
    }
  }

  private void schema(List<String> arguments) {
    boolean all = arguments.isEmpty();
    try (Statement rows =
        shell
            .connection()
            .prepare(
                "SELECT sql FROM (SELECT sql, type, tbl_name, name, rowid x FROM sqlite_schema UNION ALL"
                    + " SELECT sql, type, tbl_name, name, rowid FROM sqlite_temp_schema)"
                    + " WHERE sql IS NOT NULL AND (?1 IS NULL OR lower(tbl_name) LIKE ?1 ESCAPE '\\'"
                    + " OR lower(name) LIKE ?1 ESCAPE '\\') ORDER BY x")) {
      rows.bindText(1, all ? null : arguments.get(0).toLowerCase(java.util.Locale.ROOT));
      while (rows.step()) {
        shell.out().println(rows.columnText(0) + ";");
      }
    }
  }

  private void tables(List<String> arguments) {
    List<String> names = new ArrayList<>();
    try (Statement rows =
        shell
            .connection()
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type IN ('table','view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                    + " AND name LIKE ?1 UNION ALL SELECT 'temp.'||name FROM sqlite_temp_schema"
                    + " WHERE type IN ('table','view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name LIKE ?1"
                    + " ORDER BY 1")) {
      rows.bindText(1, arguments.isEmpty() ? "%" : arguments.get(0));
      while (rows.step()) {
        names.add(rows.columnText(0));
      }
    }
    printInColumns(names);
  }

  private void indexes(List<String> arguments) {
    List<String> names = new ArrayList<>();
    try (Statement rows =
        shell
            .connection()
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type='index' AND tbl_name LIKE ?1 UNION ALL"
                    + " SELECT name FROM sqlite_temp_schema WHERE type='index' AND tbl_name LIKE ?1 ORDER BY 1")) {
      rows.bindText(1, arguments.isEmpty() ? "%" : arguments.get(0));
      while (rows.step()) {
        names.add(rows.columnText(0));
      }
    }
    printInColumns(names);
  }

  /** Names in as many columns as fit 80 characters, down each column first. */
  private void printInColumns(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    int width = names.stream().mapToInt(String::length).max().orElse(1);
    int columns = Math.max(1, 80 / (width + 2));
    int rows = (names.size() + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = row; i < names.size(); i += rows) {
        line.append(i < rows ? "" : "  ").append(names.get(i)).append(" ".repeat(width - names.get(i).length()));
      }
      shell.out().println(line);
    }
  }
}
