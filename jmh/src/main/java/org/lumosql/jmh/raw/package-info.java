// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Below SQL: a cursor over a key-value engine beside the engine's own, and what layers between them cost. */
package org.lumosql.jmh.raw;
