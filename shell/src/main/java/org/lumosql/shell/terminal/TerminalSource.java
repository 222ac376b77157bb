// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.lumosql.shell.session.LineSource;
import org.lumosql.shell.session.Shell;

/**
 * Commands typed at a terminal. A statement of several lines is edited, and kept in the history, as a whole. Control-C gives up what is being typed, or
 * stops the statement that runs; Control-D at an empty prompt ends the shell.
 */
public final class TerminalSource implements LineSource, AutoCloseable {
  private static final String HISTORY = ".lumosql_history";
  private static final int HISTORY_LINES = 2000;

  private final Shell shell;
  private final Terminal terminal;
  private final LineReader reader;
  private Terminal.SignalHandler before;

  /** @param commands the names of dot-commands */
  public TerminalSource(Shell shell, List<String> commands) throws IOException {
    this.shell = shell;
    this.terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    this.reader =
        LineReaderBuilder.builder()
            .appName("lumosql")
            .terminal(terminal)
            .parser(new StatementParser(shell))
            .completer(new NameCompleter(shell, commands))
            .highlighter(new SqlHighlighter(shell.settings()))
            .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), HISTORY))
            .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
            .variable(LineReader.INDENTATION, 0)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, shell.settings().continuationPrompt)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
  }

  @Override
  public String next(String pending) {
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, shell.settings().continuationPrompt);
    while (true) {
      try {
        return reader.readLine(pending.isEmpty() ? shell.settings().prompt : shell.settings().continuationPrompt);
      } catch (UserInterruptException e) {
        // what was typed is forgotten; the shell goes on
        if (!pending.isEmpty()) {
          return ";";
        }
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public void running(boolean isRunning) {
    if (isRunning) {
      before = terminal.handle(Terminal.Signal.INT, signal -> shell.interrupt());
    } else if (before != null) {
      terminal.handle(Terminal.Signal.INT, before);
      before = null;
    }
  }

  @Override
  public void close() throws IOException {
    reader.getHistory().save();
    terminal.close();
  }
}
