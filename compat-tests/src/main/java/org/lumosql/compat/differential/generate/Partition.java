// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;

/**
 * A query, and the same rows in three parts: where a condition is true, false and NULL.
 *
 * @param whole the query without the condition
 * @param parts the queries of the parts
 */
public record Partition(String whole, List<String> parts) {}
