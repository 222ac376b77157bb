// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What every backend must pass. A backend's test class extends a suite and says how to open its databases ({@link
 * org.lumosql.testkit.Subject}): {@link org.lumosql.testkit.TransactionContract}, {@link
 * org.lumosql.testkit.CursorContract}, {@link org.lumosql.testkit.TreeContract}, {@link
 * org.lumosql.testkit.ModelSuite}; an engine's store {@link org.lumosql.testkit.KvStoreContract}. Tests are named after
 * the clauses of the contracts in {@code org.lumosql.btree} and {@code org.lumosql.kv}.
 *
 * <p>The suites run through the hostile wrappers: {@link org.lumosql.testkit.AssertingBtree} holds caller and store to
 * the contract, {@link org.lumosql.testkit.InvalidatingBtree} overwrites bytes whose lifetime is over. {@link
 * org.lumosql.testkit.FaultyBtree} and {@link org.lumosql.testkit.FaultyKvStore} fail at an operation of choice.
 * Randomness has a seed: {@code -Dtest.seed}. Imports {@code btree-api} and JUnit.
 */
package org.lumosql.testkit;
