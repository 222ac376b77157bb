// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Plans compared with C SQLite's: EXPLAIN QUERY PLAN of many statements over several schemas.
 *
 * <p>A {@link org.lumosql.compat.plans.PlanSuite} is a schema, the scripts that make it, and a file of statements with the
 * plans that C SQLite gives them. {@link org.lumosql.compat.plans.PlanRecorder} writes those files,
 * {@link org.lumosql.compat.plans.PlanDifferences} compares statements of files or made at random
 * ({@link org.lumosql.compat.plans.PlanQueries}) without writing anything.
 */
package org.lumosql.compat.plans;
