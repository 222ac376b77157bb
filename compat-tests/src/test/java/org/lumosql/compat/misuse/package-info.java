// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** What people are told who use JDBC, the Java API or the command line in a way that cannot work: a sentence that helps. */
package org.lumosql.compat.misuse;
