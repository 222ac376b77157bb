// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Differential testing: random SQL from a grammar runs on two engines, and everything that is defined must be equal: rows, their order where the statement
 * defines it, names of columns, error codes and messages, counters of changes, texts of the schema, contents.
 *
 * <p>Start with {@link org.lumosql.compat.differential.Differential}, the command; {@link org.lumosql.compat.differential.Trial} is one seed's run,
 * {@link org.lumosql.compat.differential.Comparison} says what equal means, {@link org.lumosql.compat.differential.Shrinker} makes the script of a difference
 * small. What is generated is in {@link org.lumosql.compat.differential.generate}.
 */
package org.lumosql.compat.differential;
