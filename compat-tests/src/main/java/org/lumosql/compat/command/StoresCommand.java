// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.util.concurrent.Callable;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;

/** {@code compat stores}. */
@Command(name = "stores", mixinStandardHelpOptions = true, description = "Lists the ways of storing a database that the other commands know by name.")
final class StoresCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    Store.all().forEach(store -> System.out.println(store.name() + (store.isInMemory() ? "" : "  backend=" + store.parameters())));
    return CompatCommand.PASSED;
  }
}
