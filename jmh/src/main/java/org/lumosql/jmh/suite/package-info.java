// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * SQL suites over every target: C SQLite, each backend of ours in each layout, encrypted and not, H2, HSQLDB and Derby. Targets have the names that they have in
 * {@code lumosql bench}; the releases are those on the class path.
 *
 * <p>One class for each suite: {@link org.lumosql.jmh.suite.LumoTestsBenchmark}, {@link org.lumosql.jmh.suite.OltpBenchmark},
 * {@link org.lumosql.jmh.suite.TransactionsBenchmark}, {@link org.lumosql.jmh.suite.TpchBenchmark}, {@link org.lumosql.jmh.suite.ConcurrencyBenchmark},
 * {@link org.lumosql.jmh.suite.LargeValuesBenchmark}, {@link org.lumosql.jmh.suite.ColdStartBenchmark}. Each checks its results when it is set up and after it
 * was timed; {@link org.lumosql.jmh.suite.SuiteRun} has all of them set up and run once before any time is taken, and stops if a result is not right.
 */
package org.lumosql.jmh.suite;
