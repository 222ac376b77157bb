// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.file.Path;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.testkit.Ability;
import org.lumosql.testkit.Subject;

/** The ways in which the native backend keeps a database. */
final class NativeSubjects {
  private NativeSubjects() {}

  static Subject memory() {
    return Subject.of(() -> small(new FileBackend().open(OpenOptions.memory()), AutoVacuum.NONE));
  }

  static Subject temporary() {
    return Subject.of(() -> small(new FileBackend().open(OpenOptions.temporary()), AutoVacuum.FULL));
  }

  static Subject rollbackJournal(Path directory) {
    return Subject.of(
        () -> file(directory, JournalMode.DELETE, AutoVacuum.INCREMENTAL), Ability.SHARED, Ability.PERSISTENT);
  }

  static Subject writeAheadLog(Path directory) {
    return Subject.of(
        () -> file(directory, JournalMode.WAL, AutoVacuum.NONE),
        Ability.SHARED,
        Ability.SNAPSHOTS,
        Ability.PERSISTENT);
  }

  private static Btree file(Path directory, JournalMode mode, AutoVacuum autoVacuum) {
    Btree btree = new FileBackend().open(OpenOptions.file(directory.resolve("test.db").toString()));
    small(btree, autoVacuum);
    PageControl control = btree.capability(PageControl.class).orElseThrow();
    control.setSynchronous(Synchronous.OFF, false, false);
    control.setJournalMode(mode);
    return btree;
  }

  /** Small pages and a small cache, so that trees grow deep and pages are written early. */
  private static Btree small(Btree btree, AutoVacuum autoVacuum) {
    PageControl control = btree.capability(PageControl.class).orElseThrow();
    control.setPageSize(1024, 0);
    control.setAutoVacuum(autoVacuum);
    control.setCacheSize(20);
    return btree;
  }
}
