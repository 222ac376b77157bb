// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Trees in LMDB (http://www.lmdb.tech/doc/), by way of lmdbjava. A database is a file in LMDB's format and, beside it,
 * LMDB's lock file ({@code -lock}) and ours ({@code -writer}). All trees are in LMDB's one unnamed database, under
 * {@link org.lumosql.kv.TreeKeys}.
 *
 * <p>Start with {@link org.lumosql.backend.lmdb.LmdbBackend}, which lists the settings, then {@code LmdbStore}. Imports
 * {@code org.lumosql.kv}, {@code org.lumosql.btree}, {@code org.lumosql.error} and lmdbjava.
 */
package org.lumosql.backend.lmdb;
