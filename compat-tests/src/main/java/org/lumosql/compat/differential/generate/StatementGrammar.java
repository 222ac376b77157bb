// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/** The start of the grammar: first some tables with rows and indexes, then statements of all kinds. */
public final class StatementGrammar implements StatementSource {
  private static final int TABLES_AT_FIRST = 3;
  private static final int CHANGES_BETWEEN_CHECKS = 8;

  private final Grammars grammars;
  private final Randomness random;
  private final SettingGrammar settings;
  private final TransactionGrammar transactions;
  private final Alternatives<Rule> rules = new Alternatives<>();
  private int made;

  /** A rule. */
  @FunctionalInterface
  private interface Rule {
    Generated make();
  }

  public StatementGrammar(Randomness random, Set<Feature> features) {
    this.random = random;
    grammars = new Grammars(random, features);
    settings = new SettingGrammar(grammars);
    transactions = new TransactionGrammar(random);
    AttachGrammar attachments = new AttachGrammar(grammars);
    MistakeGrammar mistakes = new MistakeGrammar(grammars);
    rules
        .add(2, mistakes::statement)
        .add(grammars.has(Feature.QUERIES) ? 57 : 3, grammars.queries::statement)
        .add(grammars.has(Feature.CHANGES) ? 26 : 4, grammars.changes::statement)
        .add(7, grammars.definitions::statement)
        .add(grammars.has(Feature.TRANSACTIONS) ? 6 : 0, transactions::statement)
        .add(grammars.has(Feature.ATTACH) ? 1 : 0, () -> attachments.statement(transactions.isOutside()))
        .add(grammars.has(Feature.MAINTENANCE) || grammars.has(Feature.PRAGMAS) ? 3 : 0, settings::statement);
  }

  @Override
  public int changesBetweenChecks() {
    return CHANGES_BETWEEN_CHECKS;
  }

  @Override
  public Generated next(Supplier<SchemaModel> reader, List<String> crowded) {
    SchemaModel schema = reader.get();
    grammars.begin(schema);
    made++;
    if (made == 1) {
      return settings.first();
    }
    int tables = schema.baseTables().size();
    if (tables < TABLES_AT_FIRST && made < 8) {
      return grammars.definitions.createTable();
    }
    if (made < 20) {
      if (tables == 0) {
        return grammars.definitions.createTable();
      }
      Table table = random.of(schema.baseTables());
      return made % 4 == 3 && grammars.has(Feature.INDEXES) ? grammars.definitions.index() : grammars.changes.fill(table);
    }
    if (!crowded.isEmpty()) {
      return Generated.change("DELETE FROM " + crowded.get(0));
    }
    return rules.pick(random).make();
  }
}
