// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.engine.Backup;
import org.lumosql.engine.EngineException;

/** The statements that sqlite-jdbc knows beside SQL: {@code backup [DATABASE] to FILE} and {@code restore [DATABASE] from FILE}. */
final class BackupCommand {
  private BackupCommand() {}

  /** Runs the text if it is one of these; false if it is not. */
  static boolean run(LumoConnection connection, String sql) throws SQLException {
    char first = firstLetter(sql);
    if (first != 'b' && first != 'B' && first != 'r' && first != 'R') {
      return false;
    }
    Matcher matcher = Syntax.COMMAND.matcher(sql);
    if (!matcher.matches()) {
      return false;
    }
    boolean isBackup = matcher.group(1) != null;
    String database = unquoted(isBackup ? matcher.group(2) : matcher.group(4));
    String file = unquoted(matcher.group(5));
    org.lumosql.engine.Connection own = connection.engine();
    try (org.lumosql.engine.Connection other = org.lumosql.engine.Connection.open(file);
        Backup backup =
            isBackup
                ? own.backup(database == null ? "main" : database, other, "main")
                : other.backup("main", own, database == null ? "main" : database)) {
      backup.step(-1);
      return true;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  private static char firstLetter(String sql) {
    int i = 0;
    while (i < sql.length() && Character.isWhitespace(sql.charAt(i))) {
      i++;
    }
    return i < sql.length() ? sql.charAt(i) : 0;
  }

  private static String unquoted(String name) {
    if (name == null || name.length() < 2 || name.charAt(0) != '\'' && name.charAt(0) != '"') {
      return name;
    }
    return name.substring(1, name.length() - 1);
  }

  /** Apart, so that the pattern is compiled only for texts that begin like a command. */
  private static final class Syntax {
    static final Pattern COMMAND =
        Pattern.compile(
            "\\s*(?:(backup)(?:\\s+(\"[^\"]*\"|'[^']*'|\\S+))?\\s+to|(restore)(?:\\s+(\"[^\"]*\"|'[^']*'|\\S+))?\\s+from)\\s+(\"[^\"]*\"|'[^']*'|\\S+)\\s*;?\\s*",
            Pattern.CASE_INSENSITIVE);
  }
}
