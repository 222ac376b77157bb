// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

/** A database file with what may lie beside it; journal and log are null if there is none. */
record FileSet(String name, byte[] database, byte[] journal, byte[] log) {}
