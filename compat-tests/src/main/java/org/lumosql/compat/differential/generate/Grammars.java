// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.Set;

/** The grammars of a trial, which refer to each other, and what they share: randomness, features, the schema and names. */
final class Grammars {
  final Randomness random;
  final Literals literals;
  final FunctionGrammar functions;
  final ExpressionGrammar expressions;
  final AggregateGrammar aggregates;
  final WindowGrammar windows;
  final FromGrammar sources;
  final SelectGrammar selects;
  final CommonTableGrammar commonTables;
  final QueryGrammar queries;
  final ChangeGrammar changes;
  final DefinitionGrammar definitions;

  private final Set<Feature> features;
  private SchemaModel schema = SchemaModel.EMPTY;
  private int names;

  Grammars(Randomness random, Set<Feature> features) {
    this.random = random;
    this.features = features;
    literals = new Literals(random);
    functions = new FunctionGrammar(this);
    expressions = new ExpressionGrammar(this);
    aggregates = new AggregateGrammar(this);
    windows = new WindowGrammar(this);
    sources = new FromGrammar(this);
    selects = new SelectGrammar(this);
    commonTables = new CommonTableGrammar(this);
    queries = new QueryGrammar(this);
    changes = new ChangeGrammar(this);
    definitions = new DefinitionGrammar(this);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** Whether the feature is wanted, and the die says so too. */
  boolean wants(Feature feature, int percent) {
    return has(feature) && random.chance(percent);
  }

  SchemaModel schema() {
    return schema;
  }

  /** Begins a statement over the schema as it is now. */
  void begin(SchemaModel current) {
    schema = current;
    names = 0;
  }

  /** A name that the statement has not used: an alias. */
  String fresh(String prefix) {
    return prefix + ++names;
  }
}
