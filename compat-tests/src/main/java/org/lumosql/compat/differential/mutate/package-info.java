// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Statements that somebody wrote, changed a little: what a grammar would never make.
 *
 * <p>{@link org.lumosql.compat.differential.mutate.Mutants} is the source of a trial's statements: those of one script
 * ({@link org.lumosql.compat.differential.mutate.ScriptCollection}), each preceded by mutants of it. A {@link org.lumosql.compat.differential.mutate.Mutation} is one
 * way to change a statement; {@link org.lumosql.compat.differential.mutate.Mutations} lists them. Some change words blindly, so that most results are mistakes
 * and what is compared is how they are refused; others put operands, clauses and queries where they may stand, so that most results mean something. {@link
 * org.lumosql.compat.differential.mutate.SchemaVariations} change what the statements work on.
 */
package org.lumosql.compat.differential.mutate;
