// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Releases of C SQLite beside each other: what changed between two of them, and on which side we are. */
package org.lumosql.compat.releases;
