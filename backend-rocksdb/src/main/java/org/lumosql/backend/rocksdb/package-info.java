// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Trees in RocksDB. A database is a directory of RocksDB's; all trees are in its default column family, under {@link
 * org.lumosql.kv.TreeKeys}. RocksDB reads snapshots and writes batches, so the store is a {@link
 * org.lumosql.kv.handler.BufferedStore}.
 *
 * <p>Start with {@link org.lumosql.backend.rocksdb.RocksBackend}, which lists the settings, then {@code RocksStore}.
 * Imports {@code org.lumosql.kv}, {@code org.lumosql.kv.handler}, {@code org.lumosql.btree}, {@code org.lumosql.error}
 * and rocksdbjni.
 */
package org.lumosql.backend.rocksdb;
