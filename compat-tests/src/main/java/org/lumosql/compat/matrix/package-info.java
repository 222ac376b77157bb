// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * All suites on all kinds of databases and several Javas: {@link org.lumosql.compat.matrix.Matrix} starts a process for each
 * {@link org.lumosql.compat.matrix.Suite} at each {@link org.lumosql.compat.matrix.Place}, and
 * {@link org.lumosql.compat.matrix.MatrixReport} writes what came of it.
 */
package org.lumosql.compat.matrix;
