// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Files handed to and fro between this engine and C SQLite. */
package org.lumosql.compat.exchange;
