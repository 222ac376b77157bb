// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What was read of an engine whose entries are dear to read, kept in blocks of consecutive entries: a scan or a seek of what was scanned before does not ask the engine. Start with {@link
 * org.lumosql.kv.block.BlockCache}, which says who may see which block; {@code BlockCursor} reads and fills them. Blocks are found and read without a lock, by any number of threads; they are
 * added and thrown away under that of the cache. Imports {@code org.lumosql.kv}.
 */
package org.lumosql.kv.block;
