// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Map;
import org.lumosql.btree.OpenOptions.Access;

/**
 * How to open a connection.
 *
 * @param access what may be done with the main database
 * @param parameters as in a {@code file:} URI, such as {@code backend}; those in the URI itself win
 * @param busyTimeout milliseconds to wait for locks; 0 for not at all
 */
public record ConnectionOptions(Access access, Map<String, String> parameters, int busyTimeout) {
  public ConnectionOptions {
    parameters = Map.copyOf(parameters);
  }

  /** Read and write, made if absent, no waiting. */
  public static ConnectionOptions defaults() {
    return new ConnectionOptions(Access.CREATE, Map.of(), 0);
  }
}
