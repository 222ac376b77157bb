// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.util.List;

/** A connection to a new, empty database in which a golden file runs. */
interface GoldenSession extends AutoCloseable {
  /**
   * Runs one statement to its end.
   *
   * @param bindings values of its parameters
   * @param labels whether the answer begins with the labels of the columns
   * @return rows, one per line, and an error as the last line if there is one
   */
  List<String> run(String sql, List<Object> bindings, boolean labels);

  @Override
  void close();
}
