// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import java.util.function.Supplier;

/** Where the statements of a trial come from. */
public interface StatementSource {
  /**
   * The next statement; null after the last.
   *
   * @param schema reads the schema as it is now
   * @param crowded tables with so many rows that queries would become slow
   */
  Generated next(Supplier<SchemaModel> schema, List<String> crowded);

  /** After so many changes the contents of the databases are compared; they are after each definition. */
  int changesBetweenChecks();
}
