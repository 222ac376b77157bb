// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Statements over more data than the heap holds, in a JVM of its own with a small heap. */
package org.lumosql.compat.memory;
