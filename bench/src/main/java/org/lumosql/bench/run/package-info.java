// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Runs the tests on targets. {@link org.lumosql.bench.run.BenchmarkRun} is the course of it: first every target runs all tests once and
 * {@link org.lumosql.bench.run.ResultCheck} compares what they gave; only those that gave the same are timed. Each target is a
 * {@link org.lumosql.bench.run.WorkerProcess} with a class path of its own ({@link org.lumosql.bench.run.ClassPaths}); what runs in it,
 * {@link org.lumosql.bench.run.Worker}, uses JDBC and {@code suite} alone, because the engines in its process may be those of another commit.
 */
package org.lumosql.bench.run;
