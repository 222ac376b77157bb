// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The grammar: random statements over the schema as it is.
 *
 * <p>{@link org.lumosql.compat.differential.generate.StatementGrammar} chooses the kind of statement; queries, expressions, changes and definitions have a
 * grammar each. {@link org.lumosql.compat.differential.generate.SchemaModel} is the schema that statements refer to, read from an engine's catalogue by
 * {@link org.lumosql.compat.differential.generate.SchemaReader}. What a grammar makes must be defined by SQLite's documents: it avoids LIMIT without a total
 * order, aggregates whose result depends on the order of rows, and functions that answer differently each time.
 */
package org.lumosql.compat.differential.generate;
