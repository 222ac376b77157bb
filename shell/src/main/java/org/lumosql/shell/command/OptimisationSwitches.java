// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.io.IOException;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.schema.Optimisation;

/**
 * {@code .testctrl optimizations}: the optimisations of a connection, switched by a mask of those to leave out, as SQLite's shell does, or by
 * {@code +Name} and {@code -Name}.
 */
final class OptimisationSwitches {
  private final Connection connection;

  OptimisationSwitches(Connection connection) {
    this.connection = connection;
  }

  /** Does what the words say and then shows all switches. @throws IllegalArgumentException for a name that there is not */
  void change(List<String> words, Appendable out) throws IOException {
    for (String word : words) {
      if (Character.isDigit(word.charAt(0))) {
        long mask = Long.decode(word);
        for (Optimisation optimisation : Optimisation.values()) {
          connection.setOptimisation(optimisation, (mask & optimisation.bit()) == 0);
        }
      } else {
        boolean isSigned = word.charAt(0) == '+' || word.charAt(0) == '-';
        connection.setOptimisation(isSigned ? word.substring(1) : word, word.charAt(0) != '-');
      }
    }
    for (Optimisation optimisation : Optimisation.values()) {
      out.append(connection.isOptimisationOn(optimisation) ? "+ " : "- ")
          .append(String.format("0x%08x %-16s %s%n", optimisation.bit(), optimisation.label(), optimisation.description()));
    }
  }
}
