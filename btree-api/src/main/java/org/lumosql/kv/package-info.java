// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The key-value SPI: an engine joins by implementing {@link org.lumosql.kv.KvStore}, {@link org.lumosql.kv.KvTransaction} and
 * {@link org.lumosql.kv.KvCursor} over byte strings in unsigned lexicographic order inside numbered trees. {@link org.lumosql.kv.KvBtree} makes a
 * {@code Btree} of it; what an engine lacks, handlers add ({@code org.lumosql.kv.handler}), mostly as a {@link org.lumosql.kv.ForwardingStore}.
 *
 * <p>Start with {@link org.lumosql.kv.KvStore}; the shortest engine is {@link org.lumosql.kv.SortedMapStore}. Imports {@code org.lumosql.btree},
 * {@code org.lumosql.record}, {@code org.lumosql.error}.
 */
package org.lumosql.kv;
