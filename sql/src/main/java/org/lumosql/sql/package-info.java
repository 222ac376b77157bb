// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/** The SQL compiler. Stages are packages: parse → resolve → plan → compile. */
package org.lumosql.sql;
