// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;

import org.lumosql.value.Register;

/**
 * The functions that ANALYZE's program calls to count the entries of an index; no SQL can name them. The state rides as an object in the register
 * that {@link #INIT} fills.
 */
public final class StatisticsFunctions implements ScalarFunction {
  /** Arguments: fields, fields of the key, entries, limit. */
  public static final FunctionDefinition INIT = scalar("stat_init", 4, 0, new StatisticsFunctions(Body.INIT));

  /**
   * Takes in an entry. Arguments: state, number of the first changed field, rowid or record of the primary key. The result is not NULL when it is time
   * to skip to the next value of the first field: 1 if several were seen, else 0.
   */
  public static final FunctionDefinition PUSH = scalar("stat_push", 3, 0, new StatisticsFunctions(Body.PUSH));

  /** Arguments: state, one of the constants below. */
  public static final FunctionDefinition GET = scalar("stat_get", 2, 0, new StatisticsFunctions(Body.GET));

  /** The text for {@code sqlite_stat1}. */
  public static final int AVERAGES = 0;

  /** Goes on to the next sample and gives its row's rowid or primary key; NULL if there is none. */
  public static final int NEXT_SAMPLE = 1;

  public static final int EQUAL = 2;
  public static final int LESS = 3;
  public static final int DISTINCT_LESS = 4;

  /** Which function. */
  private enum Body {
    INIT,
    PUSH,
    GET
  }

  private final Body body;

  private StatisticsFunctions(Body body) {
    this.body = body;
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case INIT ->
          context
              .result()
              .setObject(
                  new IndexSampler(
                      (int) r[first].integer(),
                      (int) r[first + 1].integer(),
                      r[first + 2].integer(),
                      (int) r[first + 3].integer()));
      case PUSH -> push(context.result(), (IndexSampler) r[first].object(), (int) r[first + 1].integer(), r[first + 2]);
      case GET -> get(context, (IndexSampler) r[first].object(), (int) r[first + 1].integer());
      default -> throw new AssertionError(body);
    }
  }

  private static void push(Register result, IndexSampler sampler, int changed, Register row) {
    if (row.type() == Register.BLOB) {
      sampler.add(changed, 0, copy(row));
    } else {
      sampler.add(changed, row.integer(), null);
    }
    if (sampler.isTimeToSkip()) {
      result.setBoolean(sampler.hasSeveralValues());
    }
  }

  private static byte[] copy(Register row) {
    byte[] key = new byte[row.length()];
    System.arraycopy(row.bytes(), row.offset(), key, 0, key.length);
    return key;
  }

  private static void get(FunctionContext context, IndexSampler sampler, int what) {
    switch (what) {
      case AVERAGES -> context.setResult(sampler.averages());
      case NEXT_SAMPLE -> {
        if (sampler.nextSample()) {
          byte[] key = sampler.sampleKey();
          if (key == null) {
            context.result().setInteger(sampler.sampleRowid());
          } else {
            context.result().setBlobView(key, 0, key.length);
          }
        }
      }
      case EQUAL -> context.setResult(sampler.sampleCounts(IndexSampler.Count.EQUAL));
      case LESS -> context.setResult(sampler.sampleCounts(IndexSampler.Count.LESS));
      case DISTINCT_LESS -> context.setResult(sampler.sampleCounts(IndexSampler.Count.DISTINCT_LESS));
      default -> throw new AssertionError(what);
    }
  }
}
