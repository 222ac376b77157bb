// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.numbers.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code compat numbers}. */
@Command(
    name = "numbers",
    mixinStandardHelpOptions = true,
    description = {
      "Numbers near powers of ten and two, ties, subnormals and long decimals are written, read, rounded and formatted by our engine and by C SQLite: the texts",
      "must be the same, and the doubles the same bits."
    })
final class NumbersCommand implements Callable<Integer> {
  @Mixin private SeedOptions seeds;

  @Override
  public Integer call() throws IOException, SQLException {
    try (Numbers numbers = new Numbers()) {
      return seeds.run(List.of(new SeedOptions.Part("numbers", numbers::run)), System.out);
    }
  }
}
