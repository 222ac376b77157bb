// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;

/**
 * What a connection holds at a moment.
 *
 * @param cacheBytes memory of the page caches of all its databases; stores of other engines have their own and count as 0
 * @param cachedStatements programs of closed statements kept for later
 * @param runningStatements texts of the statements that have given a row and were not run to their end, reset or closed: they keep a read
 *     transaction, so that a write-ahead log cannot be emptied and a key-value store cannot free space
 * @param isTransactionOpen whether BEGIN or SAVEPOINT began a transaction
 * @param deferredConstraints violations of deferred foreign keys that COMMIT would find
 */
public record ConnectionStatus(
    long cacheBytes, int cachedStatements, List<String> runningStatements, boolean isTransactionOpen, long deferredConstraints) {}
