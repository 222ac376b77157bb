// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Rewritings of bound queries that keep their meaning and make better plans possible
 * (https://sqlite.org/optoverview.html §8 ff.). Each is a class
 * with a name and a switch ({@code Databases.isOptimisationOn}); {@link org.lumosql.sql.rewrite.BlockRewriting}
 * lists them.
 *
 * <p>Blocks are rewritten when they are about to be compiled, outer ones first. Imports {@code
 * org.lumosql.sql.resolve} and
 * {@code org.lumosql.schema}. Used by one thread.
 */
package org.lumosql.sql.rewrite;
