// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * SQL values: the mutable register, affinities, conversions between numbers and text, comparison
 * (https://sqlite.org/datatype3.html).
 *
 * <p>Start with {@link org.lumosql.value.Register}. A leaf above {@code org.lumosql.record} and {@code org.lumosql.error}. Not thread-safe.
 */
package org.lumosql.value;
