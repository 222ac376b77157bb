// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * The catalogue: what {@code sqlite_schema} describes, as objects. One {@link org.lumosql.schema.Schema} per database of a connection; filled by
 * {@code org.lumosql.engine} from the parsed rows, changed by ParseSchema and Drop opcodes.
 *
 * <p>Start with {@link org.lumosql.schema.Table}. Expressions are kept as syntax trees and bound anew where they are used. Imports {@code
 * org.lumosql.sql.ast}, {@code org.lumosql.value}, {@code org.lumosql.record}. Used by the connection's thread only.
 */
package org.lumosql.schema;
