// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * B-trees on pages (https://sqlite.org/fileformat2.html#b_tree_pages): layout, search, editing, balancing, overflow
 * chains, the freelist and the pointer map.
 *
 * <p>Start with {@link org.lumosql.backend.file.tree.TreePage} (what a page says), then
 * {@link org.lumosql.backend.file.tree.TreeCursor} (how it is walked; {@code TreePath} below it), then
 * {@code TreeWriter} and {@code Balancer} (how it changes). {@link org.lumosql.backend.file.tree.TreeStore} is what
 * all of them share. Imports the pager's contract and the lumo-backend API.
 *
 * <p>Priorities: never trust the bytes; no allocation and no copy per row; short code.
 */
package org.lumosql.backend.file.tree;
