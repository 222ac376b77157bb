// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Index;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** The ON CONFLICT clauses of an INSERT, with targets of all kinds of indexes: also partial ones and those on expressions. */
final class UpsertGrammar {
  private final Grammars grammars;
  private final Randomness random;

  UpsertGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /**
   * One clause or several.
   *
   * @param name of the table as the statement knows it
   * @param inTrigger then without excluded where tables are altered: RENAME TO would take that for the table, in SQLite, and looks at the first clause only
   */
  String clauses(Table table, String name, boolean inTrigger) {
    StringBuilder text = new StringBuilder();
    for (int i = isPlain(inTrigger) ? 1 : random.of(1, 1, 1, 2, 3); i > 0; i--) {
      String target = target(table);
      text.append(" ON CONFLICT").append(target);
      if (target.isEmpty() && i > 1 || random.chance(35)) {
        text.append(" DO NOTHING");
        if (target.isEmpty()) {
          break;
        }
      } else {
        text.append(update(table, name, inTrigger));
      }
    }
    return text.toString();
  }

  private boolean isPlain(boolean inTrigger) {
    return inTrigger && grammars.has(Feature.ALTER);
  }

  private String update(Table table, String name, boolean inTrigger) {
    List<Reference> references = new ArrayList<>(ChangeGrammar.references(table, name));
    if (!isPlain(inTrigger)) {
      references.addAll(ChangeGrammar.references(table, "excluded"));
    }
    Scope scope = Scope.rows(references);
    return " DO UPDATE SET " + grammars.changes.assignments(table, scope) + random.maybe(20, " WHERE " + grammars.expressions.condition(scope, 1));
  }

  private String target(Table table) {
    List<String> targets = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (index.isUnique() && index.target() != null) {
        targets.add(index.target());
      } else if (index.isUnique() && !index.isPartial() && !index.columns().contains(null)) {
        targets.add("(" + String.join(",", index.columns()) + ")" + random.maybe(5, " WHERE " + grammars.expressions.condition(Scope.definition(ChangeGrammar.references(table, null)), 1)));
      }
    }
    for (Column column : table.columns()) {
      if (column.primaryKeyPosition() == 1 && column.kind() == ValueKind.INTEGER) {
        targets.add("(" + column.name() + ")");
      }
    }
    if (table.hasRowid() && random.chance(3)) {
      targets.add(random.of("(rowid)", "(_rowid_)", "(oid)"));
    }
    return targets.isEmpty() || random.chance(15) ? "" : random.of(targets);
  }
}
