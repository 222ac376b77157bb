// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lumosql.convert.ConvertCommand;
import org.lumosql.shell.command.CommandTable;
import org.lumosql.shell.command.ShellFunctions;
import org.lumosql.shell.output.Format;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.OutputMode;
import org.lumosql.shell.session.LineSource;
import org.lumosql.shell.session.SafeMode;
import org.lumosql.shell.session.Settings;
import org.lumosql.shell.session.Shell;
import org.lumosql.shell.terminal.TerminalSource;

/** Entry of the command line: {@code lumosql [OPTIONS] [FILE [SQL…]]}. */
public final class Main {
  private static final String INIT_FILE = ".lumosqlrc";

  private final Options options;
  private final CommandTable commands = new CommandTable();
  private final Shell shell;
  private final Output out;
  private final Output err;

  private Main(Options options, Output out, Output err, Path directory) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.shell = new Shell(out, err, commands, directory);
  }

  /** Exits with 0 if all went well; otherwise with the result code of the failed command, or 1. */
  public static void main(String[] arguments) throws IOException {
    if (isConversion(arguments)) {
      System.exit(convert(arguments, System.out, System.err));
    }
    Output out = new Output(new FileOutputStream(FileDescriptor.out));
    Output err = new Output(new FileOutputStream(FileDescriptor.err));
    int status = run(arguments, new FileInputStream(FileDescriptor.in), out, err, System.console() != null, Path.of(""));
    System.exit(status);
  }

  /** Runs a command line over streams of the caller's, in a directory of the caller's, for a program that has a shell within. */
  public static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err, Path directory) throws IOException {
    if (isConversion(arguments)) {
      return convert(arguments, out, err);
    }
    return run(arguments, in, new Output(out), new Output(err), false, directory.toAbsolutePath());
  }

  private static boolean isConversion(String[] arguments) {
    return arguments.length > 0 && arguments[0].equals("convert");
  }

  private static int convert(String[] arguments, OutputStream out, OutputStream err) {
    PrintStream output = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ConvertCommand(output, errors).run(List.of(arguments).subList(1, arguments.length));
  }

  private static int run(String[] arguments, InputStream in, Output out, Output err, boolean terminal, Path directory)
      throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.print("lumosql: Error: ").println(e.getMessage()).flush();
      return 1;
    }
    if (options.help()) {
      out.print(Options.HELP).flush();
      return 0;
    }
    Main main = new Main(options, out, err, directory.toAbsolutePath());
    try {
      return main.run(in, terminal);
    } catch (SafeMode.Violation e) {
      main.shell.error(e.getMessage());
      return 1;
    } finally {
      main.shell.close();
      out.flush();
      err.flush();
    }
  }

  private int run(InputStream in, boolean terminal) throws IOException {
    shell.setConnectionSetup(connection -> ShellFunctions.addTo(connection, shell));
    if (options.version()) {
      return shell.run("SELECT sqlite_version()");
    }
    shell.setReadOnly(options.readOnly());
    if (options.backend() != null) {
      shell.setParameter("backend", options.backend());
    }
    boolean isInteractive = (terminal || options.interactive()) && !options.batch() && options.commands().isEmpty();
    shell.settings().progressBars = terminal && !options.batch();
    if (options.askKey() && !askKey()) {
      return 1;
    }
    boolean opened = options.copy() && options.namesFile() ? shell.openCopy(options.file()) : shell.open(options.file());
    if (!opened) {
      return 1;
    }
    if (!readInitFile(isInteractive)) {
      return 1;
    }
    for (Options.Step step : options.steps()) {
      int status = apply(step);
      if (shell.hasQuit() || status != 0 && shell.settings().bail) {
        return status;
      }
    }
    if (!options.commands().isEmpty()) {
      return shell.runAll(options.commands());
    }
    if (isInteractive && terminal) {
      return readTerminal(in);
    }
    return readInput(in, isInteractive);
  }

  private int readInput(InputStream in, boolean isInteractive) throws IOException {
    BufferedReader input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    if (!isInteractive) {
      return shell.readAll(LineSource.of(input));
    }
    PromptingSource.greet(shell, options.namesFile());
    return shell.readAll(new PromptingSource(input, shell));
  }

  /** Lets a person type; without editing if the jars for that are not there. */
  private int readTerminal(InputStream in) throws IOException {
    TerminalSource source;
    try {
      source = new TerminalSource(shell, commands.names());
    } catch (LinkageError noEditor) {
      return readInput(in, true);
    }
    try (source) {
      PromptingSource.greet(shell, options.namesFile());
      return shell.readAll(source);
    }
  }

  /** Asks for the key of the database, which is not shown. False if there is nobody to be asked. */
  private boolean askKey() {
    Console console = System.console();
    char[] key = console == null ? null : console.readPassword("key: ");
    if (key == null) {
      err.print("lumosql: Error: a key can be typed at a terminal only\n").flush();
      return false;
    }
    shell.setKey(key);
    return true;
  }

  /** Runs the commands of the file that {@code -init} names, or of the user's own. */
  private boolean readInitFile(boolean isInteractive) throws IOException {
    String name = options.initFile();
    if (name == null && !isInteractive) {
      return true;
    }
    Path file = name == null ? Path.of(System.getProperty("user.home"), INIT_FILE) : shell.resolve(name);
    if (!Files.isReadable(file)) {
      if (name != null) {
        err.print("cannot open: \"").print(name).print("\"\n").flush();
      }
      return true;
    }
    if (isInteractive) {
      err.print("-- Loading resources from ").println(file.toString()).flush();
    }
    try (BufferedReader input = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return shell.read(LineSource.of(input)) == 0 || !shell.settings().bail;
    }
  }

  /** Does what an option says. Returns the exit status if it were the last. */
  private int apply(Options.Step step) {
    Settings settings = shell.settings();
    Format format = settings.format;
    switch (step.name()) {
      case "bail" -> settings.bail = true;
      case "safe" -> {
        shell.safeMode().begin();
        shell.safeMode().watch(shell.connection());
      }
      case "nonce" -> shell.safeMode().setNonce(step.value());
      case "echo" -> settings.echo = true;
      case "stats" -> settings.stats = true;
      case "header", "noheader" -> {
        format.headers = step.name().equals("header");
        format.headersChosen = true;
      }
      case "nullvalue" -> format.nullValue = step.value();
      case "separator" -> format.separator = step.value();
      case "newline" -> format.rowSeparator = step.value();
      case "mode" -> {
        OutputMode mode = OutputMode.named(step.value());
        format.chooseByOption(mode);
      }
      default -> {
        return shell.run(step.value());
      }
    }
    return 0;
  }
}
