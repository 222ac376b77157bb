// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * A database like TPC-H's and 22 queries over it: official names of tables and columns, official cardinalities, values of our own making.
 *
 * <p>{@link org.lumosql.jmh.tpch.TpchDatabase} makes the files, {@link org.lumosql.jmh.tpch.TpchRows} says what is in them; the queries are resources
 * {@code q01.sql} to {@code q22.sql}.
 */
package org.lumosql.jmh.tpch;
