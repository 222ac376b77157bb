// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** CREATE TABLE with all its constraints. */
final class TableGrammar {
  private static final String[] TYPES = {
    "INTEGER", "INT", "INT", "INTEGER", "TEXT", "TEXT", "TEXT", "REAL", "REAL", "BLOB", "NUMERIC", "", "", "VARCHAR(20)", "BIGINT", "DOUBLE", "JSON TEXT", "DATETIME", "ANY", "DECIMAL(10,2)", "VARYING CHARACTER(255)", "FLOATING POINT", "UNSIGNED BIG INT"
  };
  private static final String[] STRICT_TYPES = {"INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY"};
  private static final String[] COLUMN_NAMES = {"a", "b", "c", "d", "e", "f", "g"};

  private static final String[] QUOTED_NAMES = {"\"a b\"", "[s t]", "`x`", "\"y\"\"z\"", "\"1\"", "\"Ä\""};

  private final Grammars grammars;
  private final Randomness random;

  /** Of a table's keys all are deferred or none: of both kinds, SQLite goes on counting a deferred violation of a row that was refused for an immediate one. */
  private boolean deferred;

  /** The database of the table that is being made: parents of foreign keys are there, mostly. */
  private String schema = "main";

  TableGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  String create() {
    String temporary = grammars.wants(Feature.TEMPORARY, 8) ? random.of("TEMP ", "TEMPORARY ") : "";
    String name = grammars.has(Feature.TEMPORARY) && random.chance(5) && !grammars.schema().tables().isEmpty() ? random.of(grammars.schema().tables()).name() : name();
    List<String> attached = grammars.schema().attached();
    schema = !temporary.isEmpty() ? "temp" : attached.isEmpty() || random.chance(60) ? "main" : random.of(attached);
    String prefix = schema.equals("temp") || schema.equals("main") ? "" : schema + ".";
    String head = "CREATE " + temporary + "TABLE " + random.maybe(8, "IF NOT EXISTS ") + prefix + name;
    if (random.chance(8) && !grammars.schema().tables().isEmpty()) {
      return head + " AS " + grammars.queries.limited(Scope.empty().derived(), random.between(1, 4)).text();
    }
    return head + body(name);
  }

  /** A name that is free, mostly. */
  private String name() {
    for (int attempt = 0; attempt < 6; attempt++) {
      String name = "t" + random.between(1, 8);
      if (grammars.schema().tables().stream().noneMatch(table -> table.name().equals(name))) {
        return name;
      }
    }
    return "t1";
  }

