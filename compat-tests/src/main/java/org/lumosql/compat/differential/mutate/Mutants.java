// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.compat.differential.generate.Generated;
import org.lumosql.compat.differential.generate.Randomness;
import org.lumosql.compat.differential.generate.SchemaModel;
import org.lumosql.compat.differential.generate.StatementSource;

/** The statements of one script, each preceded by mutants of it. A mutant that is no query is mostly undone, so that the script goes on as it would have. */
public final class Mutants implements StatementSource {
  private static final int MOST_FOR_ONE = 6;
  private static final int LONGEST = 4_000;
  /** SQLite executes a PRAGMA that it has read, and then finds the mistake behind it. */
  private static final Pattern SETTING = Pattern.compile("(?i)\\s*PRAGMA\\b");

  private static final Pattern ORDER = Pattern.compile("(?is).*\\bORDER\\s+BY\\s+((?:[1-9]\\s*,\\s*)*[1-9])\\s*;?\\s*");
  private static final Pattern LIMITED = Pattern.compile("(?is).*\\b(?:LIMIT|OVER|UNION|INTERSECT|EXCEPT|COLLATE)\\b.*");

  private final Randomness random;
  private final List<String> script;
  private final Material material;
  private final SchemaVariations variations;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int at;

  /** One of the scripts, chosen by the seed. */
  public Mutants(ScriptCollection scripts, long seed) {
    random = new Randomness(seed);
    script = scripts.any(random).stream().filter(sql -> !Undefined.is(sql)).toList();
    material = new Material(script);
    variations = new SchemaVariations(random);
    waiting.addAll(variations.first());
  }

  @Override
  public int changesBetweenChecks() {
    return 1;
  }

  @Override
  public Generated next(Supplier<SchemaModel> schema, List<String> crowded) {
    while (waiting.isEmpty()) {
      if (at >= script.size()) {
        return null;
      }
      String original = script.get(at++);
      int count = original.length() > LONGEST || SETTING.matcher(original).lookingAt() ? 0 : random.below(MOST_FOR_ONE + 1);
      for (int i = 0; i < count; i++) {
        add(mutant(original));
      }
      waiting.add(variations.varied(original));
      waiting.addAll(variations.between());
    }
    return generated(waiting.remove());
  }

  private void add(List<String> mutant) {
    if (mutant.isEmpty() || mutant.stream().anyMatch(sql -> sql.isEmpty() || sql.length() > LONGEST || Undefined.is(sql))) {
      return;
    }
    boolean isUndone = random.chance(90) && !mutant.stream().allMatch(sql -> StatementKind.of(sql) == StatementKind.QUERY);
    if (isUndone) {
      waiting.add("SAVEPOINT mutant");
    }
    waiting.addAll(mutant);
    if (isUndone) {
      waiting.add("ROLLBACK TO mutant");
      waiting.add("RELEASE mutant");
    }
  }

  /** Changed in one way, or in several. */
  private List<String> mutant(String original) {
    List<String> mutant = List.of(original);
    int times = random.chance(60) ? 1 : random.between(2, 3);
    for (int i = 0; i < times; i++) {
      int last = mutant.size() - 1;
      List<String> tokens = TextTokens.split(mutant.get(last));
      if (!tokens.isEmpty()) {
        List<String> changed = new ArrayList<>(mutant.subList(0, last));
        changed.addAll(Mutations.any(random).mutants(tokens, material, random));
        mutant = changed.size() > last ? changed : mutant;
      }
    }
    return mutant;
  }

  private static Generated generated(String sql) {
    Generated plain = StatementKind.generated(sql);
    Matcher order = ORDER.matcher(sql);
    if (plain.effect() != Generated.Effect.NOTHING || LIMITED.matcher(sql).matches() || !order.matches()) {
      return plain;
    }
    List<Integer> columns = new ArrayList<>();
    for (String column : order.group(1).split(",")) {
      columns.add(Integer.parseInt(column.strip()) - 1);
    }
    return new Generated(sql, plain.effect(), columns, false);
  }
}
