// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Chooses how the rows of a join are found: which index serves which condition, and in which order the sources are
 * visited.
 *
 * <p>Start with {@link org.lumosql.sql.plan.Planner}: conditions become {@link org.lumosql.sql.plan.Term}s, terms and
 * indexes become {@link org.lumosql.sql.plan.AccessPath}s, one per source and way to read it, and {@code JoinOrder}
 * puts them in the cheapest order. The result is a {@link org.lumosql.sql.plan.JoinPlan}. Nothing here emits code. The
 * model of costs is the one that https://sqlite.org/queryplanner-ng.html and https://sqlite.org/optoverview.html
 * describe; its numbers can be compared with the estimates that the C library's EXPLAIN QUERY PLAN returns in its third
 * column.
 *
 * <p>Imports {@code org.lumosql.sql.resolve}, {@code org.lumosql.schema}, {@code org.lumosql.function} and, for the
 * view of the connection, {@code org.lumosql.sql.compile.Databases}. Everything lives for one compilation, on one
 * thread.
 */
package org.lumosql.sql.plan;
