// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The command line {@code lumosql}: reads SQL and dot-commands, prints rows as the {@code sqlite3} shell does (https://sqlite.org/cli.html).
 *
 * <p>Start with {@link org.lumosql.shell.Main}. To add a dot-command: a method and one line in {@code DotCommands}; an output mode: one constant in
 * {@code OutputMode}.
 */
package org.lumosql.shell;
