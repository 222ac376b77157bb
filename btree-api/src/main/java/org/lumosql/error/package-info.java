// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Result codes and the one exception of the storage layers; what keeps work from failing in worse ways: room on the stack
 * ({@link org.lumosql.error.DeepStack}) and places to stop ({@link org.lumosql.error.Interruption}, and
 * {@link org.lumosql.error.LongWork} for arrays of any size).
 *
 * <p>A leaf: imports nothing but the JDK. Start with {@link org.lumosql.error.ResultCode}.
 */
package org.lumosql.error;
