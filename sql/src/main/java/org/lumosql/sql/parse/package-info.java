// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * From text to syntax tree (https://sqlite.org/lang.html): {@link org.lumosql.sql.parse.Tokenizer} finds tokens,
 * {@link org.lumosql.sql.parse.TokenStream}
 * hands them out, and one recursive-descent parser per area builds records of {@code org.lumosql.sql.ast}.
 *
 * <p>Start with {@link org.lumosql.sql.parse.Parser}. Imports {@code sql.ast}, and of what is below SQL only how names are compared ({@code Ascii}). A parser is used once, by one
 * thread. Accepts and rejects what
 * SQLite accepts and rejects, with the same message: keywords may stand for names wherever the grammar does not want
 * the keyword.
 */
package org.lumosql.sql.parse;
