// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * A function as the compiler and the machine know it. Immutable.
 *
 * @param name lower case
 * @param argumentCount exact number, or −1 for any (the body checks), see {@link #minimumArguments} and {@link #maximumArguments}
 * @param minimumArguments for variadic functions, else equal to {@code argumentCount}
 * @param maximumArguments for variadic functions, else equal to {@code argumentCount}; 127 for no limit of its own
 * @param kind scalar, aggregate or window
 * @param flags a sum of the constants
 * @param scalar the body of a scalar function, else null
 * @param accumulators makes the state of an aggregate or window function, else null
 */
public record FunctionDefinition(
    String name,
    int argumentCount,
    int minimumArguments,
    int maximumArguments,
    Kind kind,
    int flags,
    ScalarFunction scalar,
    Supplier<? extends Accumulator> accumulators) {
  /** Same arguments, same result: may be factored out, used in indexes and generated columns. */
  public static final int DETERMINISTIC = 1;
  /** Constant during one statement, as {@code date('now')}: may be factored out, not used in indexes. */
  public static final int SLOW_CHANGE = 2;
  /** Needs the collation of its arguments: {@code min}, {@code max}, {@code nullif}. */
  public static final int NEEDS_COLLATION = 4;
  /** {@code length}, {@code typeof}, {@code octet_length}: a column argument need not be loaded whole. */
  public static final int LENGTH_ONLY = 8;
  /** {@code count}: without arguments it may be answered from the tree. */
  public static final int COUNT = 16;
  /** {@code min} or {@code max} as an aggregate: bare columns come from the row that has it. */
  public static final int MIN_MAX = 32;
  /** Reads the subtypes of its arguments, and may give its result one. */
  public static final int SUBTYPE = 64;
  /** Not usable in triggers, views and schema expressions from untrusted schemas. */
  public static final int DIRECT_ONLY = 128;
  /** Harmless even in untrusted schemas. */
  public static final int INNOCUOUS = 256;
  /** The compiler makes code for it instead of a call: {@code coalesce}, {@code iif}, {@code likely}, {@code unlikely}, {@code likelihood}, … */
  public static final int INLINE = 512;
  /** {@code like} or {@code glob}: the optimiser may turn it into a range. */
  public static final int LIKE = 1024;
  /** Window function that needs the whole partition's rows through its own code: {@code ntile}, {@code lag}, {@code nth_value}, … */
  public static final int BUILT_IN_WINDOW = 2048;
  /** An aggregate that takes ORDER BY as WITHIN GROUP: {@code percentile} family. */
  public static final int ORDERED_SET = 4096;
  /** May give its result a subtype without reading those of its arguments. */
  public static final int RESULT_SUBTYPE = 8192;

  private static final int ANY_COUNT = 127;

  /** What a function is. */
  public enum Kind {
    SCALAR,
    /** Only as an aggregate. */
    AGGREGATE,
    /** As an aggregate and, with inverse and value, over windows. */
    WINDOW_AGGREGATE,
    /** Only with OVER. */
    WINDOW
  }

  /**
   * A scalar function of a user.
   *
   * @param argumentCount exact number, or −1 for any
   * @param flags a sum of {@link #DETERMINISTIC}, {@link #DIRECT_ONLY}, {@link #INNOCUOUS} and {@link #SUBTYPE}
   */
  public static FunctionDefinition scalar(String name, int argumentCount, int flags, ScalarFunction body) {
    return ofUser(name, argumentCount, Kind.SCALAR, flags, body, null);
  }

  /** An aggregate function of a user, without OVER. Parameters as for {@link #scalar}. */
  public static FunctionDefinition aggregate(
      String name, int argumentCount, int flags, Supplier<? extends Accumulator> accumulators) {
    return ofUser(name, argumentCount, Kind.AGGREGATE, flags, null, accumulators);
  }

  /** An aggregate function of a user that also runs over windows: its accumulators have {@code inverse} and {@code value}. */
  public static FunctionDefinition window(
      String name, int argumentCount, int flags, Supplier<? extends Accumulator> accumulators) {
    return ofUser(name, argumentCount, Kind.WINDOW_AGGREGATE, flags, null, accumulators);
  }

  private static FunctionDefinition ofUser(
      String name,
      int argumentCount,
      Kind kind,
      int flags,
      ScalarFunction body,
      Supplier<? extends Accumulator> accumulators) {
    int minimum = Math.max(argumentCount, 0);
    int maximum = argumentCount < 0 ? ANY_COUNT : argumentCount;
    String lower = name.toLowerCase(Locale.ROOT);
    return new FunctionDefinition(lower, argumentCount, minimum, maximum, kind, flags, body, accumulators);
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  public Accumulator newAccumulator() {
    return accumulators.get();
  }

  public boolean accepts(int count) {
    return count >= minimumArguments && count <= maximumArguments;
  }
}
