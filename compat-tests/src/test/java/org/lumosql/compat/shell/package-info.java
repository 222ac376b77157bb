// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** The command line beside the {@code sqlite3} shell: recorded sessions, dumps and recoveries of real databases. */
package org.lumosql.compat.shell;
