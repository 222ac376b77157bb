// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/**
 * Queries as people write them into views and triggers: tables under their own names, stars, columns with and without the table's name. The other grammars give each table an alias, so
 * that ALTER TABLE finds little to change in what they make.
 */
final class PlainQueryGrammar {
  private final Grammars grammars;
  private final Randomness random;

  PlainQueryGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /** A query of the tables of a database; null if there are none. */
  String make(String schema) {
    Set<String> temporary = grammars.schema().temporaryNames();
    List<Table> tables = new ArrayList<>();
    for (Table table : grammars.schema().tables()) {
      if (table.schema().equals(schema) && (schema.equals("temp") || !temporary.contains(table.name()))) {
        tables.add(table);
      }
    }
    if (tables.isEmpty()) {
      return null;
    }
    Table left = random.of(tables);
    Table right = random.of(tables);
    String compound = random.chance(12) ? random.of(" UNION ", " UNION ALL ", " EXCEPT ") + "SELECT " + column(left) + " FROM " + left.name() : "";
    if (!compound.isEmpty()) {
      return "SELECT " + column(left) + " FROM " + left.name() + condition(left, right) + compound + random.maybe(30, " ORDER BY 1");
    }
    if (left == right || random.chance(35)) {
      return single(left, right);
    }
    return random.maybe(10, "WITH w AS (SELECT " + left.name() + ".* FROM " + left.name() + ") ") + "SELECT " + items(left, right) + " FROM " + join(left, right) + condition(left, right);
  }

  private String single(Table table, Table other) {
    String name = table.name();
    return switch (random.below(8)) {
      case 0 -> "SELECT * FROM " + name;
      case 1 -> "SELECT " + name + ".* FROM " + name + random.maybe(30, " AS " + name) + condition(table, other);
      case 2 -> "SELECT " + plain(table) + "," + plain(table) + " AS x1 FROM " + name + condition(table, other) + random.maybe(40, " ORDER BY " + random.of("1", "x1", column(table)));
      case 3 -> "SELECT " + other.name() + "." + plain(table) + " FROM " + name + " AS " + other.name();
      case 4 -> "SELECT count(" + column(table) + "), " + column(table) + " FROM " + name + condition(table, other) + " GROUP BY " + column(table) + random.maybe(30, " HAVING max(" + column(table) + ") IS NOT NULL");
      case 5 -> "SELECT q1.*, q1." + plain(table) + " FROM (" + name + ") AS q1";
      case 6 -> "SELECT " + name + ".* FROM (SELECT " + random.of("*", name + ".*", plain(table)) + " FROM " + name + ") AS " + name;
      default -> "SELECT " + column(table) + ", (SELECT " + column(other) + " FROM " + other.name() + random.maybe(50, " AS q2") + " LIMIT 1) FROM " + name;
    };
  }

  private String items(Table left, Table right) {
    return switch (random.below(5)) {
      case 0 -> left.name() + ".*";
      case 1 -> right.name() + ".*, " + column(left);
      case 2 -> "1";
      default -> qualified(left) + ", " + qualified(right) + random.maybe(30, " AS " + plain(left));
    };
  }

  private String join(Table left, Table right) {
    String one = left.name();
    String other = right.name();
    String shared = left.columns().stream().filter(column -> right.columns().stream().anyMatch(same -> same.name().equals(column.name()))).map(SchemaModel.Column::name).findFirst().orElse(null);
    return switch (random.below(shared == null ? 4 : 7)) {
      case 0 -> one + ", " + other;
      case 1 -> one + random.of(" JOIN ", " LEFT JOIN ", " RIGHT JOIN ") + other + " ON " + qualified(left) + "=" + qualified(right);
      case 2 -> "(" + one + " JOIN " + other + " ON " + qualified(left) + "=" + qualified(right) + ")";
      case 3 -> one + random.of(" JOIN ", " LEFT JOIN ") + "(" + other + ")";
      case 4 -> one + " NATURAL JOIN " + other;
      default -> one + random.of(" JOIN ", " LEFT JOIN ", " FULL JOIN ") + other + " USING(" + shared + ")";
    };
  }

  private String condition(Table left, Table right) {
    return switch (random.below(9)) {
      case 0 -> " WHERE " + qualified(left) + " IN (SELECT " + plain(right) + " FROM " + right.name() + ")";
      case 1 -> " WHERE EXISTS (SELECT 1 FROM " + right.name() + " AS q3 WHERE q3." + plain(right) + "=" + qualified(left) + ")";
      case 2 -> " WHERE (" + qualified(left) + "," + qualified(left) + ") IN (SELECT " + qualified(right) + "," + plain(right) + " FROM " + right.name() + ")";
      case 3 -> " WHERE " + qualified(left) + " IS NOT NULL";
      case 4 -> right.columns().size() == 1 ? " WHERE " + qualified(left) + " IN " + right.name() : "";
      default -> "";
    };
  }

  private String plain(Table table) {
    return random.of(table.columns()).name();
  }

  private String qualified(Table table) {
    return table.name() + "." + plain(table);
  }

  private String column(Table table) {
    return switch (random.below(6)) {
      case 0, 1 -> plain(table);
      case 2 -> table.schema() + "." + qualified(table);
      default -> qualified(table);
    };
  }
}
