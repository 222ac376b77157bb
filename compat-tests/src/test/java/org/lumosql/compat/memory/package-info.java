// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Memory: statements over more data than the heap holds, in a JVM of its own with a small heap ({@link org.lumosql.compat.memory.SmallHeapTest}); and how many bytes the hot
 * paths allocate ({@link org.lumosql.compat.memory.AllocationTest}), the guard of their speed.
 */
package org.lumosql.compat.memory;
