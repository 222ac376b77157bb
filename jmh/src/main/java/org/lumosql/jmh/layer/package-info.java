// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The engine's own layers, from the bottom up, each without what is above it: {@link org.lumosql.jmh.layer.VarintBenchmark},
 * {@link org.lumosql.jmh.layer.RecordDecodeBenchmark}, {@link org.lumosql.jmh.layer.KeyCompareBenchmark}, {@link org.lumosql.jmh.layer.SortKeyBenchmark},
 * {@link org.lumosql.jmh.layer.PageSearchBenchmark}, {@link org.lumosql.jmh.layer.CursorStepBenchmark}, {@link org.lumosql.jmh.layer.DispatchBenchmark},
 * {@link org.lumosql.jmh.layer.CompileBenchmark}. Nanoseconds of one operation; each benchmark checks what it computes before it is timed.
 */
package org.lumosql.jmh.layer;
