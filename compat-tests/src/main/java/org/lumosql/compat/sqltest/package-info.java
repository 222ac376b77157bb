// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Runs {@code .sqltest} files: SQL with expected rows or errors, as the sqlite3 shell's list mode prints them.
 *
 * <p>Start with {@link org.lumosql.compat.sqltest.SqlTestMain}.
 */
package org.lumosql.compat.sqltest;
