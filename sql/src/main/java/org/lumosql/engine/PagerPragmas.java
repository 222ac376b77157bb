// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.DurabilityControl;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;

/** Pragmas of stores made of pages: sizes, cache, journal, durability. A store that is not made of pages gives no rows for them. */
final class PagerPragmas {
  private static final int TABLE = Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT;

  static final List<Pragma> LIST =
      List.of(
          paged("auto_vacuum", TABLE | Pragma.SILENT_WHEN_SET, PagerPragmas::autoVacuum),
          paged("cache_size", TABLE | Pragma.SILENT_WHEN_SET, PagerPragmas::cacheSize),
          paged("cache_spill", TABLE | Pragma.SILENT_WHEN_SET, PagerPragmas::cacheSpill),
          Pragma.value("checkpoint_fullfsync", TABLE | Pragma.NO_SCHEMA | Pragma.SILENT_WHEN_SET, call -> fullSync(call, true)),
          Pragma.value("fullfsync", TABLE | Pragma.NO_SCHEMA | Pragma.SILENT_WHEN_SET, call -> fullSync(call, false)),
          paged("incremental_vacuum", Pragma.SILENT, PagerPragmas::incrementalVacuum),
          paged("journal_mode", TABLE | Pragma.ALL_DATABASES, PagerPragmas::journalMode),
          paged("journal_size_limit", TABLE, PagerPragmas::journalSizeLimit),
          paged("locking_mode", TABLE, PagerPragmas::lockingMode),
          paged("max_page_count", TABLE, PagerPragmas::maximumPageCount),
          paged("mmap_size", 0, PagerPragmas::mmapSize),
          paged("page_count", TABLE, PagerPragmas::pageCount),
          paged("page_size", TABLE | Pragma.SILENT_WHEN_SET, PagerPragmas::pageSize),
          paged("secure_delete", TABLE | Pragma.NO_SCHEMA, PagerPragmas::secureDelete),
          paged("shrink_memory", Pragma.SILENT, (call, pages) -> pages.shrinkMemory()),
          Pragma.value("synchronous", TABLE | Pragma.SILENT_WHEN_SET, PagerPragmas::synchronous),
          paged("wal_autocheckpoint", 0, PagerPragmas::walAutocheckpoint),
          Pragma.rows("wal_checkpoint", Pragma.ALL_DATABASES, "busy log checkpointed", PagerPragmas::checkpoint));

  private PagerPragmas() {}

  private interface PagedBody {
    void run(PragmaCall call, PageControl pages);
  }

  private static Pragma paged(String name, int flags, PagedBody body) {
    return Pragma.value(
        name,
        flags,
        call -> {
          PageControl pages = call.pages();
          if (pages != null) {
            body.run(call, pages);
          }
        });
  }

  private static void autoVacuum(PragmaCall call, PageControl pages) {
    if (!call.hasValue()) {
      call.row(call.session().reading(call.database(), () -> pages.autoVacuum().ordinal()));
      return;
    }
    AutoVacuum mode =
        switch (Ascii.lower(call.value())) {
          case "none", "0" -> AutoVacuum.NONE;
          case "full", "1" -> AutoVacuum.FULL;
          case "incremental", "2" -> AutoVacuum.INCREMENTAL;
          default -> null;
        };
    if (mode != null) {
      Settings.of(call).nextAutoVacuum = mode;
      pages.setAutoVacuum(mode);
      if (mode != AutoVacuum.NONE && !call.session().isQueryOnly()) {
        keepAutoVacuum(call, pages);
      }
    }
  }

  /** A new database gets its first page, and with it the mode, at once. */
  private static void keepAutoVacuum(PragmaCall call, PageControl pages) {
    call.session()
        .writing(
            call.database(),
            () -> {
              AutoVacuum mode = pages.autoVacuum();
              if (mode != AutoVacuum.NONE) {
                call.btree().setMeta(MetaValue.INCREMENTAL_VACUUM, mode == AutoVacuum.INCREMENTAL ? 1 : 0);
              }
              return null;
            });
  }

