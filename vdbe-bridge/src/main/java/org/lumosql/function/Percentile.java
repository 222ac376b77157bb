// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.Arrays;
import org.lumosql.error.Interruption;
import org.lumosql.value.Register;

/**
 * {@code median}, {@code percentile}, {@code percentile_cont} and {@code percentile_disc}: keeps all values and sorts
 * when asked.
 */
final class Percentile extends Accumulator {
  /** Which function: how the fraction is given, and whether to interpolate. */
  enum Kind {
    MEDIAN("median", 1),
    PERCENTILE("percentile", 100),
    CONTINUOUS("percentile_cont", 1),
    DISCRETE("percentile_disc", 1);

    private final String functionName;
    private final double largest;

    Kind(String functionName, double largest) {
      this.functionName = functionName;
      this.largest = largest;
    }
  }

  private static final int STRETCH = 1 << 16;

  private final Kind kind;
  private double[] values = new double[16];
  private int count;
  private boolean sorted;
  private double fraction = -1;

  Percentile(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void step(FunctionContext context, Register[] r, int first, int argumentCount) {
    double wanted = argumentCount == 1 ? 0.5 : fraction(context, r[first + 1]);
    if (fraction < 0) {
      fraction = wanted;
    } else if (Math.abs(fraction - wanted) > 0.001) {
      throw context.error("the fraction argument to " + kind.functionName + "() is not the same for all input rows");
    }
    if (r[first].isNull()) {
      return;
    }
    double value = number(context, r[first]);
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    if (sorted && count > 0) {
      int at = Arrays.binarySearch(values, 0, count, value);
      at = at < 0 ? -at - 1 : at;
      System.arraycopy(values, at, values, at + 1, count - at);
      values[at] = value;
      count++;
    } else {
      values[count++] = value;
    }
  }

  private double fraction(FunctionContext context, Register argument) {
    Register number = Arguments.numeric(argument);
    double wanted = Arguments.isNumber(number) ? Arguments.real(number) : -1;
    if (wanted < 0 || wanted > kind.largest) {
      throw context.error("the fraction argument to " + kind.functionName + "() is not between 0.0 and "
          + (kind.largest == 1 ? "1.0" : "100.0"));
    }
    return wanted / kind.largest;
  }

  private double number(FunctionContext context, Register argument) {
    if (!Arguments.isNumber(argument)) {
      throw context.error("input to " + kind.functionName + "() is not numeric");
    }
    double value = Arguments.real(argument);
    if (Double.isInfinite(value)) {
      throw context.error("Inf input to " + kind.functionName + "()");
    }
    return value + 0.0;
  }

  @Override
  public void inverse(FunctionContext context, Register[] r, int first, int argumentCount) {
    if (r[first].isNull() || !Arguments.isNumber(r[first])) {
      return;
    }
    sort();
    int at = Arrays.binarySearch(values, 0, count, Arguments.real(r[first]) + 0.0);
    if (at >= 0) {
      count--;
      System.arraycopy(values, at + 1, values, at, count - at);
    }
  }

  /** In stretches that are merged, so that it can be interrupted. */
  private void sort() {
    if (sorted) {
      return;
    }
    for (int start = 0; start < count; start += STRETCH) {
      Interruption.check();
      Arrays.sort(values, start, Math.min(start + STRETCH, count));
    }
    double[] aside = new double[count > STRETCH ? Integer.highestOneBit(count - 1) : 0];
    for (long width = STRETCH; width < count; width *= 2) {
      for (long left = 0; left + width < count; left += 2 * width) {
        merge((int) left, (int) (left + width), (int) Math.min(left + 2 * width, count), aside);
      }
    }
    sorted = true;
  }

  /** Merges two sorted neighbours; the left one moves aside. */
  private void merge(int start, int middle, int end, double[] aside) {
    int size = middle - start;
    System.arraycopy(values, start, aside, 0, size);
    int left = 0;
    int right = middle;
    for (int at = start; left < size && right < end; at++) {
      if ((at & STRETCH - 1) == 0) {
        Interruption.check();
      }
      values[at] = aside[left] <= values[right] ? aside[left++] : values[right++];
    }
    System.arraycopy(aside, left, values, right - (size - left), size - left);
  }

  @Override
  public void value(FunctionContext context) {
    if (count == 0) {
      return;
    }
    sort();
    double position = fraction * (count - 1);
    int lower = (int) position;
    double value = values[lower];
    if (kind != Kind.DISCRETE && lower != position) {
      value += (values[lower + 1] - value) * (position - lower);
    }
    context.result().setReal(value);
  }

  @Override
  public void finish(FunctionContext context) {
    value(context);
  }
}
