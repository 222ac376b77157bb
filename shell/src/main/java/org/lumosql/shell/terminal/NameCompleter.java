// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.terminal;

import java.util.List;
import java.util.Locale;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** Completes dot-commands, keywords, and the names of databases, tables, views and columns. */
final class NameCompleter implements Completer {
  private static final String NAMES =
      "SELECT name FROM pragma_database_list UNION SELECT name FROM pragma_table_list WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
          + "UNION SELECT c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type IN ('table','view')";

  private final Shell shell;
  private final List<String> commands;

  NameCompleter(Shell shell, List<String> commands) {
    this.shell = shell;
    this.commands = commands;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String word = line.word();
    if (word.startsWith(".")) {
      for (String command : commands) {
        add(candidates, "." + command, "command");
      }
      return;
    }
    addNames(candidates);
    boolean isLower = word.isEmpty() || Character.isLowerCase(word.charAt(0));
    for (String keyword : Keywords.ALL) {
      add(candidates, isLower ? keyword.toLowerCase(Locale.ROOT) : keyword, "keyword");
    }
  }

  private void addNames(List<Candidate> candidates) {
    try (Statement names = shell.connection().prepare(NAMES)) {
      while (names.step()) {
        add(candidates, SqlText.name(names.columnText(0)), "name");
      }
    } catch (EngineException noSchema) {
      return; // keywords can be completed all the same
    }
  }

  private static void add(List<Candidate> candidates, String text, String group) {
    candidates.add(new Candidate(text, text, group, null, null, null, true));
  }
}