  private static void cacheSize(PragmaCall call, PageControl pages) {
    Settings settings = Settings.of(call);
    if (call.hasValue()) {
      settings.cacheSize = call.integer();
      pages.setCacheSize(settings.cacheSize);
    } else {
      call.row(settings.cacheSize);
    }
  }

  private static void cacheSpill(PragmaCall call, PageControl pages) {
    if (!call.hasValue()) {
      call.row(pages.cacheSpill());
      return;
    }
    Settings settings = Settings.of(call);
    int size = call.hasInteger() ? call.integer() : 1;
    if (call.hasInteger() && size != 0) {
      settings.cacheSpill = size;
    }
    pages.setCacheSpill(call.truth(size != 0) ? settings.cacheSpill : 0);
  }

  private static void fullSync(PragmaCall call, boolean checkpoint) {
    Settings settings = Settings.ofMain(call);
    if (call.hasValue()) {
      if (checkpoint) {
        settings.checkpointFullSync = call.truth();
      } else {
        settings.fullSync = call.truth();
      }
      openStores(call)
          .forEach(pages -> pages.setSynchronous(pages.synchronous(), settings.fullSync, settings.checkpointFullSync));
    } else {
      call.row(checkpoint ? settings.checkpointFullSync : settings.fullSync);
    }
  }

  private static void incrementalVacuum(PragmaCall call, PageControl pages) {
    long steps = call.hasValue() && call.number() > 0 ? call.number() : Long.MAX_VALUE;
    call.session()
        .writing(
            call.database(),
            () -> {
              for (long i = 0; i < steps && pages.incrementalVacuumStep(); i++) {
                if (call.session().isInterrupted()) {
                  throw new StoreException(ResultCode.INTERRUPT, "interrupted");
                }
              }
              return null;
            });
  }

  /** Those of all databases that are open and made of pages. */
  private static List<PageControl> openStores(PragmaCall call) {
    List<PageControl> stores = new ArrayList<>();
    for (int number = 0; number < call.session().databaseCount(); number++) {
      Btree btree = call.session().database(number).btree();
      if (btree != null) {
        btree.capability(PageControl.class).ifPresent(stores::add);
      }
    }
    return stores;
  }

  private static void journalMode(PragmaCall call, PageControl main) {
    JournalMode mode = call.hasValue() ? mode(call.value()) : null;
    String answer = null;
    for (int number : call.databases()) {
      if (call.session().database(number).btree() == null) {
        continue;
      }
      PageControl pages = call.session().btree(number).capability(PageControl.class).orElse(null);
      if (pages != null && (mode != null || number == call.database())) {
        String now = (mode == null ? currentMode(call, number, pages) : change(call, number, pages, mode)).sqlName();
        answer = number == call.database() ? now : answer;
      }
    }
    if (answer != null) {
      call.row(answer);
    }
  }

  private static JournalMode currentMode(PragmaCall call, int number, PageControl pages) {
    Settings settings = call.session().database(number).pagerSettings();
    if (settings.memoryJournal != null) {
      return settings.memoryJournal;
    }
    // only the header tells whether it is WAL
    return call.session().reading(number, pages::journalMode);
  }

  private static JournalMode change(PragmaCall call, int number, PageControl pages, JournalMode mode) {
    if (number == Session.TEMP) {
      if (mode != JournalMode.WAL && call.session().btree(number).transactionState() != TransactionState.WRITE) { // kept and shown
        call.session().database(number).pagerSettings().memoryJournal = mode;
      }
      return currentMode(call, number, pages);
    }
    if (call.session().btree(number).isMemory()) {
      // it has no other journal than its undo log; OFF only hides that
      if (mode == JournalMode.MEMORY || mode == JournalMode.OFF) {
        call.session().database(number).pagerSettings().memoryJournal = mode;
      }
      return currentMode(call, number, pages);
    }
    if (call.session().btree(number).transactionState() == TransactionState.WRITE) {
      return currentMode(call, number, pages);
    }
    if (!call.session().isAutocommit() && number != Session.TEMP) {
      JournalMode before = currentMode(call, number, pages);
      if (mode != before && (mode == JournalMode.WAL || before == JournalMode.WAL)) {
        throw StoreException.withMessage(
            ResultCode.ERROR,
            "cannot change " + (mode == JournalMode.WAL ? "into" : "out of") + " wal mode from within a transaction");
      }
    }
    return pages.setJournalMode(mode);
  }

