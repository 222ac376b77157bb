// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

/** A name, perhaps with the schema it is in. @param schema or null */
public record QualifiedName(int position, int namePosition, String schema, String name) {}
