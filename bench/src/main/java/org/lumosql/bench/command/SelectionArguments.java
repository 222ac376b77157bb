// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.bench.filter.Selection;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which runs of which database: what {@code show} and {@code report} have in common. */
final class SelectionArguments {
  @Parameters(paramLabel = "RUN_ID", description = "The beginning of a run's id, eight digits or more")
  private List<String> ids = new ArrayList<>();

  @Option(names = {"-db", "--db", "-database"}, paramLabel = "FILE", description = "The database. Default: ${DEFAULT-VALUE}", defaultValue = Results.DEFAULT)
  private Path database;

  @Option(names = "-import", paramLabel = "FILE", arity = "1..*", description = "Use runs that -export wrote instead of a database")
  private List<Path> imports = new ArrayList<>();

  @Option(names = "-limit", paramLabel = "N", description = "The newest runs, so many; 0 for all. Default: ${DEFAULT-VALUE}", defaultValue = "20")
  private int limit;

  @Option(names = "-target", paramLabel = "TARGET", description = "Runs of this target")
  private List<String> targets = new ArrayList<>();

  @Option(names = "-version", paramLabel = "V", description = "Runs of this version of SQLite, whatever the backend")
  private List<String> versions = new ArrayList<>();

  @Option(names = "-backend", paramLabel = "B[-V]", description = "Runs over this backend")
  private List<String> backends = new ArrayList<>();

  @Option(names = "-no-backend", description = "Runs of C SQLite itself")
  private boolean hasNoBackend;

  @Option(names = "-datasize", paramLabel = "N", description = "Runs of this data size")
  private List<String> dataSizes = new ArrayList<>();

  @Option(names = "-option", paramLabel = "NAME-VALUE", description = "Runs with this option")
  private List<String> options = new ArrayList<>();

  @Option(names = "-missing", paramLabel = "NAME", description = "Runs without this option")
  private List<String> missing = new ArrayList<>();

  @Option(names = {"-cpu", "-cpu-comment"}, paramLabel = "PATTERN", description = "Runs on such a processor (LIKE)")
  private List<String> processors = new ArrayList<>();

  @Option(names = {"-disk", "-disk-comment"}, paramLabel = "PATTERN", description = "Runs on such a disk (LIKE)")
  private List<String> disks = new ArrayList<>();

  @Option(names = "-last", description = "Runs of the last command that ran any")
  private boolean isLast;

  @Option(names = "-completed", description = "Runs that ended with all tests right")
  private boolean isCompleted;

  @Option(names = "-failed", description = "Runs with tests that failed")
  private boolean isFailed;

  @Option(names = "-interrupted", description = "Runs with tests that a signal ended")
  private boolean isInterrupted;

  @Option(names = "-crashed", description = "Runs that did not end, or not yet")
  private boolean isCrashed;

  @Option(names = "-empty", description = "Runs without tests")
  private boolean isEmpty;

  @Option(names = "-invalid", description = "Runs whose data contradict themselves")
  private boolean isInvalid;

  int limit() {
    return limit;
  }

  ResultDatabase open() throws SQLException, IOException {
    if (imports.isEmpty()) {
      if (!Files.isRegularFile(database)) {
        throw new IOException("Database not found: " + database);
      }
      return ResultDatabase.open(database);
    }
    ResultDatabase imported = ResultDatabase.inMemory();
    for (RunRecord run : ShowCommand.imported(imports)) {
      imported.save(run);
    }
    return imported;
  }

  Selection selection() {
    Selection selection = new Selection().ids(ids).targets(targets).versions(versions).backends(backends, hasNoBackend);
    List<String> allOptions = new ArrayList<>(options);
    dataSizes.forEach(size -> allOptions.add("datasize-" + size));
    selection.options(allOptions).missing(missing).comments("cpu-comment", processors).comments("disk-comment", disks);
    if (isLast) {
      selection.lastSession();
    }
    if (isCompleted) {
      selection.completed();
    }
    if (isFailed) {
      selection.failed();
    }
    if (isInterrupted) {
      selection.interrupted();
    }
    if (isCrashed) {
      selection.crashed();
    }
    if (isEmpty) {
      selection.empty();
    }
    if (isInvalid) {
      selection.invalid();
    }
    return selection;
  }
}
