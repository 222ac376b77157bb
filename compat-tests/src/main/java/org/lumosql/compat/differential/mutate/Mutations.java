// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.compat.differential.generate.Randomness;

/** All ways to change a statement, and how often each is taken. */
final class Mutations {
  private static final List<String> AROUND_OPERAND =
      List.of(
          "(X)", "+X", "-X", "~X", "NOT X", "(NOT X)", "X COLLATE NOCASE", "(X COLLATE NOCASE)", "CAST(X AS INTEGER)", "CAST(X AS TEXT)", "CAST(X AS REAL)", "CAST(X AS NUMERIC)", "CAST(X AS BLOB)",
          "coalesce(X, Y)", "ifnull(NULL, X)", "(SELECT X)", "(SELECT X UNION SELECT Y)", "(SELECT Y WHERE X)", "X IS NULL", "X IS NOT NULL", "X IS Y", "X = Y", "X <> Y", "(X < Y)", "X || Y", "X + Y", "X * Y",
          "X - Y", "X % 3", "X AND Y", "(X OR Y)", "CASE WHEN X THEN Y END", "CASE X WHEN Y THEN 1 ELSE X END", "X IN (Y, Z)", "X IN (SELECT Y)", "X NOT IN (Y, X)", "X BETWEEN Y AND Z", "(X, Y)",
          "(X, Y) = (Y, Z)", "max(X)", "min(X, Y)", "count(X)", "count(DISTINCT X)", "sum(X)", "sum(X) OVER ()", "sum(X) OVER (ORDER BY Y)", "row_number() OVER (PARTITION BY X)", "group_concat(X)",
          "group_concat(X, Y)", "json_group_array(X)", "EXISTS(SELECT X)", "iif(X, Y, Z)", "typeof(X)", "abs(X)", "lower(X)", "quote(X)", "json_array(X, Y)", "X LIKE Y", "X GLOB Y", "likely(X)", "nullif(X, Y)",
          "X IS TRUE", "X IS NOT DISTINCT FROM Y", "X ->> Y", "printf('%s|%d', X, Y)", "substr(X, 1, 2)", "round(X)", "hex(X)", "sum(X) FILTER (WHERE Y)", "X DESC", "X AS mutant", "X ISNULL");

  private static final List<List<String>> AROUND_QUERY =
      List.of(
          List.of("SELECT * FROM (X)"),
          List.of("SELECT DISTINCT * FROM (X)"),
          List.of("SELECT count(*) FROM (X)"),
          List.of("SELECT *, row_number() OVER () FROM (X) AS q"),
          List.of("SELECT * FROM (X) ORDER BY 1"),
          List.of("SELECT * FROM (X) WHERE 1 ORDER BY 1 LIMIT 2"),
          List.of("WITH w AS (X) SELECT * FROM w"),
          List.of("WITH w AS MATERIALIZED (X) SELECT * FROM w"),
          List.of("WITH w AS (X) SELECT * FROM w AS a, w AS b"),
          List.of("WITH w AS (X), v AS (Y) SELECT * FROM w LEFT JOIN v"),
          List.of("SELECT EXISTS(X), NOT EXISTS(Y)"),
          List.of("SELECT (X)"),
          List.of("SELECT 1 IN (X), NULL IN (X)"),
          List.of("X UNION ALL Y"),
          List.of("X UNION X"),
          List.of("X INTERSECT Y"),
          List.of("Y EXCEPT X"),
          List.of("SELECT * FROM (X) UNION ALL SELECT * FROM (Y)"),
          List.of("SELECT * FROM (X UNION SELECT * FROM (X))"),
          List.of("SELECT * FROM (X) AS a LEFT JOIN (Y) AS b ON a.a = b.a"),
          List.of("SELECT * FROM (X) NATURAL JOIN (X)"),
          List.of("SELECT * FROM (X) AS a FULL JOIN (Y) AS b ON 1"),
          List.of("SELECT a, count(*) FROM (X) GROUP BY 1"),
          List.of("SELECT max(a), b FROM (X)"),
          List.of("SELECT * FROM (X) WHERE a IN (SELECT a FROM (Y))"),
          List.of("SELECT (SELECT count(*) FROM (X) AS i WHERE i.a = o.a) FROM (X) AS o"),
          List.of("CREATE VIEW mutant AS X", "SELECT * FROM mutant"),
          List.of("CREATE VIEW mutant AS X", "SELECT * FROM mutant AS m JOIN mutant AS n", "SELECT count(*) FROM mutant WHERE 1"),
          List.of("CREATE TABLE mutant AS X", "SELECT * FROM mutant"),
          List.of("CREATE TEMP TABLE mutant AS SELECT * FROM (X) UNION ALL Y"),
          List.of("CREATE TABLE mutant(a, b, c)", "INSERT INTO mutant X", "INSERT INTO mutant(a) X"),
          List.of("CREATE TABLE mutant(a)", "CREATE TRIGGER mutant_t AFTER INSERT ON mutant BEGIN X; END", "INSERT INTO mutant VALUES(1)"));

  private static final List<List<String>> AROUND_CHANGE =
      List.of(
          List.of("CREATE TABLE mutant(a, b)", "CREATE TRIGGER mutant_t AFTER INSERT ON mutant BEGIN X; END", "INSERT INTO mutant VALUES(1, 2)"),
          List.of("CREATE TABLE mutant(a, b)", "CREATE TEMP TRIGGER mutant_t BEFORE DELETE ON mutant WHEN old.a BEGIN SELECT 1; X; END", "INSERT INTO mutant VALUES(1, 2)", "DELETE FROM mutant"),
          List.of("CREATE VIEW mutant(a, b) AS SELECT 1, 2", "CREATE TRIGGER mutant_t INSTEAD OF UPDATE ON mutant BEGIN X; END", "UPDATE mutant SET a = 3"),
          List.of("X RETURNING *"),
          List.of("X RETURNING rowid"),
          List.of("X ON CONFLICT DO NOTHING"),
          List.of("X", "X"),
          List.of("WITH w AS (Y) X"));

