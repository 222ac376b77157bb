// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Benchmarks: the same work through JDBC by this engine and by C SQLite, and the engine's own layers.
 *
 * <p>{@link org.lumosql.jmh.Workload}s are run by {@link org.lumosql.jmh.SqlBenchmark} (JMH, for figures with errors) and by
 * {@link org.lumosql.jmh.Comparison} (both engines in turn, for a quick answer on a busy machine).
 */
package org.lumosql.jmh;
