// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.SchemaModel.Table;

/**
 * What an expression may refer to.
 *
 * @param columns usable as they are
 * @param aggregated usable inside an aggregate function; null where no aggregate function is allowed
 * @param windowed whether window functions are allowed
 * @param outer columns of the queries around
 * @param commonTables tables of WITH clauses
 * @param nesting how many queries are around; negative where no subquery is allowed: in constraints, indexes and generated columns
 */
record Scope(
    List<Reference> columns, List<Reference> aggregated, boolean windowed, List<Reference> outer, List<Table> commonTables, int nesting) {
  private static final int NO_SUBQUERIES = -1;

  /** A text that stands for a value. */
  record Reference(String text, ValueKind kind) {}

  /** Nothing but literals and subqueries. */
  static Scope empty() {
    return new Scope(List.of(), null, false, List.of(), List.of(), 0);
  }

  /** Inside the definition of a table: its own columns, no subqueries. */
  static Scope definition(List<Reference> columns) {
    return new Scope(columns, null, false, List.of(), List.of(), NO_SUBQUERIES);
  }

  static Scope rows(List<Reference> columns) {
    return empty().withColumns(columns);
  }

  boolean allowsSubqueries() {
    return nesting >= 0 && nesting < 3;
  }

  Scope withColumns(List<Reference> visible) {
    return new Scope(visible, null, false, outer, commonTables, nesting);
  }

  /** In the result of a grouped query: the grouped expressions, and all columns inside of aggregate functions. */
  Scope grouped(List<Reference> groups) {
    return new Scope(groups, columns, false, outer, commonTables, nesting);
  }

  Scope withWindows() {
    return new Scope(columns, aggregated, true, outer, commonTables, nesting);
  }

  /** Inside the arguments of an aggregate or window function. Nothing from around: an aggregate over outer columns alone belongs to the outer query. */
  Scope argument() {
    return new Scope(aggregated == null ? columns : aggregated, null, false, List.of(), commonTables, nesting);
  }

  /** Inside a subquery, before it has a FROM clause. */
  Scope subquery() {
    List<Reference> around = new ArrayList<>(columns);
    if (outer.size() < 12) {
      around.addAll(outer);
    }
    return new Scope(List.of(), null, false, around, commonTables, nesting + 1);
  }

  /** Without what is around: a query in FROM sees no neighbour. */
  Scope derived() {
    return new Scope(List.of(), null, false, outer, commonTables, nesting + 1);
  }

  Scope withCommonTables(List<Table> more) {
    List<Table> all = new ArrayList<>(commonTables);
    all.addAll(more);
    return new Scope(columns, aggregated, windowed, outer, all, nesting);
  }
}
