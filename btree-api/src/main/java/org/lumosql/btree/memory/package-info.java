// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The reference backend: a sorted map per tree, an undo list per transaction. The shortest correct implementation of
 * the lumo-backend API; read it before writing another. Private to its connection, gone when it closes.
 *
 * <p>Start with {@code MemoryBtree}, then {@code MemoryCursor}. Priorities: clear, correct; speed comes last. Imports
 * {@code org.lumosql.btree}, {@code org.lumosql.record}, {@code org.lumosql.error}.
 */
package org.lumosql.btree.memory;
