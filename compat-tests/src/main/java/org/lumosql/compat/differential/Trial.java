// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lumosql.compat.differential.generate.Generated;
import org.lumosql.compat.differential.generate.SchemaModel;
import org.lumosql.compat.differential.generate.SchemaReader;
import org.lumosql.compat.differential.generate.StatementSource;
import org.lumosql.error.ResultCode;

/** One seed: two new databases, the same random statements on both, everything compared. */
final class Trial {
  private final Engine.Factory leftFactory;
  private final Engine.Factory rightFactory;
  private final long seed;
  private final int length;
  private final StatementSource source;
  private final Tally tally;
  private final Consumer<Difference> messages;
  private final List<Generated> history = new ArrayList<>();

  private Engine left;
  private Engine right;
  private Check check;
  private SchemaModel schema = SchemaModel.EMPTY;
  private boolean isSchemaOld;
  private volatile Generated current = Generated.query("");
  private int unchecked;

  /** @param messages takes statements that both engines refuse with one code and two messages, after which the trial goes on; null if such a statement is a difference */
  Trial(long seed, Campaign.Kind kind, Tally tally, Consumer<Difference> messages) {
    this.seed = seed;
    this.length = kind.length();
    this.leftFactory = kind.left();
    this.rightFactory = kind.right();
    this.tally = tally;
    this.messages = messages;
    source = kind.sources().apply(seed);
  }

  /** The first difference, with the statements before it; null if there is none. */
  Difference run() {
    try (Engine one = leftFactory.open();
        Engine other = rightFactory.open()) {
      left = one;
      right = other;
      check = new Check(one, other);
      for (int i = 0; i < length; i++) {
        Generated statement = source.next(this::schema, check.crowded());
        if (statement == null) {
          break;
        }
        current = statement;
        long start = System.nanoTime();
        Outcome answer = left.run(statement.sql());
        long middle = System.nanoTime();
        Outcome expected = right.run(statement.sql());
        long end = System.nanoTime();
        tally.count(expected);
        Difference slower = Slowness.isNoticed(middle - start, end - middle) ? new Slowness(leftFactory, rightFactory).confirm(history, statement) : null;
        if (slower != null) {
          return slower;
        }
        if (answer.isTimeout() || expected.isTimeout()) {
          tally.timeout("seed " + seed + ": " + statement.sql(), answer.isTimeout(), expected.isTimeout());
          return null; // what it changed until then is not the same
        }
        Difference difference = judge(statement, answer, expected);
        if (difference != null) {
          return Accepted.choosesRowids(right) ? null : difference;
        }
        note(statement);
      }
      Check.Finding finding = check.integrity();
      return finding != null && Accepted.damagesDatabase(texts(history), left, right) ? null : finding(finding);
    }
  }

  /** What is being run, as a difference, for one who waits in vain. Any thread may ask. */
  Difference stuck() {
    Outcome nothing = Outcome.error(Outcome.INTERRUPT, "no answer");
    List<String> script;
    synchronized (history) {
      script = texts(history);
    }
    return new Difference(Comparison.Kind.HANG, script, current, null, nothing, nothing);
  }

  private Difference judge(Generated statement, Outcome answer, Outcome expected) {
    Comparison.Kind kind = Comparison.compare(statement, answer, expected);
    boolean failsAlone = kind == Comparison.Kind.ERROR_CODE && answer.isError() && !expected.isError();
    if (failsAlone && (Accepted.leavesOrphan(answer, left, right) || Accepted.remembersView(statement.sql(), answer, expected))) {
      throw new Abandoned();
    }
    if ((failsAlone || kind == Comparison.Kind.MESSAGE) && Accepted.isInView(answer, right)) {
      throw new Abandoned();
    }
    if (Accepted.forgetsTrigger(answer, expected, right) || Accepted.forgetsOn(answer, expected, right)) {
      throw new Abandoned();
    }
    if (kind != null && expected.code() == ResultCode.CORRUPT.code() && Accepted.damagesDatabase(texts(history), left, right)) {
      throw new Abandoned();
    }
    if (kind != null) {
      Difference difference = new Difference(kind, texts(history), statement, null, answer, expected);
      if (!kind.isAmbiguityPossible() || !new Replay(leftFactory, rightFactory).isAmbiguous(difference)) {
        if (kind != Comparison.Kind.MESSAGE || messages == null) {
          return difference;
        }
        messages.accept(difference);
      } else {
        tally.ambiguous();
        if (statement.effect() != Generated.Effect.NOTHING) {
          throw new Abandoned();
        }
        return null;
      }
    }
    if (statement.effect() == Generated.Effect.NOTHING) {
      return null;
    }
    if (statement.effect() == Generated.Effect.SCHEMA || expected.isError()) {
      isSchemaOld = true;
    }
    if (Accepted.leavesChanges(expected) || expected.code() == ResultCode.CONSTRAINT_FOREIGNKEY.code()) {
      unchecked = source.changesBetweenChecks();
    }
    Difference difference = state(statement);
    if (difference != null && (Accepted.leavesChanges(expected) || expected.isError() && Accepted.leavesOrphan(answer, left, right))) {
      throw new Abandoned();
    }
    return difference;
  }

  /** Ends a trial whose two databases are no longer the same by right. */
  static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super(null, null, false, false);
    }
  }

  private void note(Generated statement) {
    synchronized (history) {
      history.add(statement);
    }
  }

  private Difference state(Generated statement) {
    Check.Finding finding = check.counters();
    unchecked++;
    if (finding == null && (unchecked >= source.changesBetweenChecks() || statement.effect() == Generated.Effect.SCHEMA)) {
      unchecked = 0;
      finding = check.contents();
    }
    if (finding != null) {
      note(statement);
    }
    return finding(finding);
  }

  /** Runs everything again to see after which statement the states began to differ. */
  private Difference finding(Check.Finding finding) {
    if (finding == null) {
      return null;
    }
    Replay replay = new Replay(leftFactory, rightFactory);
    Difference difference = replay.run(history);
    if (difference == null) { // only seen now: it depends on what was asked meanwhile
      int last = history.size() - 1;
      return new Difference(finding.kind(), texts(history.subList(0, last)), history.get(last), finding.query(), finding.left(), finding.right());
    }
    if (replay.isAmbiguous(difference)) {
      tally.ambiguous();
      throw new Abandoned();
    }
    return difference;
  }

  private SchemaModel schema() {
    if (isSchemaOld) {
      isSchemaOld = false;
      schema = new SchemaReader(this::rows).read();
    }
    return schema;
  }

  private List<String[]> rows(String query) {
    Outcome outcome = right.ask(query);
    return outcome.isError() ? null : outcome.rows();
  }

  private static List<String> texts(List<Generated> statements) {
    return statements.stream().map(Generated::sql).toList();
  }
}
