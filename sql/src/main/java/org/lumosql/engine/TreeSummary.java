// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/**
 * What a table or index holds, for comparing databases that are stored in different ways.
 *
 * @param type {@code table} or {@code index}
 * @param name its name
 * @param sql its definition; null of an automatic index
 * @param entries number of rows or entries
 * @param checksum SHA-256, in hexadecimal, of all rowids and records in their order
 */
public record TreeSummary(String type, String name, String sql, long entries, String checksum) {}
