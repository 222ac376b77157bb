// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
/**
 * How rows become text. {@link org.lumosql.shell.output.OutputMode} lists the modes, each of which has a {@link org.lumosql.shell.output.RowPrinter}; they
 * read columns as bytes ({@link org.lumosql.shell.output.ColumnBytes}) and print them to an {@link org.lumosql.shell.output.Output}. Uses the engine's API
 * only. The same bytes as the {@code sqlite3} shell prints come first, then speed.
 */
package org.lumosql.shell.output;
