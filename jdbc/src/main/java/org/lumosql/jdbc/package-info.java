// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The JDBC driver, URL {@code jdbc:lumosql:}. Start with {@link org.lumosql.jdbc.LumoDriver}. Imports {@code org.lumosql.engine}; {@code JdbcErrors} is the
 * one place where errors become {@link java.sql.SQLException}s.
 */
package org.lumosql.jdbc;