  private static JournalMode mode(String name) {
    for (JournalMode mode : JournalMode.values()) {
      if (Ascii.equal(mode.sqlName(), name)) {
        return mode;
      }
    }
    return null;
  }

  private static void journalSizeLimit(PragmaCall call, PageControl pages) {
    if (call.hasValue()) {
      pages.setJournalSizeLimit(Math.max(-1, call.number()));
    }
    call.row(pages.journalSizeLimit());
  }

  private static void lockingMode(PragmaCall call, PageControl pages) {
    Settings main = Settings.ofMain(call);
    boolean exclusive = call.hasValue() && Ascii.equal(call.value(), "exclusive");
    boolean isSet = exclusive || call.hasValue() && Ascii.equal(call.value(), "normal");
    if (!isSet && !call.isSchemaGiven()) {
      call.row(main.exclusiveLocking ? "exclusive" : "normal");
      return;
    }
    if (isSet) {
      for (int number : call.databases()) {
        if (canBeShared(call, number)) {
          call.session().btree(number).capability(PageControl.class).ifPresent(one -> one.setExclusiveLocking(exclusive));
        }
      }
      main.exclusiveLocking = call.isSchemaGiven() ? main.exclusiveLocking : exclusive;
    }
    boolean isExclusive = !canBeShared(call, call.database()) || pages.isExclusiveLocking();
    call.row(isExclusive ? "exclusive" : "normal");
  }

  /** Temporary databases and those in memory are never shared, whatever is asked for. */
  private static boolean canBeShared(PragmaCall call, int number) {
    return number != Session.TEMP && !call.session().btree(number).isMemory();
  }

  private static void maximumPageCount(PragmaCall call, PageControl pages) {
    call.row(
        call.session()
            .reading(call.database(), () -> pages.setMaximumPageCount(call.hasNumber() ? call.number() : 0)));
  }

  private static void mmapSize(PragmaCall call, PageControl pages) {
    if (canBeShared(call, call.database())) {
      call.row(call.hasValue() ? pages.setMmapSize(call.number()) : pages.mmapSize());
    }
  }

  private static void pageCount(PragmaCall call, PageControl pages) {
    call.row(pageCount(call.session(), call.database(), pages));
  }

  /** How many pages a database has; none if nothing was ever written. */
  static long pageCount(Session session, int database, PageControl pages) {
    Btree btree = session.btree(database);
    return session.reading(database, () -> database == Session.TEMP && isUntouched(btree) ? 0L : pages.pageCount());
  }

  /** Whether nothing but the encoding was ever written, which SQLite writes with the first table. */
  private static boolean isUntouched(Btree btree) {
    return btree.meta(MetaValue.SCHEMA_VERSION) == 0 && btree.meta(MetaValue.USER_VERSION) == 0 && btree.meta(MetaValue.APPLICATION_ID) == 0;
  }

  private static void pageSize(PragmaCall call, PageControl pages) {
    if (call.hasValue()) {
      int size = call.integer();
      if (size >= 512 && size <= 65_536 && Integer.bitCount(size) == 1) {
        Settings.of(call).nextPageSize = size;
        pages.setPageSize(size, -1);
      }
    } else {
      call.row(call.session().reading(call.database(), pages::pageSize));
    }
  }

  private static void secureDelete(PragmaCall call, PageControl pages) {
    if (call.hasValue()) {
      pages.setSecureDelete(Ascii.equal(call.value(), "fast") ? 2 : call.truth() ? 1 : 0);
    }
    call.row(pages.secureDelete());
  }

