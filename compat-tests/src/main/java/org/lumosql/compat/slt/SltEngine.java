// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.util.List;

/** What the runner needs of an engine. Used by one thread. */
public interface SltEngine extends AutoCloseable {
  /** Runs a statement. @throws SltFailure if the engine reports an error */
  void execute(String sql);

  /**
   * Runs a query and renders its values, row after row, by the letters of {@code types}: I as a 32-bit integer, R with three decimals, T as
   * text; {@code NULL}, {@code (empty)}, {@code @} for bytes outside space to tilde.
   *
   * @throws SltFailure if the engine reports an error or the number of columns is not that of {@code types}
   */
  List<String> query(String sql, String types);

  /** What the engine calls itself, with its release. */
  String version();

  @Override
  void close();

  /** An error that the engine reports. */
  final class SltFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SltFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
