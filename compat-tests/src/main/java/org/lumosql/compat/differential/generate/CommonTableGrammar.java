// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** WITH clauses. */
final class CommonTableGrammar {
  /** A clause, with a space behind it, and the tables that it defines. */
  record With(String text, List<Table> tables) {}

  private final Grammars grammars;
  private final Randomness random;

  CommonTableGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  With make(Scope scope) {
    List<Table> tables = new ArrayList<>();
    StringBuilder text = new StringBuilder("WITH ").append(random.maybe(40, "RECURSIVE "));
    for (int i = random.of(1, 1, 2); i > 0; i--) {
      String name = grammars.fresh("w");
      String body;
      List<Column> columns = new ArrayList<>();
      if (random.chance(45)) {
        body = recursive(name, columns);
      } else {
        int width = random.between(1, 3);
        Query query = grammars.queries.derived(scope.derived().withCommonTables(tables), width);
        body = query.text();
        query.columns().forEach(column -> columns.add(FromGrammar.column(grammars.fresh("x"), column.declaredType())));
      }
      text.append(tables.isEmpty() ? "" : ", ").append(name).append('(').append(String.join(",", columns.stream().map(Column::name).toList())).append(") AS ");
      text.append(random.of("", "", "", "MATERIALIZED ", "NOT MATERIALIZED ")).append('(').append(body).append(')');
      tables.add(new Table("main", name, true, false, false, false, columns, List.of()));
    }
    return new With(text.append(' ').toString(), tables);
  }

  private String recursive(String name, List<Column> columns) {
    String number = grammars.fresh("x");
    columns.add(FromGrammar.column(number, "INT"));
    String union = random.of(" UNION ALL ", " UNION ");
    int bound = random.between(2, 12);
    return switch (random.below(4)) {
      case 0 -> "VALUES(" + random.between(-2, 2) + ")" + union + "SELECT " + number + "+1 FROM " + name + " WHERE " + number + "<" + bound + order();
      case 1 -> { // a second column that grows
        String other = grammars.fresh("x");
        columns.add(FromGrammar.column(other, "TEXT"));
        yield "SELECT 1,'a'" + union + "SELECT " + number + "+1," + other + "||" + number + " FROM " + name + " WHERE " + number + "<" + bound;
      }
      case 2 -> { // two branches of a tree
        yield "VALUES(1)" + union + "SELECT " + number + "*2 FROM " + name + " WHERE " + number + "<" + bound + union + "SELECT " + number + "*2+1 FROM " + name
            + " WHERE " + number + "<" + bound + order();
      }
      default -> overTable(name, number);
    };
  }

  private String order() {
    return random.maybe(30, " ORDER BY 1" + random.maybe(50, " DESC")) + random.maybe(15, " LIMIT " + random.between(0, 40));
  }

  /** Walks along the rows of a table; UNION makes it end. */
  private String overTable(String name, String number) {
    List<Table> tables = grammars.schema().tables();
    if (tables.isEmpty()) {
      return "VALUES(1) UNION SELECT (" + number + "+3)%7 FROM " + name;
    }
    Table table = random.of(tables);
    String first = random.of(table.columns()).name();
    String second = random.of(table.columns()).name();
    return "SELECT " + random.of("min(", "max(") + first + ") FROM " + table.text() + " UNION SELECT t." + second + " FROM " + name + " JOIN " + table.text() + " AS t ON t." + first
        + random.of("=", "=", "<=", ">") + name + "." + number;
  }
}
