// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * All suites on all ways of storing a database and several Javas: {@link org.lumosql.compat.matrix.Matrix} starts a process for each
 * {@link org.lumosql.compat.matrix.Suite} and each store, and {@link org.lumosql.compat.matrix.MatrixReport} writes what came of it.
 */
package org.lumosql.compat.matrix;
