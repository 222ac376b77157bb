// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The statements of a test. Those of which there are many are made while they are asked for, and are the same each time: millions of them need no memory. */
public final class Steps implements Iterable<Step> {
  /** So many are made at a time: at LumoSQL's own data size all of a test. */
  private static final int PART = 32_768;

  private final List<Step> first;
  private final int count;
  private final Maker maker;
  private final long seed;
  private final List<Step> last;

  /** Makes one of many statements. */
  @FunctionalInterface
  interface Maker {
    /** @param number from 1 */
    Step step(int number, Random random);
  }

  private Steps(List<Step> first, int count, Maker maker, long seed, List<Step> last) {
    this.first = first;
    this.count = count;
    this.maker = maker;
    this.seed = seed;
    this.last = last;
  }

  public static Steps of(Step... steps) {
    return new Steps(List.of(steps), 0, (number, random) -> Step.COMMIT, 0, List.of());
  }

  static Steps each(int count, long seed, Maker maker) {
    return new Steps(List.of(), count, maker, seed, List.of());
  }

  /** These with another before them. */
  Steps after(Step step) {
    List<Step> longer = new ArrayList<>(first);
    longer.add(0, step);
    return new Steps(longer, count, maker, seed, last);
  }

  Steps inTransaction() {
    List<Step> longer = new ArrayList<>(last);
    longer.add(Step.COMMIT);
    return new Steps(first, count, maker, seed, longer).after(Step.BEGIN);
  }

  public int size() {
    return first.size() + count + last.size();
  }

  public Stream<Step> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** All of them, one after the other, in lists of some thousands: so that they are there before a clock is started. */
  public Iterator<List<Step>> parts() {
    Iterator<Step> steps = iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return steps.hasNext();
      }

      @Override
      public List<Step> next() {
        List<Step> part = new ArrayList<>(Math.min(PART, size()));
        while (steps.hasNext() && part.size() < PART) {
          part.add(steps.next());
        }
        return part;
      }
    };
  }

  @Override
  public Iterator<Step> iterator() {
    Random random = new Random(seed);
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public Step next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int index = next++;
        if (index < first.size()) {
          return first.get(index);
        }
        int made = index - first.size();
        return made < count ? maker.step(made + 1, random) : last.get(made - count);
      }
    };
  }

  /** As lists: by what they consist of. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Steps steps) || steps.size() != size()) {
      return false;
    }
    Iterator<Step> theirs = steps.iterator();
    for (Step step : this) {
      if (!step.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, count, seed, last);
  }
}
