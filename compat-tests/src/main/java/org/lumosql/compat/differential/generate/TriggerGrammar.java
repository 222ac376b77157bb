// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.SchemaModel.Table;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** CREATE TRIGGER: all times and events, WHEN, RAISE, and bodies of changes and queries. */
final class TriggerGrammar {
  private final Grammars grammars;
  private final Randomness random;
  private final PlainQueryGrammar plainQueries;

  TriggerGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    plainQueries = new PlainQueryGrammar(grammars);
  }

  String create() {
    List<Table> tables = grammars.schema().tables();
    if (tables.isEmpty()) {
      return "DROP TRIGGER IF EXISTS r1";
    }
    Table table = random.of(tables);
    String event = random.of("INSERT", "INSERT", "UPDATE", "UPDATE", "DELETE");
    String time = table.isView() ? " INSTEAD OF " : random.of(" BEFORE ", " AFTER ", " AFTER ", " ");
    String columns = event.equals("UPDATE") ? random.maybe(35, " OF " + random.of(table.columns()).name() + random.maybe(25, "," + random.of(table.columns()).name())) : "";
    List<Reference> references = new ArrayList<>();
    if (!event.equals("DELETE")) {
      for (Column column : table.columns()) {
        // before an UPDATE SQLite computes a generated column from some of the others only
        if (!column.isGenerated() || !event.equals("UPDATE") || time.equals(" AFTER ") || table.isView()) {
          references.add(new Reference("new." + column.name(), column.kind()));
        }
      }
    }
    if (!event.equals("INSERT")) {
      references.addAll(ChangeGrammar.references(table, "old"));
    }
    Scope scope = Scope.rows(references);
    String temporary = table.schema().equals("temp") ? "TEMP " : grammars.wants(Feature.TEMPORARY, 8) ? "TEMP " : "";
    StringBuilder text = new StringBuilder("CREATE " + temporary + "TRIGGER " + random.maybe(10, "IF NOT EXISTS "));
    text.append(temporary.isEmpty() && !table.schema().equals("main") ? table.schema() + "." : "").append('r').append(random.between(1, 9));
    text.append(time).append(event).append(columns).append(" ON ").append(temporary.isEmpty() ? table.name() : table.text());
    text.append(random.maybe(20, " FOR EACH ROW")).append(random.maybe(35, " WHEN " + grammars.expressions.condition(scope, 2))).append(" BEGIN ");
    for (int i = random.of(1, 1, 2); i > 0; i--) {
      text.append(step(table, scope, !temporary.isEmpty())).append("; ");
    }
    return text.append("END").toString();
  }

  private String step(Table table, Scope scope, boolean isTemporary) {
    if (random.chance(18)) {
      String raise = random.of("RAISE(IGNORE)", "RAISE(ABORT,'stopped')", "RAISE(FAIL,'failed')", "RAISE(ROLLBACK,'rolled back')",
          "RAISE(ABORT,'value '||" + random.of(scope.columns()).text() + ")");
      return "SELECT " + raise + " WHERE " + grammars.expressions.condition(scope, 1);
    }
    if (grammars.wants(Feature.COMMON_TABLES, 3)) {
      CommonTableGrammar.With with = grammars.commonTables.make(scope);
      return with.text() + grammars.queries.limited(scope.withCommonTables(with.tables()), 1).text();
    }
    String plain = random.chance(20) ? plainQueries.make(table.schema()) : null;
    if (plain != null) {
      return random.of("", "", "INSERT OR IGNORE INTO " + table.name() + " ") + plain;
    }
    if (random.chance(8)) {
      return "SELECT " + grammars.expressions.value(scope, grammars.expressions.anyKind(), 2);
    }
    if (isTemporary && random.chance(40)) {
      return grammars.changes.inTrigger(random.of(grammars.schema().baseTables()).qualified(), scope);
    }
    List<Table> targets = grammars.schema().baseTables().stream().filter(other -> other.schema().equals(table.schema())).toList();
    return targets.isEmpty() ? "SELECT 1" : grammars.changes.inTrigger(random.of(targets), scope);
  }
}
