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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.engine.EngineException;

/** The dot-commands, one entry each in the constructor. */
final class DotCommands {
  private final Shell shell;
  private final Map<String, Command> commands = new TreeMap<>();

  /** @param usage name and arguments, a question mark around optional ones */
  private record Command(String usage, String purpose, Body body) {}

  /** Says false if it failed, after a message. */
  private interface Body {
    boolean run(List<String> arguments) throws IOException;
  }

  DotCommands(Shell shell) {
    this.shell = shell;
    add(".bail on|off", "Stop after hitting an error.  Default OFF", this::bail);
    add(".databases", "List names and files of attached databases", this::databases);
    add(".echo on|off", "Turn command echo on or off", this::echo);
    add(".exit ?CODE?", "Exit this program with return-code CODE", this::exit);
    add(".headers on|off", "Turn display of headers on or off", this::headers);
    add(".help ?PATTERN?", "Show help text for PATTERN", this::help);
    add(".indexes ?TABLE?", "Show names of indexes", this::indexes);
    add(".mode MODE", "Set output mode", this::mode);
    add(".nullvalue STRING", "Use STRING in place of NULL values", this::nullValue);
    add(".open FILE", "Close existing database and reopen FILE", this::open);
    add(".print STRING...", "Print literal STRING", this::print);
    add(".quit", "Exit this program", this::quit);
    add(".read FILE", "Read input from FILE", this::read);
    add(".schema ?PATTERN?", "Show the CREATE statements matching PATTERN", this::schema);
    add(".separator COL ?ROW?", "Change the column and row separators", this::separator);
    add(".tables ?TABLE?", "List names of tables matching LIKE pattern TABLE", this::tables);
    add(".testctrl optimizations ?MASK|+NAME|-NAME...?", "Switch optimizations on and off", this::testControl);
  }

  private void add(String usage, String purpose, Body body) {
    commands.put(usage.split(" ")[0].substring(1), new Command(usage, purpose, body));
  }

  /** Runs a line that begins with a dot. False after an error. */
  boolean run(String line) {
    List<String> words = split(line.substring(1));
    if (words.isEmpty()) {
      return true;
    }
    Command command = find(words.get(0));
    if (command == null) {
      shell.error(
          "Error: unknown command or invalid arguments:  \"" + words.get(0) + "\". Enter \".help\" for help");
      return false;
    }
    try {
      return command.body().run(words.subList(1, words.size()));
    } catch (EngineException | IOException e) {
      shell.error("Error: " + e.getMessage());
      return false;
    } catch (UsageException e) {
      shell.error("Usage: " + command.usage());
      return false;
    }
  }

