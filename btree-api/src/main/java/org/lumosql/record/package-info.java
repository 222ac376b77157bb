// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The record format (https://sqlite.org/fileformat2.html#record_format), the order of records in an index tree, and sort
 * keys: bytes whose unsigned order is that order; and how names are compared ({@link org.lumosql.record.Ascii}).
 *
 * <p>Start with {@link org.lumosql.record.SerialType}, then {@link org.lumosql.record.KeyOrder} and
 * {@link org.lumosql.record.KeyProbe}. Imports {@code org.lumosql.error} only. Nothing here is thread-safe unless it is
 * immutable. Everything is on the hot path of every statement: no allocation, no boxing.
 */
package org.lumosql.record;
