// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Pages, transactions and the rollback journal.
 *
 * <p>Start with {@link org.lumosql.backend.file.pager.Pager}, the contract with the B-tree, then {@code FilePager},
 * which keeps the cache, knows what a transaction changed and undoes it. Below it stands a {@code PageStore}: {@code
 * RollbackStore} is a file with a rollback journal, {@code WalStore} a file with a write-ahead log, {@code
 * TransientStore} memory and a temporary file. Between cache and store a {@link
 * org.lumosql.backend.file.pager.PageCodec} may encode pages.
 *
 * <p>Imports {@code wal}, {@code vfs} and {@code org.lumosql.btree}. A pager belongs to one connection and is used by
 * one thread at a time; what connections share goes through file locks.
 *
 * <p>Hot paths: {@code FilePager.page}, {@code release} and {@code makeWritable}. What matters, in this order: no
 * committed transaction is lost and no half transaction is seen; C processes on the same file agree; a page in the
 * cache costs a hash probe.
 */
package org.lumosql.backend.file.pager;