  private String body(String tableName) {
    boolean strict = grammars.wants(Feature.STRICT, 12);
    boolean withoutRowid = grammars.wants(Feature.WITHOUT_ROWID, 15);
    int count = random.of(1, 2, 3, 3, 4, 4, 5, 6);
    int generatedPercent = random.chance(8) ? 45 : 6;
    int firstName = random.below(2);
    boolean keyInTable = random.chance(20);
    deferred = random.chance(35);
    boolean keyInColumn = !keyInTable && (withoutRowid || random.chance(55));
    List<String> items = new ArrayList<>();
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = random.chance(2) ? QUOTED_NAMES[i % QUOTED_NAMES.length] : COLUMN_NAMES[firstName + i];
      String type = random.of(strict ? STRICT_TYPES : TYPES);
      boolean isKey = keyInColumn && i == 0;
      if (isKey && random.chance(55)) {
        type = "INTEGER";
      }
      boolean generated = i > 0 && grammars.wants(Feature.GENERATED_COLUMNS, generatedPercent);
      items.add(name + " " + type + (generated ? generated(references, strict && type.equals("REAL")) + constraintsOfGenerated(name, type) : plain(tableName, name, type, isKey, withoutRowid)));
      references.add(new Reference(name, ValueKind.ofDeclaredType(type)));
    }
    if (keyInTable) {
      items.add(random.maybe(30, "CONSTRAINT pk ") + "PRIMARY KEY(" + someColumns(references) + ")" + conflict());
    }
    tableConstraints(items, references, withoutRowid);
    List<String> options = new ArrayList<>();
    if (strict) {
      options.add("STRICT");
    }
    if (withoutRowid) {
      options.add("WITHOUT ROWID");
    }
    return "(" + String.join(", ", items) + ")" + (options.isEmpty() ? "" : " " + String.join(", ", options));
  }

  private String someColumns(List<Reference> references) {
    List<String> names = new ArrayList<>();
    for (Reference reference : references) {
      if (names.isEmpty() || random.chance(30)) {
        names.add(random.below(names.size() + 1), reference.text());
      }
    }
    for (int i = 0; i < names.size(); i++) {
      names.set(i, names.get(i) + (grammars.wants(Feature.COLLATIONS, 6) ? " COLLATE " + random.of(ExpressionGrammar.COLLATIONS) : "") + random.maybe(15, " DESC"));
    }
    return String.join(",", names);
  }

  private void tableConstraints(List<String> items, List<Reference> references, boolean withoutRowid) {
    // beside an INTEGER PRIMARY KEY that is no rowid, SQLite loses a UNIQUE on the same column when that is renamed
    if (random.chance(withoutRowid ? 0 : 12)) {
      items.add("UNIQUE(" + someColumns(references) + ")" + conflict());
    }
    if (random.chance(10)) {
      items.add(random.maybe(40, "CONSTRAINT \"some check\" ") + "CHECK (" + check(references) + ")" + conflict());
    }
    if (grammars.wants(Feature.FOREIGN_KEYS, 10)) {
      String parent = parent();
      if (parent != null) {
        items.add(random.maybe(30, "CONSTRAINT " + constraintName() + " ") + "FOREIGN KEY(" + random.of(references).text() + ") REFERENCES " + parent);
      }
    }
    if (references.size() > 1 && grammars.wants(Feature.FOREIGN_KEYS, 6)) {
      String parent = parentOfTwo();
      if (parent != null) {
        items.add("FOREIGN KEY(" + references.get(1).text() + "," + random.of(references).text() + ") REFERENCES " + parent);
      }
    }
  }

  /** @param isStored whether it must be: SQLite's sorter takes a REAL column of a STRICT table that is not stored for an integer */
  private String generated(List<Reference> references, boolean isStored) {
    return random.of(" AS (", " GENERATED ALWAYS AS (") + grammars.expressions.value(Scope.definition(references), grammars.expressions.anyKind(), 2) + ")"
        + (isStored ? " STORED" : random.of("", " STORED", " VIRTUAL", " STORED"));
  }

  private String constraintsOfGenerated(String name, String type) {
    List<Reference> own = List.of(new Reference(name, ValueKind.ofDeclaredType(type)));
    return random.maybe(6, " NOT NULL" + conflict()) + random.maybe(6, " UNIQUE" + conflict()) + (grammars.wants(Feature.COLLATIONS, 6) ? " COLLATE " + random.of(ExpressionGrammar.COLLATIONS) : "")
        + random.maybe(6, " CHECK (" + check(own) + ")");
  }

  private String plain(String tableName, String name, String type, boolean isKey, boolean withoutRowid) {
    StringBuilder text = new StringBuilder();
    List<Reference> own = List.of(new Reference(name, ValueKind.ofDeclaredType(type)));
    if (isKey) {
      boolean integer = type.equals("INTEGER");
      text.append(random.maybe(10, " CONSTRAINT key")).append(" PRIMARY KEY").append(random.maybe(12, random.of(" DESC", " ASC"))).append(conflict());
      text.append(integer && !withoutRowid && grammars.wants(Feature.AUTOINCREMENT, 20) && !text.toString().contains("DESC") ? " AUTOINCREMENT" : "");
    } else {
      text.append(random.maybe(9, named() + " NOT NULL" + conflict())).append(random.maybe(8, named() + " UNIQUE" + conflict()));
    }
    text.append(grammars.wants(Feature.COLLATIONS, 12) ? named() + " COLLATE " + random.of(ExpressionGrammar.COLLATIONS) : "");
    text.append(random.maybe(15, named() + " DEFAULT " + defaultValue(type))).append(random.maybe(2, " NULL"));
    text.append(random.maybe(7, named() + " CHECK (" + check(own) + ")"));
    if (!isKey && grammars.wants(Feature.FOREIGN_KEYS, 7)) {
      String parent = random.chance(12) ? tableName + (deferred ? " DEFERRABLE INITIALLY DEFERRED" : "") : parent();
      // DROP NOT NULL takes the first NOT of a column for NOT NULL, in SQLite
      text.append(parent == null ? "" : named() + " REFERENCES " + parent.replace(" NOT DEFERRABLE", ""));
    }
    return text.toString();
  }

  private String defaultValue(String type) {
    String value = grammars.literals.of(ValueKind.ofDeclaredType(type));
    boolean simple = !value.startsWith("(") && !value.startsWith("zeroblob");
    if (random.chance(6)) {
      return random.of("TRUE", "FALSE", "NULL", "+5", "-7", "- 0.5", "abc", "\"abc\"", "[a b]", "x''");
    }
    return simple && random.chance(70) ? value : "(" + grammars.expressions.value(Scope.definition(List.of()), ValueKind.ofDeclaredType(type), 1) + ")";
  }

  private String named() {
    return random.maybe(8, " CONSTRAINT " + constraintName() + random.maybe(8, " CONSTRAINT other"));
  }

  private String conflict() {
    return random.maybe(12, " ON CONFLICT " + random.of("IGNORE", "REPLACE", "ABORT", "FAIL", "ROLLBACK"));
  }

  /** Mostly a condition that values fulfil. */
  private String check(List<Reference> references) {
    Reference reference = random.of(references);
    return switch (random.below(6)) {
      case 0 -> "length(" + reference.text() + ")<60";
      case 1 -> reference.text() + " IS NOT " + grammars.literals.of(reference.kind());
      case 2 -> "typeof(" + reference.text() + ")<>'blob'";
      case 3 -> reference.text() + ">-1000000 OR " + reference.text() + " IS NULL";
      case 4 -> "NOT " + grammars.expressions.condition(Scope.definition(references), 1);
      default -> grammars.expressions.condition(Scope.definition(references), 1);
    };
  }

  /** A table with a key, and what happens to its children. */
  private String parent() {
    List<String> parents = new ArrayList<>();
    boolean isAnywhere = random.chance(5);
    for (Table table : grammars.schema().baseTables()) {
      if (!isAnywhere && !table.schema().equals(schema)) {
        continue;
      }
      for (Column column : table.columns()) {
        if (column.primaryKeyPosition() == 1) {
          parents.add(table.name() + random.maybe(60, "(" + column.name() + ")"));
        }
      }
      for (Index index : table.indexes()) {
        if (index.isUnique() && !index.isPartial() && index.columns().size() == 1 && index.columns().get(0) != null) {
          parents.add(table.name() + "(" + index.columns().get(0) + ")");
        }
      }
    }
    if (parents.isEmpty()) {
      return null;
    }
    return random.of(parents) + actions();
  }

  /** A table with a key of two columns. */
  private String parentOfTwo() {
    List<String> parents = new ArrayList<>();
    for (Table table : grammars.schema().baseTables()) {
      for (Index index : table.indexes()) {
        if (table.schema().equals(schema) && index.isUnique() && !index.isPartial() && index.columns().size() == 2 && !index.columns().contains(null)) {
          parents.add(table.name() + "(" + String.join(",", index.columns()) + ")");
        }
      }
    }
    return parents.isEmpty() ? null : random.of(parents) + actions();
  }

  /** The definition of a constraint that ALTER TABLE adds. */
  String addedConstraint(Table table) {
    return random.maybe(70, "CONSTRAINT " + constraintName() + " ") + "CHECK (" + check(ChangeGrammar.references(table, null)) + ")";
  }

  String constraintName() {
    return random.of("ck1", "ck1", "ck2", "pk", "key", "\"some check\"");
  }

  private String actions() {
    return random.maybe(5, " MATCH " + random.of("FULL", "SIMPLE", "PARTIAL")) + random.maybe(55, " ON DELETE " + action()) + random.maybe(40, " ON UPDATE " + action())
        + (deferred ? " DEFERRABLE INITIALLY DEFERRED" : random.maybe(25, random.of(" NOT DEFERRABLE", " DEFERRABLE INITIALLY IMMEDIATE")));
  }

  private String action() {
    return random.of("CASCADE", "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION");
  }

  /** The definition of a column that ALTER TABLE adds. */
  String addedColumn(String name, Table table) {
    String type = random.of(table.isStrict() ? STRICT_TYPES : TYPES);
    List<Reference> references = new ArrayList<>(ChangeGrammar.references(table, null));
    if (grammars.wants(Feature.GENERATED_COLUMNS, 15)) {
      return name + " " + type + generated(references, table.isStrict() && type.equals("REAL"));
    }
    StringBuilder text = new StringBuilder(name + " " + type);
    text.append(random.maybe(35, " DEFAULT " + defaultValue(type))).append(random.maybe(15, " NOT NULL"));
    text.append(grammars.wants(Feature.COLLATIONS, 10) ? " COLLATE " + random.of(ExpressionGrammar.COLLATIONS) : "");
    references.add(new Reference(name, ValueKind.ofDeclaredType(type)));
    return text.append(random.maybe(10, " CHECK (" + check(references) + ")")).toString();
  }
}
