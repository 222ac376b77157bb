// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.SqlText;
import org.lumosql.shell.session.Shell;

/** {@code .sha3sum}: a hash of what tables hold, whatever the file looks like. */
final class ContentHash {
  private final Shell shell;
  private String like;
  private boolean separate;
  private boolean withSchema;
  private int bits = Sha3.DEFAULT_BITS;

  ContentHash(Shell shell) {
    this.shell = shell;
  }

  boolean run(Words words) {
    for (String word : words.from(1)) {
      String option = Words.option(word);
      if (option == null) {
        if (like != null) {
          shell.error("Usage: ." + words.name() + " ?OPTIONS? ?LIKE-PATTERN?");
          HelpCommand.show(shell.out(), words.name());
          return false;
        }
        like = word;
        separate = true;
        withSchema |= "sqlite\\_%".equals(word);
      } else if (option.equals("schema")) {
        withSchema = true;
      } else if (option.equals("sha3-224") || option.equals("sha3-256") || option.equals("sha3-384") || option.equals("sha3-512")) {
        bits = Integer.parseInt(option.substring(5));
      } else {
        shell.error("Unknown option \"" + word + "\" on \"" + words.name() + "\"");
        return false;
      }
    }
    hash();
    return true;
  }

  private void hash() {
    Connection connection = shell.connection();
    String names =
        "SELECT lower(name) AS tname FROM sqlite_schema WHERE type='table' AND coalesce(rootpage,0)>1"
            + (withSchema ? " UNION ALL SELECT 'sqlite_schema'" : " AND name NOT LIKE 'sqlite_%'")
            + " ORDER BY 1 COLLATE nocase";
    List<String> queries = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    try (Statement rows = connection.prepare("SELECT tname FROM (" + names + ") WHERE ?1 IS NULL OR tname LIKE ?1 ESCAPE '\\'")) {
      rows.bindText(1, like);
      while (rows.step()) {
        String name = rows.columnText(0);
        labels.add(name);
        queries.add(query(name));
      }
    }
    if (queries.isEmpty()) {
      return;
    }
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < queries.size(); i++) {
      values.append(values.length() == 0 ? "(" : ",(").append(SqlText.quote(queries.get(i))).append(',').append(SqlText.quote(labels.get(i))).append(')');
    }
    String with = "WITH [sha3sum$query](a,b) AS (VALUES" + values + ")";
    shell.runQuery(
        separate
            ? with + "SELECT lower(hex(sha3_query(a," + bits + "))) AS hash, b AS label FROM [sha3sum$query]"
            : with + "SELECT lower(hex(sha3_query(group_concat(a,'')," + bits + "))) AS hash FROM [sha3sum$query]");
  }

  private static String query(String table) {
    return switch (table) {
      case "sqlite_schema" -> "SELECT type,name,tbl_name,sql FROM sqlite_schema ORDER BY name;";
      case "sqlite_sequence" -> "SELECT name,seq FROM sqlite_sequence ORDER BY name;";
      case "sqlite_stat1" -> "SELECT tbl,idx,stat FROM sqlite_stat1 ORDER BY tbl,idx;";
      case "sqlite_stat4" -> "SELECT * FROM " + table + " ORDER BY tbl, idx, rowid;\n";
      default -> "SELECT * FROM " + SqlText.identifier(table) + " NOT INDEXED;";
    };
  }
}
