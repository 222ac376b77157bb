// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.lumosql.btree.Backend;
import org.lumosql.btree.BusyHandler;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;

/** Pragmas about the connection and what is built in. */
final class ConnectionPragmas {
  static final List<Pragma> LIST =
      List.of(
          new Pragma("busy_timeout", List.of("timeout"), 0, ConnectionPragmas::busyTimeout),
          Pragma.rows("collation_list", Pragma.TABLE_FUNCTION, "seq name", ConnectionPragmas::collationList),
          Pragma.rows(
              "compile_options", Pragma.TABLE_FUNCTION, "compile_options", ConnectionPragmas::compileOptions),
          Pragma.rows(
              "function_list",
              Pragma.TABLE_FUNCTION,
              "name builtin type enc narg flags",
              ConnectionPragmas::functionList),
          Pragma.rows("lumo_backends", Pragma.TABLE_FUNCTION, "name version", ConnectionPragmas::backends),
          Pragma.value("lumo_backend", 0, call -> call.row(call.btree().backend().name())),
          Pragma.rows("pragma_list", Pragma.TABLE_FUNCTION, "name", ConnectionPragmas::pragmaList));

  private ConnectionPragmas() {}

  private static void busyTimeout(PragmaCall call) {
    Session session = call.session();
    if (call.hasValue()) {
      int milliseconds = call.integer();
      session.setBusyHandler(milliseconds > 0 ? new BusyTimeout(milliseconds) : BusyHandler.NEVER);
    }
    call.row(session.busyHandler() instanceof BusyTimeout timeout ? timeout.milliseconds() : 0);
  }

  private static void collationList(PragmaCall call) {
    int number = 0;
    for (Collation collation : call.session().catalog().collations()) {
      call.row(number++, collation.name());
    }
  }

  private static void compileOptions(PragmaCall call) {
    CompileOptions.NAMES.forEach(call::row);
  }

  private static void functionList(PragmaCall call) {
    Set<FunctionDefinition> builtIns = Collections.newSetFromMap(new IdentityHashMap<>());
    builtIns.addAll(org.lumosql.function.BuiltinFunctions.registry().all());
    for (FunctionDefinition function : call.session().catalog().functions().all()) {
      String type =
          switch (function.kind()) {
            case SCALAR -> "s";
            case AGGREGATE -> "a";
            case WINDOW_AGGREGATE, WINDOW -> "w";
          };
      call.row(function.name(), builtIns.contains(function), type, "utf8", function.argumentCount(), function.flags());
    }
  }

  private static void backends(PragmaCall call) {
    for (Backend backend : Backends.installed().all()) {
      call.row(backend.name(), backend.engineVersion());
    }
  }

  private static void pragmaList(PragmaCall call) {
    Pragmas.all().forEach(pragma -> call.row(pragma.name()));
  }
}
