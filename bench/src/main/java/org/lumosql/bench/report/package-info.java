// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Results for people: {@link org.lumosql.bench.report.BenchmarkPage} is an HTML page that needs no network, {@link org.lumosql.bench.report.MarkdownReport} the
 * tables of docs/benchmarks.md, {@link org.lumosql.bench.report.Comparison} two states beside each other. All of them look at
 * {@link org.lumosql.bench.report.Figures}, which are averages in order.
 */
package org.lumosql.bench.report;
