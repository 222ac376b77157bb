// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** The driver under the URL of sqlite-jdbc, for applications that are not to be changed. Imports {@code org.lumosql.jdbc}. */
package org.lumosql.jdbc.sqlite;
