// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.contract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.KeyControl;
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

  /** A file whose pages are encrypted. */
  static Subject encrypted(Path directory, JournalMode mode, String cipher) {
    Ability[] abilities =
        mode == JournalMode.WAL
            ? new Ability[] {Ability.SHARED, Ability.SNAPSHOTS, Ability.PERSISTENT}
            : new Ability[] {Ability.SHARED, Ability.PERSISTENT};
    return Subject.of(
        () -> {
          Btree btree = new FileBackend().open(options(directory, Map.of("cipher", cipher, "kdf_memory", "64", "kdf_passes", "1")));
          btree.capability(KeyControl.class).orElseThrow().setKey(password());
          return prepared(btree, mode, AutoVacuum.INCREMENTAL);
        },
        abilities);
  }

  /** Pages in a key-value store, encrypted if there is a cipher. */
  static Subject inStore(String cipher) {
    MapBackend backend = new MapBackend();
    return Subject.of(
        () -> {
          Map<String, String> parameters =
              cipher == null
                  ? Map.of("layout", "pages")
                  : Map.of("layout", "pages", "cipher", cipher, "kdf_memory", "64", "kdf_passes", "1");
          Btree btree = backend.open(options(Path.of("."), parameters));
          if (cipher != null) {
            btree.capability(KeyControl.class).orElseThrow().setKey(password());
          }
          return small(btree, AutoVacuum.INCREMENTAL);
        },
        Ability.SHARED,
        Ability.SNAPSHOTS,
        Ability.PERSISTENT);
  }

  private static OpenOptions options(Path directory, Map<String, String> parameters) {
    return new OpenOptions(
        directory.resolve("test.db").toString(), OpenOptions.Kind.FILE, OpenOptions.Access.CREATE, parameters);
  }

  private static byte[] password() {
    return "open sesame".getBytes(StandardCharsets.US_ASCII);
  }

  private static Btree file(Path directory, JournalMode mode, AutoVacuum autoVacuum) {
    return prepared(new FileBackend().open(options(directory, Map.of())), mode, autoVacuum);
  }

  private static Btree prepared(Btree btree, JournalMode mode, AutoVacuum autoVacuum) {
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
