// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What all stages of the SQL compiler share: the error of a wrong statement.
 *
 * <p>The stages are packages below this one, in the order a statement takes: {@code parse} → {@code resolve} → {@code plan} → {@code compile}.
 */
package org.lumosql.sql;
