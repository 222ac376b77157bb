// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.NamedObject;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** CREATE, DROP and ALTER. Names come from small pools, so that tables share names of columns and statements meet what exists already. */
final class DefinitionGrammar {
  private static final String[] COLUMN_NAMES = {"a", "b", "c", "d", "e", "f", "g"};

  private final Grammars grammars;
  private final Randomness random;
  private final TableGrammar tables;
  private final TriggerGrammar triggers;
  private final PlainQueryGrammar plainQueries;
  private final VirtualTableGrammar virtualTables;
  private final DefinitionMistakeGrammar mistakes;
  private final DefinitionText texts;

  DefinitionGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    tables = new TableGrammar(grammars);
    triggers = new TriggerGrammar(grammars);
    plainQueries = new PlainQueryGrammar(grammars);
    virtualTables = new VirtualTableGrammar(grammars);
    mistakes = new DefinitionMistakeGrammar(grammars);
    texts = new DefinitionText(random);
  }

  Generated createTable() {
    return definition(tables.create());
  }

  Generated statement() {
    Alternatives<Rule> rules = new Alternatives<Rule>()
        .add(10, tables::create)
        .add(grammars.has(Feature.INDEXES) ? 22 : 0, this::createIndex)
        .add(grammars.has(Feature.VIEWS) ? 12 : 0, this::createView)
        .add(grammars.has(Feature.TRIGGERS) ? 14 : 0, triggers::create)
        .add(grammars.has(Feature.ALTER) ? 16 : 0, this::alter)
        .add(14, this::drop)
        .add(grammars.has(Feature.VACUUM) ? 2 : 0, virtualTables::statement)
        .add(6, mistakes::statement);
    return definition(rules.pick(random).make());
  }

  private Generated definition(String sql) {
    return Generated.definition(random.chance(25) ? texts.rewritten(sql) : sql);
  }

  /** A rule. */
  @FunctionalInterface
  private interface Rule {
    String make();
  }

  /** The statement for an index, made soon after the tables. */
  Generated index() {
    return definition(createIndex());
  }

  private Table anyTable() {
    List<Table> all = grammars.schema().baseTables();
    return all.isEmpty() ? null : random.of(all);
  }

  private String createIndex() {
    Table table = anyTable();
    if (table == null) {
      return tables.create();
    }
    List<Reference> references = ChangeGrammar.references(table, null);
    List<String> terms = new ArrayList<>();
    for (int i = random.of(1, 1, 1, 2, 2, 3); i > 0; i--) {
      String term = random.chance(82) ? random.of(table.columns()).name() : expression(references);
      terms.add(term + (grammars.wants(Feature.COLLATIONS, 12) ? " COLLATE " + random.of(ExpressionGrammar.COLLATIONS) : "") + random.maybe(25, random.of(" DESC", " ASC")));
    }
    String partial = random.chance(15) ? " WHERE " + grammars.expressions.condition(Scope.definition(references), 1) : "";
    return "CREATE " + random.maybe(12, "UNIQUE ") + "INDEX " + random.maybe(10, "IF NOT EXISTS ") + prefix(table) + "i" + random.between(1, 12) + " ON " + table.name() + "("
        + String.join(",", terms) + ")" + partial;
  }

  private String expression(List<Reference> references) {
    String value = grammars.expressions.value(Scope.definition(references), grammars.expressions.anyKind(), 2);
    boolean isConstant = references.stream().noneMatch(reference -> value.contains(reference.text()));
    return "(" + (isConstant ? references.get(0).text() + "||" : "") + value + ")";
  }

  private static String prefix(Table table) {
    return table.schema().equals("main") ? "" : table.schema() + ".";
  }

  private String plainView() {
    String schema = random.of("main", "main", random.of(anyTable() == null ? "main" : anyTable().schema()));
    String query = plainQueries.make(schema);
    String name = "v" + random.between(1, 4);
    if (query == null) {
      return "DROP VIEW IF EXISTS " + name;
    }
    boolean isTemporary = schema.equals("temp") || grammars.wants(Feature.TEMPORARY, 8);
    return "CREATE " + (isTemporary ? "TEMP " : "") + "VIEW " + random.maybe(10, "IF NOT EXISTS ") + (isTemporary || schema.equals("main") ? "" : schema + ".") + name + " AS " + query;
  }

  private String createView() {
    if (random.chance(40)) {
      return plainView();
    }
    int width = random.between(1, 4);
    Query query = grammars.queries.derived(Scope.empty().derived(), width);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      names.add(COLUMN_NAMES[i]);
    }
    String list = random.chance(75) ? "(" + String.join(",", names) + ")" : "";
    return "CREATE " + (grammars.wants(Feature.TEMPORARY, 12) ? "TEMP " : "") + "VIEW " + random.maybe(10, "IF NOT EXISTS ") + "v" + random.between(1, 4) + list + " AS " + query.text();
  }

  private String alter() {
    Table table = anyTable();
    if (table == null) {
      return tables.create();
    }
    String head = "ALTER TABLE " + table.text() + " ";
    Column column = random.of(table.columns());
    boolean isMain = !table.schema().equals("temp"); // SQLite forgets the triggers and indexes of temporary tables when it renames
    String newName = "t" + random.between(1, 8);
    // SQLite takes a temporary table for one of the same name that a trigger is on, or that is being renamed
    Set<String> temporary = grammars.schema().temporaryNames();
    boolean isHidden = temporary.contains(newName) || grammars.schema().tables().stream().anyMatch(other -> !other.schema().equals("temp") && temporary.contains(other.name()));
    return switch (isHidden ? random.between(5, 6) : isMain ? random.below(12) : random.between(5, 11)) {
      case 0, 1 -> head + "RENAME TO " + newName;
      case 2, 3, 4 -> head + "RENAME " + random.maybe(70, "COLUMN ") + column.name() + " TO " + newColumnName(column);
      case 5, 6 -> head + "ADD " + random.maybe(70, "COLUMN ") + tables.addedColumn(random.of(random.of(COLUMN_NAMES), "y" + random.below(3)), table);
      case 7 -> head + "DROP " + random.maybe(70, "COLUMN ") + column.name();
      case 8 -> head + "ALTER " + random.maybe(70, "COLUMN ") + column.name() + random.of(" SET NOT NULL", " DROP NOT NULL");
      case 9, 10 -> head + "ADD " + tables.addedConstraint(table);
      default -> head + "DROP CONSTRAINT " + tables.constraintName();
    };
  }

  private String newColumnName(Column column) {
    if (random.chance(12)) {
      return random.of("\"order\"", "[a]", "`key`", "row", "column", "\"A\"", column.name().toUpperCase(Locale.ROOT), "'q'");
    }
    return random.of(random.of(COLUMN_NAMES), "x" + random.below(3), "\"new name\"");
  }

  private String drop() {
    String condition = random.maybe(20, "IF EXISTS ");
    List<Table> bases = grammars.schema().baseTables();
    List<Table> views = grammars.schema().views();
    List<NamedObject> triggersThere = grammars.schema().triggers();
    switch (random.below(6)) {
      case 0:
        if (bases.size() > 3) {
          return "DROP TABLE " + condition + random.of(bases).text();
        }
        break;
      case 1, 2:
        if (views.isEmpty() && random.chance(50)) { // one that has become wrong hides all others
          return "DROP VIEW IF EXISTS " + random.maybe(20, "temp.") + "v" + random.between(1, 4);
        }
        if (!views.isEmpty()) {
          return "DROP VIEW " + condition + random.of(views).text();
        }
        break;
      case 3:
        if (!triggersThere.isEmpty()) {
          return "DROP TRIGGER " + condition + random.of(triggersThere).text();
        }
        break;
      default:
        for (Table table : bases) {
          List<Index> own = table.indexes().stream().filter(Index::isOwn).toList();
          if (own.size() > 1) {
            return "DROP INDEX " + condition + prefix(table) + random.of(own).name();
          }
        }
    }
    return "DROP " + random.of("TABLE", "VIEW", "INDEX", "TRIGGER") + " IF EXISTS " + random.of("t", "v", "i", "r") + random.between(1, 9);
  }
}
