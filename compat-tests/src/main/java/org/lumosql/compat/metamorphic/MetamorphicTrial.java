// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lumosql.compat.differential.Engine;
import org.lumosql.compat.differential.Outcome;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.differential.generate.Generated;
import org.lumosql.compat.differential.generate.Partition;
import org.lumosql.compat.differential.generate.PartitionGrammar;
import org.lumosql.compat.differential.generate.Randomness;
import org.lumosql.compat.differential.generate.SchemaModel;
import org.lumosql.compat.differential.generate.SchemaReader;
import org.lumosql.compat.differential.generate.StatementGrammar;
import org.lumosql.compat.reduce.Reduction;

/** One seed: a new database, random changes to it, and random queries that are asked in several ways. */
final class MetamorphicTrial {
  private static final List<Relation> RELATIONS = List.of(new PartitionedWhere(), new WithoutOptimisations(), new WithoutIndexes());
  private static final String REVERSED = "PRAGMA reverse_unordered_selects=";
  private static final long REDUCTION_NANOS = 20_000_000_000L;
  private static final int BETWEEN_COUNTS = 10;
  private static final int CROWDED = 40;

  private final long seed;
  private final int length;
  private final Engine.Factory factory;
  private final StatementGrammar statements;
  private final PartitionGrammar partitions;
  private final List<String> history = new ArrayList<>();
  private SchemaModel schema = SchemaModel.EMPTY;
  private List<String> crowded = List.of();
  private long asked;

  MetamorphicTrial(long seed, int length, Set<Feature> features, Engine.Factory factory) {
    this.seed = seed;
    this.length = length;
    this.factory = factory;
    Randomness random = new Randomness(seed);
    statements = new StatementGrammar(random, features);
    partitions = new PartitionGrammar(random, features);
  }

  /** Questions asked so far. */
  long asked() {
    return asked;
  }

  /** The first violation, its script reduced; null if there is none. */
  Violation run() {
    try (Engine engine = factory.open()) {
      for (int i = 0; i < length; i++) {
        Generated statement = statements.next(() -> schema, crowded);
        if (statement.effect() != Generated.Effect.NOTHING) {
          change(engine, statement, i);
          continue;
        }
        if (!isQuery(statement.sql())) {
          engine.run(statement.sql());
          continue;
        }
        Violation violation = ask(engine, new Relation.Question(statement.sql(), List.of()));
        if (violation == null && !schema.tables().isEmpty()) {
          Partition partition = partitions.next(schema);
          violation = ask(engine, new Relation.Question(partition.whole(), partition.parts()));
        }
        if (violation != null) {
          return violation;
        }
      }
      return null;
    }
  }

  private static boolean isQuery(String sql) {
    return sql.startsWith("SELECT") || sql.startsWith("WITH") || sql.startsWith("VALUES");
  }

  private void change(Engine engine, Generated statement, int number) {
    history.add(statement.sql());
    engine.run(statement.sql());
    schema = new SchemaReader(query -> rows(engine, query)).read();
    if (number % BETWEEN_COUNTS == 0) {
      List<String> large = new ArrayList<>();
      for (SchemaModel.Table table : schema.baseTables()) {
        List<String[]> count = rows(engine, "SELECT count(*)>" + CROWDED + " FROM " + table.text());
        if (count != null && count.get(0)[0].equals("i1")) {
          large.add(table.text());
        }
      }
      crowded = large;
    }
  }

  private static List<String[]> rows(Engine engine, String query) {
    Outcome outcome = engine.ask(query);
    return outcome.isError() ? null : outcome.rows();
  }

  private Violation ask(Engine engine, Relation.Question question) {
    for (Relation relation : RELATIONS) {
      asked++;
      String what = relation.violation(engine, question);
      if (what != null && !isAmbiguous(engine, question)) {
        return reduced(relation, question, what);
      }
    }
    return null;
  }

  /** Whether an answer depends on the order in which rows are visited, which nobody promises. */
  private static boolean isAmbiguous(Engine engine, Relation.Question question) {
    List<String> queries = new ArrayList<>(question.parts());
    queries.add(question.whole());
    for (String query : queries) {
      Outcome once = engine.run(query);
      engine.run(REVERSED + "ON");
      Outcome reversed = engine.run(query);
      engine.run(REVERSED + "OFF");
      boolean isCrash = once.isCrash() || reversed.isCrash();
      if (!isCrash && (once.code() != reversed.code() || Rows.difference("", once, "", reversed) != null)) {
        return true;
      }
    }
    return false;
  }

  private Violation reduced(Relation relation, Relation.Question question, String what) {
    List<String> script = Reduction.<String, RuntimeException>shortest(history, shorter -> violation(relation, question, shorter) != null, REDUCTION_NANOS);
    String last = violation(relation, question, script);
    List<String> queries = new ArrayList<>(List.of(question.whole()));
    queries.addAll(question.parts());
    return new Violation(seed, relation.name(), script, queries, last == null ? what : last);
  }

  private String violation(Relation relation, Relation.Question question, List<String> script) {
    try (Engine engine = factory.open()) {
      script.forEach(engine::run);
      return relation.violation(engine, question);
    }
  }
}
