// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** INSERT, REPLACE, UPDATE and DELETE, as statements and in the bodies of triggers. */
final class ChangeGrammar {
  private static final String[] CONFLICTS = {" OR IGNORE", " OR REPLACE", " OR ABORT", " OR FAIL", " OR ROLLBACK", " OR IGNORE", " OR REPLACE"};

  private final Grammars grammars;
  private final Randomness random;
  private final UpsertGrammar upserts;

  ChangeGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    upserts = new UpsertGrammar(grammars);
  }

  /** A statement that changes a table; views are changed if a trigger does it instead. */
  Generated statement() {
    List<Table> tables = grammars.schema().baseTables();
    if (tables.isEmpty()) {
      return grammars.definitions.createTable();
    }
    Table table = random.of(tables);
    List<Table> views = grammars.schema().views();
    if (!views.isEmpty() && random.chance(6)) {
      table = random.of(views);
    }
    int kind = random.below(10);
    if (kind < 5) {
      return Generated.change(insert(table, Scope.empty(), false));
    }
    Scope scope = Scope.empty();
    String head = "";
    if (grammars.wants(Feature.COMMON_TABLES, 6)) {
      CommonTableGrammar.With with = grammars.commonTables.make(scope);
      scope = scope.withCommonTables(with.tables());
      head = with.text();
    }
    return Generated.change(head + (kind < 8 ? update(table, scope, false) : delete(table, scope, false)));
  }

  /** Rows for a table that was just made. */
  Generated fill(Table table) {
    return Generated.change("INSERT OR IGNORE INTO " + table.text() + columnsAndRows(table, Scope.empty(), random.between(4, 9)));
  }

  /** One statement of a trigger's body. */
  String inTrigger(Table table, Scope scope) {
    return switch (random.below(4)) {
      case 0, 1 -> insert(table, scope, true);
      case 2 -> update(table, scope, true);
      default -> delete(table, scope, true);
    };
  }

  // ---- INSERT ------------------------------------------------------------------------------------------------------------------

  private String insert(Table table, Scope scope, boolean inTrigger) {
    String verb = random.chance(8) ? "REPLACE" : "INSERT" + random.maybe(35, random.of(CONFLICTS));
    String alias = inTrigger || !random.chance(4) ? null : grammars.fresh("u");
    String name = alias == null ? table.name() : alias;
    String target = inTrigger ? table.name() : table.text() + (alias == null ? "" : " AS " + alias);
    StringBuilder text = new StringBuilder();
    if (!inTrigger && grammars.wants(Feature.COMMON_TABLES, 4)) {
      CommonTableGrammar.With with = grammars.commonTables.make(scope);
      return with.text() + verb + " INTO " + target + fromSelect(table, scope.withCommonTables(with.tables()));
    }
    text.append(verb).append(" INTO ").append(target);
    Table twin = inTrigger || !random.chance(8) ? null : twin(table);
    if (twin != null) { // rows may go over as they are
      return text.append(" SELECT * FROM ").append(twin.text()).append(returning(table, name)).toString();
    }
    if (!inTrigger && random.chance(4)) {
      return text.append(" DEFAULT VALUES").append(returning(table, name)).toString();
    }
    if (scope.allowsSubqueries() && random.chance(18)) {
      text.append(fromSelect(table, scope));
    } else {
      text.append(columnsAndRows(table, scope, inTrigger ? 1 : random.of(1, 1, 1, 2, 3, 4)));
    }
    if (!table.isView() && grammars.wants(Feature.UPSERT, 22)) {
      text.append(upserts.clauses(table, name, inTrigger));
    }
    return inTrigger ? text.toString() : text.append(returning(table, name)).toString();
  }

  /** Another table of as many columns, alike if there is one, or the table itself. */
  private Table twin(Table table) {
    int width = table.writableColumns().size();
    List<Table> twins = new ArrayList<>(grammars.schema().baseTables());
    boolean mayBeItself = random.chance(15);
    twins.removeIf(other -> other == table && !mayBeItself || other.columns().size() != width || other.writableColumns().size() != width);
    List<String> types = table.writableColumns().stream().map(Column::declaredType).toList();
    List<Table> alike = twins.stream().filter(other -> other.columns().stream().map(Column::declaredType).toList().equals(types)).toList();
    return twins.isEmpty() ? null : random.of(alike.isEmpty() ? twins : alike);
  }

  private List<Column> someColumns(Table table) {
    List<Column> columns = new ArrayList<>(table.writableColumns());
    while (columns.size() > 1 && random.chance(12)) {
      Column column = random.of(columns);
      if (!column.isNotNull() || column.hasDefault()) {
        columns.remove(column);
      }
    }
    return columns;
  }

  private static String names(List<Column> columns) {
    return "(" + String.join(",", columns.stream().map(Column::name).toList()) + ")";
  }

  private String columnsAndRows(Table table, Scope scope, int rows) {
    List<Column> columns = someColumns(table);
    boolean named = columns.size() < table.writableColumns().size() || random.chance(50);
    boolean isRowidNamed = table.hasRowid() && random.chance(3);
    List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
    if (isRowidNamed) {
      names.add(random.of("rowid", "_rowid_", "oid"));
    }
    StringBuilder text = new StringBuilder(named || isRowidNamed ? "(" + String.join(",", names) + ")" : "").append(" VALUES ");
    for (int row = 0; row < rows; row++) {
      List<String> values = new ArrayList<>();
      for (Column column : columns) {
        values.add(newValue(table, column, scope));
      }
      if (isRowidNamed) {
        values.add(newRowid(table));
      }
      text.append(row == 0 ? "(" : ",(").append(String.join(",", values)).append(')');
    }
    return text.toString();
  }

  /** A value for a column: of its kind, since STRICT tables insist, and NULL where that is allowed. */
  private String newValue(Table table, Column column, Scope scope) {
    boolean isRowid = column.primaryKeyPosition() == 1 && column.kind() == ValueKind.INTEGER;
    if (isRowid) {
      return newRowid(table);
    }
    if (random.chance(1)) {
      return random.of("changes()", "total_changes()", "last_insert_rowid()");
    }
    for (int attempt = 0; attempt < 5; attempt++) {
      String value = random.chance(scope.columns().isEmpty() ? 8 : 50)
          ? grammars.expressions.value(scope, column.kind(), random.of(0, 1, 1, 2))
          : grammars.literals.of(column.kind());
      if (!(column.isNotNull() && value.equals("NULL")) || random.chance(5)) {
        return value;
      }
    }
    return "1";
  }

  /** Mostly a small number. The largest where no other is chosen at random afterwards. */
  private String newRowid(Table table) {
    if (random.chance(3)) {
      return random.of("-9223372036854775808", "4611686018427387904", table.isAutoincrement() ? "9223372036854775807" : "9007199254740993", "2.0", "'7'", "' 8 '", "2.5", "'x'", "x'31'", "9223372036854775808");
    }
    return random.of("NULL", "NULL", Integer.toString(random.between(1, 40)), Integer.toString(random.between(1, 40)), Integer.toString(random.between(-3, 400)));
  }

  private String fromSelect(Table table, Scope scope) {
    List<Column> columns = someColumns(table);
    if (grammars.wants(Feature.COMMON_TABLES, 10)) {
      CommonTableGrammar.With with = grammars.commonTables.make(scope);
      String query = grammars.queries.limited(scope.withCommonTables(with.tables()), columns.size()).text();
      if (!query.startsWith("VALUES")) { // before one row of VALUES SQLite forgets them
        return names(columns) + " " + with.text() + query;
      }
    }
    return names(columns) + " " + grammars.queries.limited(scope, columns.size()).text();
  }

  /** @param alias which RETURNING does not know, or the table's name */
  private String returning(Table table, String alias) {
    String name = random.chance(10) ? alias : table.name();
    if (!grammars.wants(Feature.RETURNING, 10)) {
      return "";
    }
    Scope scope = random.chance(60) ? Scope.definition(references(table, null)) : Scope.rows(references(table, name));
    List<String> items = new ArrayList<>();
    for (int i = random.between(1, 3); i > 0; i--) {
      items.add(random.chance(20) ? "*" : grammars.expressions.value(scope, grammars.expressions.anyKind(), random.below(3)));
    }
    return " RETURNING " + String.join(",", items);
  }

  static List<Reference> references(Table table, String qualifier) {
    List<Reference> references = new ArrayList<>();
    for (Column column : table.columns()) {
      references.add(new Reference(qualifier == null ? column.name() : qualifier + "." + column.name(), column.kind()));
    }
    return references;
  }

  // ---- UPDATE and DELETE -------------------------------------------------------------------------------------------------------

  String assignments(Table table, Scope scope) {
    List<String> items = new ArrayList<>();
    List<Column> columns = table.writableColumns();
    for (int i = random.of(1, 1, 2, 3); i > 0; i--) {
      Column column = random.of(columns);
      if (columns.size() > 1 && grammars.wants(Feature.ROW_VALUES, 8)) {
        Column other = random.of(columns);
        if (scope.allowsSubqueries() && random.chance(35)) {
          items.add("(" + column.name() + "," + other.name() + ")=(" + grammars.queries.limited(scope.derived(), 2).text() + ")");
          continue;
        }
        items.add("(" + column.name() + "," + other.name() + ")=(" + newValue(table, column, scope) + "," + newValue(table, other, scope) + ")");
      } else {
        items.add(column.name() + "=" + newValue(table, column, scope));
      }
    }
    if (table.hasRowid() && random.chance(2)) {
      items.add(random.of("rowid", "_rowid_", "oid") + "=" + random.of(newRowid(table), "rowid+" + random.between(-2, 20)));
    }
    return String.join(",", items);
  }

  /** With LIMIT each row counts once, however many rows it is joined with: aggregates are over those. */
  private String groupedAssignments(Table table, List<Reference> joined) {
    List<String> items = new ArrayList<>();
    for (int i = random.of(1, 1, 2); i > 0; i--) {
      items.add(random.of(table.writableColumns()).name() + "=" + random.of("max", "min", "count", "total") + "(" + random.of(joined).text() + ")");
    }
    return String.join(",", items);
  }

  /** A table as UPDATE and DELETE name it: with its alias and the index to be used. */
  private String target(Table table, String alias) {
    String text = table.text() + (alias == null ? "" : random.of(" AS ", " ") + alias);
    if (random.chance(3) && !table.isView()) {
      text += table.indexes().isEmpty() || random.chance(30) ? " NOT INDEXED" : " INDEXED BY " + random.of(table.indexes()).name();
    }
    return text;
  }

  private String update(Table table, Scope outer, boolean inTrigger) {
    String alias = inTrigger || !random.chance(5) ? null : grammars.fresh("u");
    String name = alias == null ? table.name() : alias;
    String target = inTrigger ? table.name() : target(table, alias);
    List<Reference> references = new ArrayList<>(references(table, name));
    references.addAll(outer.columns());
    Scope scope = outer.withColumns(references);
    StringBuilder text = new StringBuilder("UPDATE").append(random.maybe(25, random.of(CONFLICTS))).append(' ').append(target).append(" SET ");
    if (scope.allowsSubqueries() && grammars.wants(Feature.UPDATE_FROM, inTrigger ? 5 : 12)) {
      FromGrammar.From from = grammars.sources.make(outer.derived());
      List<Reference> all = new ArrayList<>(references);
      all.addAll(from.references());
      boolean isGrouped = !inTrigger && !table.isView() && !from.references().isEmpty() && grammars.wants(Feature.LIMITED_CHANGES, 25);
      text.append(isGrouped ? groupedAssignments(table, from.references()) : assignments(table, scope));
      text.append(" FROM ").append(from.text()).append(" WHERE ");
      if (!from.references().isEmpty()) {
        text.append(random.of(references).text()).append('=').append(random.of(from.references()).text()).append(" AND ");
      }
      text.append(grammars.expressions.condition(scope.withColumns(all), 1));
      String limit = isGrouped ? " LIMIT " + random.of("-1", "1000") : "";
      return inTrigger ? text.toString() : text.append(returning(table, name)).append(limit).toString();
    }
    text.append(assignments(table, scope)).append(where(scope, inTrigger ? 100 : 85));
    return inTrigger ? text.toString() : text.append(returning(table, name)).append(limit(table, name)).toString();
  }

  private String delete(Table table, Scope outer, boolean inTrigger) {
    String alias = inTrigger || !random.chance(5) ? null : grammars.fresh("u");
    String name = alias == null ? table.name() : alias;
    List<Reference> references = new ArrayList<>(references(table, name));
    references.addAll(outer.columns());
    Scope scope = outer.withColumns(references);
    String text = "DELETE FROM " + (inTrigger ? table.name() : target(table, alias)) + where(scope, inTrigger ? 100 : 92);
    return inTrigger ? text : text + returning(table, name) + limit(table, name);
  }

  /** Mostly a narrow condition, so that tables do not run empty. */
  private String where(Scope scope, int percent) {
    if (!random.chance(percent)) {
      return "";
    }
    if (random.chance(50) && !scope.columns().isEmpty()) {
      Reference reference = random.of(scope.columns());
      return " WHERE " + reference.text() + random.of("=", "=", "=", ">", "<", " IS ") + grammars.literals.of(reference.kind());
    }
    return " WHERE " + grammars.expressions.condition(scope, random.between(1, 3));
  }

  private String limit(Table table, String name) {
    if (!grammars.wants(Feature.LIMITED_CHANGES, 6)) {
      return "";
    }
    boolean isNumbered = random.chance(15) && table.hasRowid();
    String order = isNumbered ? random.of("1", "1 DESC") : grammars.aggregates.totalOrder(Scope.rows(references(table, name)), table.hasRowid() ? "rowid" : null);
    return " ORDER BY " + order + " LIMIT " + random.between(0, 4) + random.maybe(20, " OFFSET 1");
  }
}