  private static void synchronous(PragmaCall call) {
    PageControl pages = call.pages();
    DurabilityControl durability = call.btree().capability(DurabilityControl.class).orElse(null);
    if (!call.hasValue()) {
      Settings settings = Settings.of(call);
      if (call.database() == Session.TEMP) {
        call.row(0); // temporary files are never synced
      } else if (pages != null) {
        call.row(settings.shownSynchronous > 0 ? settings.shownSynchronous : pages.synchronous().ordinal());
      } else if (durability != null) {
        call.row(durability.synchronous().ordinal());
      }
      return;
    }
    if (!call.session().isAutocommit()) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "Safety level may not be changed inside a transaction");
    }
    if (call.database() == Session.TEMP) {
      return;
    }
    Settings settings = Settings.of(call);
    Settings main = Settings.ofMain(call);
    // three bits hold the level and one more: 7 is 0 again; what is above EXTRA works as FULL and is shown as it was written
    int number = Math.max(((call.level() + 1) & 7) - 1, 0);
    settings.shownSynchronous = number < 4 ? 0 : number;
    Synchronous level = number < 4 ? Synchronous.values()[number] : Synchronous.FULL;
    if (pages != null) {
      pages.setSynchronous(level, main.fullSync, main.checkpointFullSync);
    } else if (durability != null) {
      durability.setSynchronous(level);
    }
  }

  private static void walAutocheckpoint(PragmaCall call, PageControl pages) {
    if (call.hasValue()) {
      int frames = Math.max(0, call.integer());
      openStores(call).forEach(store -> store.setWalAutocheckpoint(frames));
      Settings.ofMain(call).walAutocheckpoint = frames;
    }
    call.row(Settings.ofMain(call).walAutocheckpoint);
  }

  private static void checkpoint(PragmaCall call) {
    CheckpointMode mode = CheckpointMode.PASSIVE;
    if (call.hasValue()) {
      for (CheckpointMode candidate : CheckpointMode.values()) {
        if (Ascii.equal(candidate.name(), call.value())) {
          mode = candidate;
        }
      }
    }
    CheckpointResult answer = new CheckpointResult(false, -1, -1);
    for (int number : call.databases()) {
      var btree = call.session().database(number).btree();
      if (btree == null) {
        continue;
      }
      if (btree.transactionState() == TransactionState.WRITE) {
        throw StoreException.withMessage(ResultCode.LOCKED, "database table is locked");
      }
      var pages = btree.capability(PageControl.class);
      if (pages.isPresent()) {
        CheckpointResult result = pages.get().checkpoint(mode);
        answer = number == call.database() ? result : answer;
      }
    }
    call.row(answer.busy(), answer.logFrames(), answer.checkpointedFrames());
  }

  /** What the pager does not tell again: kept with the database. */
  static final class Settings {
    int cacheSize = -2000;
    /** Pages, or −KiB: as much as the cache holds if that is more. */
    int cacheSpill = 1;
    /** For all databases of the connection: kept with main. */
    int walAutocheckpoint = 1000;
    /** For all databases of the connection that are attached without another word: kept with main. */
    boolean exclusiveLocking;
    /** What a database in memory was told to have; null for nothing. */
    JournalMode memoryJournal;
    /** A level of {@code PRAGMA synchronous} that has no name; 0 for none. */
    int shownSynchronous;
    boolean fullSync;
    boolean checkpointFullSync;
    /** Page size for the next VACUUM, 0 if none was asked for. */
    int nextPageSize;
    /** For the next VACUUM; null if none was asked for. */
    AutoVacuum nextAutoVacuum;

    static Settings ofMain(PragmaCall call) {
      return call.session().database(Session.MAIN).pagerSettings();
    }

    static Settings of(PragmaCall call) {
      return call.session().database(call.database()).pagerSettings();
    }
  }
}
