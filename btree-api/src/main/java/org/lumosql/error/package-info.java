// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Result codes and the one exception of the storage layers.
 *
 * <p>A leaf: imports nothing but the JDK. Start with {@link org.lumosql.error.ResultCode}.
 */
package org.lumosql.error;
