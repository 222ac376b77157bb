// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** The benchmarks of LumoSQL's own tool, on every backend and C SQLite. Start with {@link org.lumosql.jmh.lumosql.BackendComparison}. */
package org.lumosql.jmh.lumosql;
