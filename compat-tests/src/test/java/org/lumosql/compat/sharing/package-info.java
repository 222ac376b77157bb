// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Several processes, of this engine and of C SQLite, with one file at the same time. */
package org.lumosql.compat.sharing;
