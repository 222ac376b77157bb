// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Results, in the format of LumoSQL's benchmark tool: {@link org.lumosql.bench.store.ResultDatabase} is a SQLite database with its two tables, written by our own
 * engine, and {@link org.lumosql.bench.store.ExportText} its text for sending to others. {@link org.lumosql.bench.store.RunRecord} is one run, in memory.
 */
package org.lumosql.bench.store;
