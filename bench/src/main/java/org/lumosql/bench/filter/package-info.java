// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Chooses, shows and changes runs as LumoSQL's {@code benchmark-filter} does, with what it names and never had: averages and statistics.
 * {@link org.lumosql.bench.filter.Selection} chooses, one class prints each form of output.
 */
package org.lumosql.bench.filter;
