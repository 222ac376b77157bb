// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;

/**
 * All optimisations that can be switched off, by the names of SQLite's {@code .testctrl optimizations}. Results are the
 * same with each of them on and off; only speed and the order of rows that no ORDER BY fixes may change.
 *
 * <p>The low 32 bits are those that SQLite gives to {@code SQLITE_TESTCTRL_OPTIMIZATIONS}; the bits above are ours, for
 * what SQLite switches otherwise or not at all.
 */
public enum Optimisation {
  QUERY_FLATTENER("QueryFlattener", 0x1, "Subqueries of FROM become part of the query around them."),
  WINDOW_FUNC("WindowFunc", 0x2, "Moving frames take rows out of aggregates instead of computing them anew."),
  GROUP_BY_ORDER("GroupByOrder", 0x4, "One sort serves GROUP BY and ORDER BY."),
  FACTOR_OUT_CONST("FactorOutConst", 0x8, "Constant expressions are computed once, before the loops."),
  DISTINCT_OPT("DistinctOpt", 0x10, "DISTINCT by the order of an index, or left out where results are unique."),
  COVER_IDX_SCAN("CoverIdxScan", 0x20, "An index that holds all columns read is scanned instead of its table."),
  ORDER_BY_IDX_JOIN("OrderByIdxJoin", 0x40, "The order of joined rows comes from indexes of several tables."),
  TRANSITIVE("Transitive", 0x80, "a=b AND b=5 lets an index on a find 5."),
  OMIT_NOOP_JOIN("OmitNoopJoin", 0x100, "LEFT JOINs that add neither rows nor columns are left out."),
  COUNT_OF_VIEW("CountOfView", 0x200, "count(*) of a UNION ALL is the sum of the counts of its arms."),
  CURSOR_HINTS("CursorHints", 0x400, "Hints for storage on what is read; without effect here, as in SQLite's usual build."),
  STAT4("Stat4", 0x800, "Samples of sqlite_stat4 improve estimates."),
  PUSH_DOWN("PushDown", 0x1000, "Conditions of WHERE are tested inside of subqueries of FROM."),
  SIMPLIFY_JOIN("SimplifyJoin", 0x2000, "Outer joins become inner ones where WHERE leaves out the difference."),
  SKIP_SCAN("SkipScan", 0x4000, "An index is searched although its first columns are not constrained."),
  PROPAGATE_CONST("PropagateConst", 0x8000, "a=5 puts 5 for a in the other conditions."),
  MIN_MAX_OPT("MinMaxOpt", 0x10000, "min() and max() read the first row of an index only."),
  SEEK_SCAN("SeekScan", 0x20000, "Values of IN that are near each other are reached by steps, not by searches."),
  OMIT_ORDER_BY("OmitOrderBy", 0x40000, "An ORDER BY of a subquery that nobody can see is left out."),
  BLOOM_FILTER("BloomFilter", 0x80000, "A filter tells of most values that a search would not find them."),
  BLOOM_PULLDOWN("BloomPulldown", 0x100000, "Filters of inner loops are asked in the outer ones."),
  BALANCED_MERGE("BalancedMerge", 0x200000, "Sorters merge evenly; without effect here: ours always do."),
  RELEASE_REG("ReleaseReg", 0x400000, "Marks unused registers for debugging; without effect here, as in SQLite's usual build."),
  FLTTN_UNION_ALL("FlttnUnionAll", 0x800000, "Subqueries that are a UNION ALL are flattened too."),
  INDEXED_EXPR("IndexedExpr", 0x1000000, "The value of an expression is read from an index that has it."),
  COROUTINES("Coroutines", 0x2000000, "Subqueries of FROM yield row by row instead of filling a table."),
  NULL_UNUSED_COLS("NullUnusedCols", 0x4000000, "Columns of a subquery that nobody reads are not computed."),
  ONE_PASS("OnePass", 0x8000000, "UPDATE and DELETE change rows while they are being found."),
  ORDER_BY_SUBQ("OrderBySubq", 0x10000000, "The ORDER BY of a subquery serves the query around it."),
  STAR_QUERY("StarQuery", 0x20000000, "Joins of one large table with many small ones get the large one first."),
  EXISTS_TO_JOIN("ExistsToJoin", 0x40000000, "EXISTS becomes a join that stops at the first match."),
  LIKE_RANGE("LikeRange", 1L << 32, "LIKE and GLOB with a constant beginning search a range of an index."),
  MULTI_INDEX_OR("MultiIndexOr", 1L << 33, "OR by the union of what several indexes find."),
  AUTO_INDEX("AutoIndex", 1L << 34, "An index for the duration of a statement, as with PRAGMA automatic_index."),
  HAVING_TO_WHERE("HavingToWhere", 1L << 35, "Conditions of HAVING on terms of GROUP BY are tested before rows are grouped."),
  TRANSFER("Transfer", 1L << 36, "INSERT INTO t SELECT * FROM u copies whole records between tables of the same form, with their rowids.");

  private final String label;
  private final long bit;
  private final String description;

  Optimisation(String label, long bit, String description) {
    this.label = label;
    this.bit = bit;
    this.description = description;
  }

  /** The name it is switched by. */
  public String label() {
    return label;
  }

  /** Its bit in a mask of optimisations. */
  public long bit() {
    return bit;
  }

  /** What it does, in one sentence. */
  public String description() {
    return description;
  }

  /** The optimisation of a name, in any case of letters; throws if there is none. */
  public static Optimisation named(String name) {
    for (Optimisation optimisation : values()) {
      if (Ascii.equal(optimisation.label, name)) {
        return optimisation;
      }
    }
    throw new IllegalArgumentException("no such optimization: " + name + "; there are " + labels());
  }

  private static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Optimisation optimisation : values()) {
      labels.add(optimisation.label);
    }
    return labels;
  }
}
