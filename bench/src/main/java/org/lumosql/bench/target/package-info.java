// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Targets by name: an {@link org.lumosql.bench.target.Engine} in a certain version with {@link org.lumosql.bench.target.Option options}. Start at
 * {@link org.lumosql.bench.target.TargetName}, which is the name taken apart; {@link org.lumosql.bench.target.TargetList} makes names of settings such as
 * {@code SQLITE_VERSIONS='latest 3.46.1'}. Nothing here opens a database.
 */
package org.lumosql.bench.target;
