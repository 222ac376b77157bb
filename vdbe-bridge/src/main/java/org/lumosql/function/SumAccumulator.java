// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.value.Register;

/**
 * {@code sum}, {@code total} and {@code avg}.
 *
 * <p>Integers are added exactly as long as they fit; from the first real or the first overflow on the sum is a double
 * with a running compensation for rounding errors (Kahan–Babuška–Neumaier), so that results do not depend on magnitudes
 * in between.
 */
final class SumAccumulator extends Accumulator {
  /** What to make of the sum. */
  enum Kind {
    SUM,
    TOTAL,
    AVERAGE
  }

  /** Integers beyond this do not fit a double's significand with room to spare and are added in two parts. */
  private static final long LARGE = 4503599627370496L;
  private static final long LOW_PART = 16384;

  private final Kind kind;
  private long rows;
  private long exact;
  private double sum;
  private double error;
  private boolean approximate;
  private boolean overflow;

  SumAccumulator(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void step(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    if (value.type() == Register.TEXT) {
      value = Arguments.numeric(value);
    }
    if (value.type() == Register.INTEGER) {
      rows++;
      addInteger(value.integer());
    } else if (!value.isNull()) {
      rows++;
      overflow = false; // a double makes the sum approximate by right
      startApproximation();
      addReal(Arguments.real(value));
    }
  }

  @Override
  public void inverse(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    if (value.type() == Register.TEXT) {
      value = Arguments.numeric(value);
    }
    if (value.isNull()) {
      return;
    }
    rows--;
    if (value.type() == Register.INTEGER) {
      subtractInteger(value.integer());
    } else {
      startApproximation();
      addReal(-Arguments.real(value));
    }
  }

  private void addInteger(long value) {
    if (!approximate) {
      long next = exact + value;
      if (((exact ^ next) & (value ^ next)) >= 0) {
        exact = next;
        return;
      }
      overflow = true;
      startApproximation();
    }
    addLarge(value);
  }

  private void subtractInteger(long value) {
    if (!approximate) {
      long next = exact - value;
      if (((exact ^ value) & (exact ^ next)) >= 0) {
        exact = next;
        return;
      }
      overflow = true;
      startApproximation();
    }
    if (value != Long.MIN_VALUE) {
      addLarge(-value);
    } else {
      addLarge(Long.MAX_VALUE);
      addLarge(1);
    }
  }

  private void startApproximation() {
    if (!approximate) {
      approximate = true;
      long low = exact <= -LARGE || exact >= LARGE ? exact % LOW_PART : 0;
      sum = exact - low;
      error = low;
    }
  }

  private void addLarge(long value) {
    if (value <= -LARGE || value >= LARGE) {
      long low = value % LOW_PART;
      addReal(value - low);
      addReal(low);
    } else {
      addReal(value);
    }
  }

  private void addReal(double value) {
    double before = sum;
    double after = before + value;
    error += Math.abs(before) > Math.abs(value) ? before - after + value : value - after + before;
    sum = after;
  }

  private double compensatedSum() {
    return Double.isFinite(error) ? sum + error : sum;
  }

  @Override
  public void value(FunctionContext context) {
    switch (kind) {
      case TOTAL -> context.result().setReal(approximate ? compensatedSum() : exact);
      case AVERAGE -> {
        if (rows > 0) {
          context.result().setReal((approximate ? compensatedSum() : exact) / rows);
        }
      }
      case SUM -> {
        if (rows > 0 && approximate) {
          if (overflow) {
            throw context.error("integer overflow");
          }
          context.result().setReal(compensatedSum());
        } else if (rows > 0) {
          context.result().setInteger(exact);
        }
      }
      default -> throw new AssertionError(kind);
    }
  }

  @Override
  public void finish(FunctionContext context) {
    value(context);
  }
}
