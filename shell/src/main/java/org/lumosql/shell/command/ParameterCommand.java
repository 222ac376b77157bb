// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Parameters;
import org.lumosql.shell.session.Shell;

/** {@code .parameter}: values for the parameters of statements, kept in a temporary table. */
final class ParameterCommand {
  private ParameterCommand() {}

  static boolean parameter(Shell shell, Words words) {
    Connection connection = shell.connection();
    String action = words.count() == 0 ? "" : words.get(1);
    if (action.equals("clear") && words.count() == 1) {
      if (Parameters.exist(connection)) {
        connection.execute("DELETE FROM temp.sqlite_parameters");
      }
    } else if (action.equals("list") && words.count() == 1) {
      list(connection, shell.out());
    } else if (action.equals("init") && words.count() == 1) {
      Parameters.create(connection);
    } else if (action.equals("set") && words.count() == 3) {
      return set(shell, words.get(2), words.get(3));
    } else if (action.equals("unset") && words.count() == 2) {
      if (Parameters.exist(connection)) {
        connection.execute("DELETE FROM temp.sqlite_parameters WHERE key=" + SqlText.quote(words.get(2)));
      }
    } else {
      HelpCommand.show(shell.out(), "parameter");
      return true;
    }
    return true;
  }

  private static void list(Connection connection, Output out) {
    if (!Parameters.exist(connection)) {
      return;
    }
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int width = 0;
    try (Statement rows = connection.prepare("SELECT key, quote(value) FROM temp.sqlite_parameters")) {
      while (rows.step()) {
        names.add(rows.columnText(0));
        values.add(rows.columnText(1));
        width = Math.max(width, names.get(names.size() - 1).length());
      }
    }
    for (int i = 0; i < names.size(); i++) {
      out.print(names.get(i)).spaces(width - names.get(i).length()).print(' ').println(values.get(i));
    }
  }

  /** The value is an expression of SQL, or if that cannot be compiled a text. */
  private static boolean set(Shell shell, String name, String value) {
    Connection connection = shell.connection();
    Parameters.create(connection);
    String insert = "REPLACE INTO temp.sqlite_parameters(key,value)VALUES(" + SqlText.quote(name) + ",";
    try (Statement statement = connection.prepare(insert + value + ");")) {
      statement.step();
      return true;
    } catch (EngineException noExpression) {
      try {
        connection.execute(insert + SqlText.quote(value) + ");");
        return true;
      } catch (EngineException e) {
        shell.error("Error: " + e.getMessage());
        return true;
      }
    }
  }
}
