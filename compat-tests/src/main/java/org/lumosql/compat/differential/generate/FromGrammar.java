// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** FROM clauses: tables, views, subqueries, table-valued functions, and all kinds of joins between them. */
final class FromGrammar {
  /**
   * A FROM clause.
   *
   * @param columns what {@code *} stands for
   * @param references how expressions write columns; always qualified, so that no name is ambiguous
   */
  record From(String text, List<Column> columns, List<Reference> references) {}

  private record SourceText(String text, String alias, List<Column> columns) {}

  private final Grammars grammars;
  private final Randomness random;

  FromGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /** A clause, without the word FROM. */
  From make(Scope scope) {
    int most = scope.nesting() <= 0 ? 3 : scope.nesting() == 1 ? 2 : 1;
    int count = grammars.has(Feature.JOINS) && random.chance(50) ? random.between(1, most) : 1;
    SourceText first = source(scope, "", count == 1);
    StringBuilder text = new StringBuilder(first.text());
    List<Column> columns = new ArrayList<>(first.columns());
    List<Reference> references = new ArrayList<>();
    addReferences(first, references);
    for (int i = 1; i < count; i++) {
      join(scope, text, columns, references);
    }
    return new From(text.toString(), columns, references);
  }

  private void addReferences(SourceText source, List<Reference> references) {
    for (Column column : source.columns()) {
      references.add(new Reference(source.alias() + "." + column.name(), column.kind()));
    }
  }

  private void join(Scope scope, StringBuilder text, List<Column> columns, List<Reference> references) {
    List<Reference> before = List.copyOf(references);
    SourceText source = source(scope, text, false);
    addReferences(source, references);
    Scope on = scope.withColumns(references);
    if (random.chance(15)) {
      text.append(random.of(",", " CROSS JOIN ", " JOIN ")).append(source.text());
      if (random.chance(40) && text.charAt(text.length() - 1) != ',') {
        text.append(" ON ").append(joinCondition(on, before, source));
      }
      columns.addAll(source.columns());
      return;
    }
    List<String> common = commonColumns(columns, source.columns());
    String kind = grammars.wants(Feature.OUTER_JOINS, 55)
        ? random.of(" LEFT JOIN ", " LEFT JOIN ", " LEFT OUTER JOIN ", " RIGHT JOIN ", " FULL JOIN ", " FULL OUTER JOIN ")
        : random.of(" JOIN ", " INNER JOIN ");
    if (!common.isEmpty() && random.chance(25)) {
      joinByName(text, columns, source, common, kind);
      return;
    }
    text.append(kind).append(source.text()).append(" ON ").append(joinCondition(on, before, source));
    columns.addAll(source.columns());
  }

  private void joinByName(StringBuilder text, List<Column> columns, SourceText source, List<String> common, String kind) {
    List<String> used = common;
    if (random.chance(35)) {
      text.append(" NATURAL").append(kind).append(source.text());
    } else {
      used = common.subList(0, random.between(1, common.size()));
      text.append(kind).append(source.text()).append(" USING (").append(String.join(",", used)).append(')');
    }
    for (Column column : source.columns()) {
      if (used.stream().noneMatch(column.name()::equalsIgnoreCase)) {
        columns.add(column);
      }
    }
  }

  private static List<String> commonColumns(List<Column> left, List<Column> right) {
    List<String> common = new ArrayList<>();
    for (Column column : right) {
      if (left.stream().filter(other -> other.name().equalsIgnoreCase(column.name())).count() == 1) {
        common.add(column.name());
      }
    }
    return common;
  }

  private String joinCondition(Scope on, List<Reference> before, SourceText source) {
    if (before.isEmpty() || source.columns().isEmpty() || random.chance(20)) {
      return grammars.expressions.condition(on, 2);
    }
    String equality = random.of(before).text() + random.of("=", "=", "=", "=", "<", " IS ", ">=") + source.alias() + "." + random.of(source.columns()).name();
    return random.chance(25) ? equality + random.of(" AND ", " AND ", " OR ") + grammars.expressions.condition(on, 1) : equality;
  }

  /**
   * A source that may stand behind others. The same view does not stand there twice: SQLite 3.54 then reads both from one copy, in which the columns that are used of
   * the second only may be NULL.
   *
   * @param before the clause so far
   * @param mayHint whether INDEXED BY is possible: there is not always a plan with it behind a join that keeps its right side
   */
  private SourceText source(Scope scope, CharSequence before, boolean mayHint) {
    List<Table> tables = grammars.schema().tables();
    if (!scope.commonTables().isEmpty() && random.chance(45)) {
      Table table = random.of(scope.commonTables());
      return aliased(table.name(), table.columns());
    }
    if (scope.allowsSubqueries() && grammars.wants(Feature.SUBQUERIES, 14)) {
      return derived(scope);
    }
    if (grammars.wants(Feature.TABLE_FUNCTIONS, 5)) {
      return function();
    }
    if (tables.isEmpty()) {
      return function();
    }
    Table table = random.of(tables);
    if (table.isView() && before.toString().contains(table.text() + " ")) {
      return function();
    }
    if (random.chance(4) && (mayHint || !table.isView())) {
      return underOwnName(table);
    }
    SourceText source = aliased(table.text(), table.columns());
    if (table.isView() || !mayHint || random.chance(92)) {
      return source;
    }
    List<Index> indexes = table.indexes().stream().filter(index -> index.isOwn() && !index.isPartial()).toList();
    String hint = indexes.isEmpty() || random.chance(50) ? " NOT INDEXED" : " INDEXED BY " + random.of(indexes).name();
    return new SourceText(source.text() + hint, source.alias(), source.columns());
  }

  /** Its columns are called by the names of database, table and column. */
  private static SourceText underOwnName(Table table) {
    String name = table.schema() + "." + table.name();
    return new SourceText(name, name, table.columns());
  }

  private SourceText aliased(String name, List<Column> columns) {
    String alias = grammars.fresh("s");
    return new SourceText(name + random.of(" AS ", " ") + alias, alias, columns);
  }

  private SourceText derived(Scope scope) {
    String alias = grammars.fresh("q");
    Query query = grammars.queries.derived(scope.derived(), random.between(1, 3));
    return new SourceText("(" + query.text() + ")" + random.of(" AS ", " ") + alias, alias, query.columns());
  }

  private SourceText function() {
    String alias = grammars.fresh("f");
    if (grammars.wants(Feature.SERIES, 30)) {
      String call = "generate_series(" + random.between(-3, 5) + "," + random.between(0, 12) + random.maybe(50, "," + random.of("1", "2", "-1", "3", "0")) + ")";
      return new SourceText(call + " AS " + alias, alias, List.of(column("value", "INT")));
    }
    if (!grammars.has(Feature.JSON) || random.chance(10)) {
      String call = "pragma_table_xinfo('" + random.of("t1", "t2", "t3", "v1") + "')";
      return new SourceText(call + " AS " + alias, alias, List.of(column("cid", "INT"), column("name", "TEXT"), column("type", "TEXT"), column("pk", "INT")));
    }
    String call = random.of("json_each(", "json_tree(", "jsonb_each(", "jsonb_tree(") + grammars.literals.json() + random.maybe(25, "," + grammars.literals.path()) + ")";
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("key", "value", "type", "atom", "id", "parent", "fullkey", "path")) {
      columns.add(column(name, name.equals("id") ? "INT" : name.equals("value") ? "" : "TEXT"));
    }
    return new SourceText(call + " AS " + alias, alias, columns);
  }

  static Column column(String name, String type) {
    return new Column(name, type, false, false, 0, false);
  }
}
