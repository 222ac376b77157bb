// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** {@code lumosql bench}: what a person types. One class for each command; {@link org.lumosql.bench.command.BenchCommand} is the main class. */
package org.lumosql.bench.command;
