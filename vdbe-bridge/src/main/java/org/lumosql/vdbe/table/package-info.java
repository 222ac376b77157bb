// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Virtual tables that are always there: {@code json_each} and its kin, {@code generate_series}. Wraps the iterators of
 * {@code org.lumosql.function}. Start with {@link org.lumosql.vdbe.table.BuiltInTables}; to add one: a class, and a line there.
 * Imports {@code vdbe}, {@code function}, {@code value}, {@code error}.
 */
package org.lumosql.vdbe.table;
