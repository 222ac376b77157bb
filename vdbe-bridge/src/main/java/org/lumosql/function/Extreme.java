// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.ArrayDeque;
import org.lumosql.value.Register;

/**
 * {@code min} and {@code max} as aggregates. Over windows rows leave in the order in which they came, so a queue of the
 * values that can still become the extreme is enough: each new value removes those before it that it beats or equals.
 */
final class Extreme extends Accumulator {
  private final int sign;
  private final Register best = new Register();
  private ArrayDeque<Candidate> candidates;
  private long arrived;
  private long left;

  private record Candidate(Register value, long position) {}

  Extreme(int sign) {
    this.sign = sign;
  }

  @Override
  public void expectInverse() {
    candidates = new ArrayDeque<>();
  }

  @Override
  public void step(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    if (candidates != null) {
      addCandidate(context, value);
    } else if (value.isNull()) {
      if (!best.isNull()) {
        context.keepBareColumns();
      }
    } else if (best.isNull() || Comparison.compare(value, best, context.collation()) * sign > 0) {
      best.copyFrom(value);
    } else {
      context.keepBareColumns();
    }
  }

  private void addCandidate(FunctionContext context, Register value) {
    long position = arrived++;
    if (value.isNull()) {
      return;
    }
    while (!candidates.isEmpty() && Comparison.compare(value, candidates.peekLast().value(),
        context.collation()) * sign >= 0) {
      candidates.removeLast();
    }
    Register copy = new Register();
    copy.copyFrom(value);
    candidates.addLast(new Candidate(copy, position));
  }

  @Override
  public void inverse(FunctionContext context, Register[] r, int first, int count) {
    long position = left++;
    if (!candidates.isEmpty() && candidates.peekFirst().position() == position) {
      candidates.removeFirst();
    }
  }

  @Override
  public void value(FunctionContext context) {
    if (candidates != null) {
      if (!candidates.isEmpty()) {
        context.result().copyFrom(candidates.peekFirst().value());
      }
    } else if (!best.isNull()) {
      context.result().copyFrom(best);
    }
  }

  @Override
  public void finish(FunctionContext context) {
    value(context);
  }
}
