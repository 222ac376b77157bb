// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * One run of the shell: {@link org.lumosql.shell.session.Shell} holds the connections, settings and outputs and reads commands;
 * {@link org.lumosql.shell.session.SqlRunner} runs SQL and has its rows printed; lines that begin with a dot go to a
 * {@link org.lumosql.shell.session.LineCommands}. Uses the engine's API and the package for output.
 */
package org.lumosql.shell.session;
