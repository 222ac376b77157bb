// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The lumo-backend API: the complete set of things that the virtual machine may ask of storage, with SQLite's semantics.
 *
 * <p>Start with {@link org.lumosql.btree.Backend}, then {@link org.lumosql.btree.Btree} and
 * {@link org.lumosql.btree.BtreeCursor}. What only a page-based store can answer is a capability
 * ({@link org.lumosql.btree.PageControl}, {@link org.lumosql.btree.PageBackup}) asked for by type. The shortest correct
 * backend is {@code org.lumosql.btree.memory}; read it before writing another. Imports {@code org.lumosql.record} and
 * {@code org.lumosql.error}.
 *
 * <p>Threads: a {@code Btree} and its cursors belong to one connection and are used by one thread at a time. Two
 * {@code Btree}s of one database may be used by two threads at once.
 */
package org.lumosql.btree;
