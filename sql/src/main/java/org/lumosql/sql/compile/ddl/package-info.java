// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * CREATE, DROP, ALTER, REINDEX, ANALYZE: statements that change the schema table, and the trees that it names
 * (https://sqlite.org/schematab.html).
 *
 * <p>Start with {@link org.lumosql.sql.compile.ddl.DefinitionCompiler}; {@code SchemaWriter} has what all of them
 * need. The catalogue in memory
 * is not touched here: programs end with ParseSchema, DropTable and the like, through which the engine brings it up
 * to date.
 */
package org.lumosql.sql.compile.ddl;
