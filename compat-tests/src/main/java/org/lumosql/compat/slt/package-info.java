// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The sqllogictest runner: reads scripts, runs them against an engine, reports what differs (https://sqlite.org/sqllogictest/).
 *
 * <p>Start with {@link org.lumosql.compat.slt.SltRunner}. A script is a list of {@link org.lumosql.compat.slt.SltRecord}s; an engine is a
 * {@link org.lumosql.compat.slt.SltEngine}.
 */
package org.lumosql.compat.slt;
