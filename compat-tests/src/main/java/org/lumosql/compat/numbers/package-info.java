// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** Numbers as text and back, compared with C SQLite bit by bit. */
package org.lumosql.compat.numbers;
