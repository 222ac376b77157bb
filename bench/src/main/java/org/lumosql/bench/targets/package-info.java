// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Targets by name: an {@link org.lumosql.bench.targets.Engine} in a certain version with {@link org.lumosql.bench.targets.Option options}. Start at
 * {@link org.lumosql.bench.targets.TargetName}, which is the name taken apart; {@link org.lumosql.bench.targets.TargetList} makes names of settings such as
 * {@code SQLITE_VERSIONS='latest 3.46.1'}. Nothing here opens a database.
 */
package org.lumosql.bench.targets;