  /** A command has too few or too many arguments. */
  private static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The command of a name, or the first whose name begins so. */
  private Command find(String name) {
    Command exact = commands.get(name.equals("indices") ? "indexes" : name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Command> entry : commands.entrySet()) {
      if (entry.getKey().startsWith(name)) {
        return entry.getValue();
      }
    }
    return null;
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
        String word = line.substring(at + 1, end);
        words.add(c == '"' ? unescape(word) : word);
        at = end + 1;
      } else {
        end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
          end++;
        }
        words.add(unescape(line.substring(at, end)));
        at = end;
      }
    }
    return words;
  }

  /** Resolves the backslash escapes of a word that is not in single quotes. */
  private static String unescape(String word) {
    return word.indexOf('\\') < 0
        ? word
        : word.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r")
            .replace("\\\"", "\"").replace('\0', '\\');
  }

  // ---- arguments ---------------------------------------------------------------------------------------------------------------

  /** The only argument. */
  private static String one(List<String> arguments) {
    if (arguments.size() != 1) {
      throw new UsageException();
    }
    return arguments.get(0);
  }

  /** The only argument, or null. */
  private static String oneOrNone(List<String> arguments) {
    return arguments.isEmpty() ? null : one(arguments);
  }

  private boolean isOn(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on", "yes" -> true;
      case "off", "no" -> false;
      default -> {
        if (word.matches("[0-9]+")) {
          yield !word.matches("0+");
        }
        shell.error("ERROR: Not a boolean value: \"" + word + "\". Assuming \"no\".");
        yield false;
      }
    };
  }

  private SchemaPrinter printer() {
    return new SchemaPrinter(shell.connection(), shell.out());
  }

  // ---- bodies ------------------------------------------------------------------------------------------------------------------

  private boolean bail(List<String> arguments) {
    shell.settings().bail = isOn(one(arguments));
    return true;
  }

  private boolean echo(List<String> arguments) {
    shell.settings().echo = isOn(one(arguments));
    return true;
  }

  private boolean headers(List<String> arguments) {
    shell.settings().headers = isOn(one(arguments));
    shell.settings().headersChosen = true;
    return true;
  }

  private boolean nullValue(List<String> arguments) {
    shell.settings().nullValue = one(arguments);
    return true;
  }

  private boolean separator(List<String> arguments) {
    if (arguments.isEmpty() || arguments.size() > 2) {
      throw new UsageException();
    }
    shell.settings().separator = arguments.get(0);
    if (arguments.size() == 2) {
      shell.settings().rowSeparator = arguments.get(1);
    }
    return true;
  }

  private boolean mode(List<String> arguments) {
    String name = oneOrNone(arguments);
    Settings settings = shell.settings();
    if (name == null) {
      String options = settings.mode == OutputMode.COLUMN ? " --wrap 60 --wordwrap off --noquote" : "";
      String label = settings.mode == OutputMode.TABS ? "list" : settings.mode.label();
      shell.out().println("current output mode: " + label + options);
      return true;
    }
    OutputMode mode = OutputMode.named(name);
    if (mode == null) {
      shell.error("Error: mode should be one of: " + OutputMode.labels());
      return false;
    }
    settings.use(mode);
    return true;
  }

  private boolean help(List<String> arguments) {
    String pattern = oneOrNone(arguments);
    String name = pattern == null ? "" : pattern.startsWith(".") ? pattern.substring(1) : pattern;
    boolean found = false;
    for (Map.Entry<String, Command> entry : commands.entrySet()) {
      if (entry.getKey().startsWith(name)) {
        found = true;
        shell.out().printf("%-24s %s%n", entry.getValue().usage(), entry.getValue().purpose());
      }
    }
    if (!found) {
      shell.out().println("Nothing matches '" + pattern + "'");
    } else if (name.equals("mode")) {
      shell.out().println("   MODE is one of:");
      for (OutputMode mode : OutputMode.values()) {
        shell.out().printf("     %-11s %s%n", mode.label(), mode.explanation());
      }
    }
    return true;
  }

  private boolean print(List<String> arguments) {
    shell.out().println(String.join(" ", arguments));
    return true;
  }

  private boolean open(List<String> arguments) {
    shell.open(arguments.isEmpty() ? ":memory:" : one(arguments));
    return true;
  }

  private boolean read(List<String> arguments) throws IOException {
    Path file = Path.of(one(arguments));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      shell.error("Error: cannot open \"" + file + "\"");
      return false;
    }
    try (BufferedReader input = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return shell.read(input, false) == 0;
    }
  }

  private boolean exit(List<String> arguments) {
    String status = oneOrNone(arguments);
    shell.quit(status != null && status.matches("[0-9]{1,9}") ? Integer.parseInt(status) & 0xFF : 0);
    return true;
  }

  private boolean quit(List<String> arguments) {
    shell.quit(0);
    return true;
  }

  private boolean databases(List<String> arguments) {
    printer().databases();
    return true;
  }

  private boolean schema(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.get(0).startsWith("--")) {
      shell.error("Unknown option: \"" + arguments.get(0) + "\"");
      return false;
    }
    printer().schema(oneOrNone(arguments));
    return true;
  }

  private boolean tables(List<String> arguments) {
    printer().tables(arguments.isEmpty() ? null : arguments.get(0));
    return true;
  }

  private boolean indexes(List<String> arguments) {
    printer().indexes(oneOrNone(arguments));
    return true;
  }

  private boolean testControl(List<String> arguments) throws IOException {
    if (arguments.isEmpty() || !"optimizations".startsWith(arguments.get(0).toLowerCase(Locale.ROOT))) {
      throw new UsageException();
    }
    try {
      new OptimisationSwitches(shell.connection()).change(arguments.subList(1, arguments.size()), shell.out());
      return true;
    } catch (IllegalArgumentException e) {
      shell.error("Error: " + e.getMessage());
      return false;
    }
  }
}
