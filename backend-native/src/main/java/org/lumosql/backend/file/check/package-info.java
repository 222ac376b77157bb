// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Looks at whole databases: {@link org.lumosql.backend.file.check.IntegrityCheck} says what is wrong, in SQLite's
 * words; {@link org.lumosql.backend.file.check.Salvage} reads what can still be read. Both work on files that lie in
 * every respect: they end in bounded time with bounded memory. Imports {@code tree} and {@code pager}.
 */
package org.lumosql.backend.file.check;
