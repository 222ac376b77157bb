// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The functions are those that {@code PRAGMA function_list} of the C library lists as built in, with the same arguments
 * and flags.
 */
class BuiltinFunctionsTest {
  private static final long DETERMINISTIC = 0x800;
  private static final long DIRECT_ONLY = 0x80000;

  @Test
  void everyBuiltInFunctionIsHereAndNoOther() throws SQLException {
    TreeSet<String> theirs = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        ResultSet row = connection.createStatement().executeQuery(
            "SELECT name, narg, type, flags FROM pragma_function_list WHERE builtin")) {
      while (row.next()) {
        long flags = row.getLong(4);
        theirs.add("%s(%d) %s %s %s".formatted(row.getString(1), row.getInt(2), row.getString(3).equals("s") ? "scalar"
            : "window",
            (flags & DETERMINISTIC) != 0 ? "deterministic" : "", (flags & DIRECT_ONLY) != 0 ? "direct" : ""));
      }
    }
    TreeSet<String> ours = new TreeSet<>();
    for (FunctionDefinition definition : BuiltinFunctions.registry().all()) {
      ours.add("%s(%d) %s %s %s".formatted(definition.name(), definition.argumentCount(),
          definition.kind() == FunctionDefinition.Kind.SCALAR ? "scalar" : "window",
          definition.has(FunctionDefinition.DETERMINISTIC) ? "deterministic" : "",
          definition.has(FunctionDefinition.DIRECT_ONLY) ? "direct" : ""));
    }
    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void exactArgumentCountsWinOverVariadicOnes() {
    FunctionRegistry registry = BuiltinFunctions.registry();
    assertThat(registry.find("MAX", 1).kind()).isEqualTo(FunctionDefinition.Kind.WINDOW_AGGREGATE);
    assertThat(registry.find("max", 2).kind()).isEqualTo(FunctionDefinition.Kind.SCALAR);
    assertThat(registry.find("max", 0)).isNull();
    assertThat(registry.find("substr", 4)).isNull();
    assertThat(registry.hasName("substr")).isTrue();
  }
}
