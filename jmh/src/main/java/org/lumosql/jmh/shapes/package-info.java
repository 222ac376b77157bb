// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Statements of unusual shapes and sizes: how long this engine and C SQLite take for them, and how that grows with the size. Start with
 * {@link org.lumosql.jmh.shapes.ShapeComparison}; the shapes are in {@link org.lumosql.jmh.shapes.LargeStatements},
 * {@link org.lumosql.jmh.shapes.LargeSchemas} and {@link org.lumosql.jmh.shapes.LongRuns}. Imports the JDK alone: the engines are found by
 * their JDBC drivers.
 */
package org.lumosql.jmh.shapes;
