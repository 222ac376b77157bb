// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.lumosql.btree.Backend;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.Layered;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;

/** Pragmas about the connection and what is built in. */
final class ConnectionPragmas {
  private static final int BUILT_IN = Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT | Pragma.NO_SCHEMA;

  static final List<Pragma> LIST =
      List.of(
          Pragma.value("analysis_limit", BUILT_IN, ConnectionPragmas::analysisLimit),
          new Pragma("busy_timeout", List.of("timeout"), BUILT_IN, ConnectionPragmas::busyTimeout),
          Pragma.rows("collation_list", BUILT_IN, "seq name", ConnectionPragmas::collationList),
          Pragma.rows(
              "compile_options", BUILT_IN, "compile_options", ConnectionPragmas::compileOptions),
          Pragma.rows(
              "function_list",
              BUILT_IN,
              "name builtin type enc narg flags",
              ConnectionPragmas::functionList),
          Pragma.value("hard_heap_limit", BUILT_IN, ConnectionPragmas::hardHeapLimit),
          Pragma.rows("lumo_backends", BUILT_IN, "name version", ConnectionPragmas::backends),
          Pragma.value("lumo_backend", 0, call -> call.row(call.btree().backend().name())),
          Pragma.rows("lumo_handlers", Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT, "seq name", ConnectionPragmas::handlers),
          Pragma.rows("module_list", BUILT_IN, "name", ConnectionPragmas::moduleList),
          Pragma.rows("pragma_list", BUILT_IN, "name", ConnectionPragmas::pragmaList),
          Pragma.value("soft_heap_limit", BUILT_IN, ConnectionPragmas::softHeapLimit),
          Pragma.value("temp_store", Pragma.SILENT_WHEN_SET | BUILT_IN, ConnectionPragmas::temporaryStore),
          Pragma.value("temp_store_directory", Pragma.SILENT_WHEN_SET, ConnectionPragmas::temporaryDirectory),
          Pragma.value("threads", BUILT_IN, ConnectionPragmas::threads));

  private static final int MAXIMUM_THREADS = 8;

  private ConnectionPragmas() {}

  private static void busyTimeout(PragmaCall call) {
    Session session = call.session();
    if (call.hasInteger()) {
      int milliseconds = call.integer();
      session.setBusyHandler(milliseconds > 0 ? new BusyTimeout(milliseconds) : BusyHandler.NEVER);
    }
    call.row(session.busyHandler() instanceof BusyTimeout timeout ? timeout.milliseconds() : 0);
  }

  private static void collationList(PragmaCall call) {
    // the last one added comes first
    List<Collation> collations = new ArrayList<>();
    call.session().catalog().collations().forEach(collations::add);
    for (int i = 0; i < collations.size(); i++) {
      call.row(i, collations.get(collations.size() - 1 - i).name());
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
      call.row(function.name(), builtIns.contains(function), type, "utf8", function.argumentCount(), publicFlags(function));
    }
  }

  /** The flags as SQLite numbers them: deterministic, direct-only, subtype, innocuous. */
  private static int publicFlags(FunctionDefinition function) {
    return (function.has(FunctionDefinition.DETERMINISTIC) ? 0x800 : 0)
        | (function.has(FunctionDefinition.DIRECT_ONLY) ? 0x80000 : 0)
        | (function.has(FunctionDefinition.SUBTYPE) ? 0x100000 : 0)
        | (function.has(FunctionDefinition.INNOCUOUS) ? 0x200000 : 0);
  }

  private static void moduleList(PragmaCall call) {
    call.session().virtualTables().names().forEach(call::row);
  }

  /** Kept and shown; sorting uses the caller's thread. */
  private static void threads(PragmaCall call) {
    MemorySettings settings = call.session().memory();
    if (call.hasNumber() && call.number() >= 0) {
      settings.setThreads((int) Math.min(call.number(), MAXIMUM_THREADS));
    }
    call.row(settings.threads());
  }

  private static void temporaryStore(PragmaCall call) {
    Session session = call.session();
    if (call.hasValue()) {
      session.setTemporaryStore(
          switch (Ascii.lower(call.value())) {
            case "file", "1" -> 1;
            case "memory", "2" -> 2;
            default -> 0;
          });
    } else {
      call.row(session.temporaryStore());
    }
  }

  private static void temporaryDirectory(PragmaCall call) {
    Session session = call.session();
    if (!call.hasValue()) {
      if (session.temporaryDirectory() != null) {
        call.row(session.temporaryDirectory());
      }
      return;
    }
    Path directory = call.value().isEmpty() ? null : Path.of(call.value());
    if (directory != null && !(Files.isDirectory(directory) && Files.isWritable(directory))) {
      throw StoreException.withMessage(ResultCode.ERROR, "not a writable directory");
    }
    session.setTemporaryDirectory(directory);
  }

  private static void analysisLimit(PragmaCall call) {
    if (call.hasNumber()) {
      call.session().memory().setAnalysisLimit(call.number());
    }
    call.row(call.session().memory().analysisLimit());
  }

  private static void softHeapLimit(PragmaCall call) {
    if (call.hasNumber()) {
      call.session().memory().setSoftHeapLimit(call.number());
    }
    call.row(call.session().memory().softHeapLimit());
  }

  private static void hardHeapLimit(PragmaCall call) {
    if (call.hasNumber()) {
      call.session().memory().lowerHardHeapLimit(call.number());
    }
    call.row(call.session().memory().hardHeapLimit());
  }

  private static void backends(PragmaCall call) {
    for (Backend backend : call.session().backends().all()) {
      call.row(backend.name(), version(backend));
    }
  }

  /** NULL if the engine's library is missing or does not run here. */
  private static String version(Backend backend) {
    try {
      return backend.engineVersion();
    } catch (LinkageError e) {
      return null;
    }
  }

  private static void handlers(PragmaCall call) {
    int number = 0;
    for (String layer : call.btree().capability(Layered.class).map(Layered::layers).orElse(List.of())) {
      call.row(number++, layer);
    }
  }

  private static void pragmaList(PragmaCall call) {
    Pragmas.all().forEach(pragma -> call.row(pragma.name()));
  }
}
