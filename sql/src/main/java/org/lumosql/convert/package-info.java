// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * Moves a database from one backend, layout or cipher to another. Start with {@link org.lumosql.convert.Converter}. Imports
 * {@code org.lumosql.engine} and what that shows: {@code org.lumosql.btree}, {@code org.lumosql.error}.
 */
package org.lumosql.convert;
