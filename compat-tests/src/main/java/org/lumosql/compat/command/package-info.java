// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** {@code lumosql compat}: what a person types to see how compatible an engine is. One class for each command. */
package org.lumosql.compat.command;
