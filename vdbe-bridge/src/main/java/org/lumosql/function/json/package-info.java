// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * JSON functions (https://sqlite.org/json1.html) over the binary form JSONB (https://sqlite.org/jsonb.html): texts are
 * parsed into it, looked up and edited there, and written out again.
 *
 * <p>Start with {@link org.lumosql.function.json.JsonFunctions}; {@code Jsonb} has the format. {@code JsonEach} makes
 * the rows of {@code json_each} and {@code json_tree}. Imports {@code org.lumosql.function}, {@code org.lumosql.value},
 * {@code org.lumosql.error}.
 */
package org.lumosql.function.json;
