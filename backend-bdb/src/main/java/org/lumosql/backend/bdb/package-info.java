// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Trees in Berkeley DB Java Edition. A database is a directory, an environment of JE; each tree is a database in it, and clearing a tree leaves that for another ({@code BdbTrees}). JE has locks and no
 * snapshots, so the store is a {@link org.lumosql.kv.handler.VersionedStore}.
 *
 * <p>Start with {@link org.lumosql.backend.bdb.BdbBackend}, which lists the settings, then {@code BdbStore} and {@code BdbTrees}. Imports
 * {@code org.lumosql.kv}, {@code org.lumosql.kv.handler}, {@code org.lumosql.btree}, {@code org.lumosql.error} and JE.
 */
package org.lumosql.backend.bdb;