  private record Choice(int weight, Mutation mutation) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(4, Mutations::removed),
          new Choice(2, Mutations::repeated),
          new Choice(3, Mutations::exchanged),
          new Choice(4, Mutations::replaced),
          new Choice(4, Mutations::added),
          new Choice(9, Mutations::otherOperand),
          new Choice(5, Mutations::exchangedOperands),
          new Choice(10, Mutations::wrappedOperand),
          new Choice(4, Mutations::withoutClause),
          new Choice(5, Mutations::otherClause),
          new Choice(5, Mutations::moreClauses),
          new Choice(8, Mutations::wrapped));
  private static final int ALL = CHOICES.stream().mapToInt(Choice::weight).sum();

  private Mutations() {}

  static Mutation any(Randomness random) {
    int number = random.below(ALL);
    for (Choice choice : CHOICES) {
      number -= choice.weight();
      if (number < 0) {
        return choice.mutation();
      }
    }
    throw new AssertionError(number);
  }

  // ---- words, blindly

  /** The place of a token that is no space. */
  private static int place(List<String> tokens, Randomness random) {
    int at = random.below(tokens.size());
    for (int tries = 0; tries < 10 && TextTokens.isSpace(tokens.get(at)); tries++) {
      at = random.below(tokens.size());
    }
    return at;
  }

  private static List<String> one(List<String> tokens) {
    return List.of(TextTokens.join(tokens));
  }

  private static List<String> removed(List<String> tokens, Material material, Randomness random) {
    tokens.remove(place(tokens, random));
    return one(tokens);
  }

  private static List<String> repeated(List<String> tokens, Material material, Randomness random) {
    int at = place(tokens, random);
    tokens.add(at, tokens.get(at) + " ");
    return one(tokens);
  }

  private static List<String> exchanged(List<String> tokens, Material material, Randomness random) {
    Collections.swap(tokens, place(tokens, random), place(tokens, random));
    return one(tokens);
  }

  private static List<String> replaced(List<String> tokens, Material material, Randomness random) {
    tokens.set(place(tokens, random), " " + material.word(random) + " ");
    return one(tokens);
  }

  private static List<String> added(List<String> tokens, Material material, Randomness random) {
    tokens.add(place(tokens, random), " " + material.word(random) + " ");
    return one(tokens);
  }

  // ---- operands

  private static List<String> otherOperand(List<String> tokens, Material material, Randomness random) {
    return put(tokens, Operands.of(tokens), material.operand(random), random);
  }

  private static List<String> exchangedOperands(List<String> tokens, Material material, Randomness random) {
    List<Operands.Span> spans = Operands.of(tokens);
    return spans.isEmpty() ? List.of() : put(tokens, spans, random.of(spans).text(tokens), random);
  }

  private static List<String> wrappedOperand(List<String> tokens, Material material, Randomness random) {
    List<Operands.Span> spans = Operands.of(tokens);
    if (spans.isEmpty()) {
      return List.of();
    }
    Operands.Span span = random.of(spans);
    String text = filled(random.of(AROUND_OPERAND), span.text(tokens), material.operand(random), material.operand(random));
    return put(tokens, List.of(span), text, random);
  }

  /** The pattern with the capitals X, Y and Z, where they stand alone, as given. */
  private static String filled(String pattern, String x, String y, String z) {
    List<String> tokens = TextTokens.split(pattern);
    tokens.replaceAll(token -> token.equals("X") ? x : token.equals("Y") ? y : token.equals("Z") ? z : token);
    return TextTokens.join(tokens);
  }

  private static List<String> put(List<String> tokens, List<Operands.Span> spans, String text, Randomness random) {
    if (spans.isEmpty()) {
      return List.of();
    }
    Operands.Span span = random.of(spans);
    List<String> changed = new ArrayList<>(tokens.subList(0, span.first()));
    changed.add(text.isEmpty() ? "" : " " + text + " ");
    changed.addAll(tokens.subList(span.last() + 1, tokens.size()));
    return one(changed);
  }

  // ---- clauses

  private static List<String> withoutClause(List<String> tokens, Material material, Randomness random) {
    return put(tokens, Clauses.of(tokens), "", random);
  }

  private static List<String> otherClause(List<String> tokens, Material material, Randomness random) {
    return put(tokens, Clauses.of(tokens), material.clause(random), random);
  }

  private static List<String> moreClauses(List<String> tokens, Material material, Randomness random) {
    List<Operands.Span> spans = Clauses.of(tokens);
    int at = spans.isEmpty() || random.chance(40) ? tokens.size() : random.of(spans).first();
    tokens.add(at, " " + material.clause(random) + " ");
    return one(tokens);
  }

  // ---- whole statements

  private static List<String> wrapped(List<String> tokens, Material material, Randomness random) {
    String text = TextTokens.join(tokens);
    StatementKind kind = StatementKind.of(text);
    if (kind != StatementKind.QUERY && kind != StatementKind.CHANGE) {
      return List.of();
    }
    String other = material.query(random);
    List<String> patterns = random.of(kind == StatementKind.QUERY ? AROUND_QUERY : AROUND_CHANGE);
    return patterns.stream().map(pattern -> filled(pattern, text, other, other)).toList();
  }
}
