// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * What is measured: the tests of LumoSQL's benchmark tool, under its numbers and names. Start at {@link org.lumosql.bench.suite.LumoTests}. Nothing here knows an
 * engine; a {@link org.lumosql.bench.suite.Dialect} says what differs in their SQL.
 */
package org.lumosql.bench.suite;
