// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import java.util.Locale;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.DurabilityControl;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Pragmas of stores made of pages: sizes, cache, journal, durability. A store that is not made of pages gives no rows for them. */
final class PagerPragmas {
  static final List<Pragma> LIST =
      List.of(
          paged("auto_vacuum", Pragma.SILENT_WHEN_SET, PagerPragmas::autoVacuum),
          paged("cache_size", Pragma.SILENT_WHEN_SET, PagerPragmas::cacheSize),
          paged("cache_spill", Pragma.SILENT_WHEN_SET, PagerPragmas::cacheSpill),
          Pragma.value("checkpoint_fullfsync", Pragma.SILENT_WHEN_SET, call -> fullSync(call, true)),
          Pragma.value("fullfsync", Pragma.SILENT_WHEN_SET, call -> fullSync(call, false)),
          paged("incremental_vacuum", Pragma.SILENT, PagerPragmas::incrementalVacuum),
          paged("journal_mode", Pragma.ALL_DATABASES, PagerPragmas::journalMode),
          paged("journal_size_limit", 0, PagerPragmas::journalSizeLimit),
          paged("locking_mode", 0, PagerPragmas::lockingMode),
          paged("max_page_count", 0, PagerPragmas::maximumPageCount),
          paged("mmap_size", 0, PagerPragmas::mmapSize),
          paged("page_count", 0, PagerPragmas::pageCount),
          paged("page_size", Pragma.SILENT_WHEN_SET, PagerPragmas::pageSize),
          paged("secure_delete", 0, PagerPragmas::secureDelete),
          paged("shrink_memory", Pragma.SILENT, (call, pages) -> pages.shrinkMemory()),
          Pragma.value("synchronous", Pragma.SILENT_WHEN_SET, PagerPragmas::synchronous),
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
        switch (call.value().toLowerCase(Locale.ROOT)) {
          case "none", "0" -> AutoVacuum.NONE;
          case "full", "1" -> AutoVacuum.FULL;
          case "incremental", "2" -> AutoVacuum.INCREMENTAL;
          default -> null;
        };
    if (mode != null) {
      Settings.of(call).nextAutoVacuum = mode;
      pages.setAutoVacuum(mode);
    }
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
    } else if (call.value().chars().allMatch(Character::isDigit)) {
      pages.setCacheSpill(call.integer());
    } else {
      pages.setCacheSpill(call.truth() ? 1 : 0);
    }
  }

  private static void fullSync(PragmaCall call, boolean checkpoint) {
    Settings settings = Settings.of(call);
    if (call.hasValue()) {
      if (checkpoint) {
        settings.checkpointFullSync = call.truth();
      } else {
        settings.fullSync = call.truth();
      }
      PageControl pages = call.pages();
      if (pages != null) {
        pages.setSynchronous(pages.synchronous(), settings.fullSync, settings.checkpointFullSync);
      }
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

  private static void journalMode(PragmaCall call, PageControl main) {
    JournalMode mode = call.hasValue() ? mode(call.value()) : null;
    String answer = null;
    for (int number : call.databases()) {
      if (call.session().database(number).btree() == null || number == Session.TEMP && !call.isSchemaGiven()) {
        continue;
      }
      PageControl pages = call.session().btree(number).capability(PageControl.class).orElse(null);
      if (pages != null && (mode != null || number == call.database())) {
        String now = (mode == null ? currentMode(call, number, pages) : pages.setJournalMode(mode)).sqlName();
        answer = number == call.database() ? now : answer;
      }
    }
    if (answer != null) {
      call.row(answer);
    }
  }

  private static JournalMode currentMode(PragmaCall call, int number, PageControl pages) {
    // only the header tells whether it is WAL
    return call.session().reading(number, pages::journalMode);
  }

  private static JournalMode mode(String name) {
    for (JournalMode mode : JournalMode.values()) {
      if (mode.sqlName().equalsIgnoreCase(name)) {
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
    if (call.hasValue()) {
      boolean exclusive = call.value().equalsIgnoreCase("exclusive");
      if (exclusive || call.value().equalsIgnoreCase("normal")) {
        pages.setExclusiveLocking(exclusive);
      }
    }
    call.row(pages.isExclusiveLocking() ? "exclusive" : "normal");
  }

  private static void maximumPageCount(PragmaCall call, PageControl pages) {
    call.row(
        call.session()
            .reading(call.database(), () -> pages.setMaximumPageCount(call.hasValue() ? call.number() : 0)));
  }

  private static void mmapSize(PragmaCall call, PageControl pages) {
    call.row(call.hasValue() ? pages.setMmapSize(call.number()) : pages.mmapSize());
  }

  private static void pageCount(PragmaCall call, PageControl pages) {
    call.row(call.session().reading(call.database(), pages::pageCount));
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
      pages.setSecureDelete(call.value().equalsIgnoreCase("fast") ? 2 : call.truth() ? 1 : 0);
    }
    call.row(pages.secureDelete());
  }

  private static void synchronous(PragmaCall call) {
    PageControl pages = call.pages();
    DurabilityControl durability = call.btree().capability(DurabilityControl.class).orElse(null);
    if (!call.hasValue()) {
      if (pages != null) {
        call.row(pages.synchronous().ordinal());
      } else if (durability != null) {
        call.row(durability.synchronous().ordinal());
      }
      return;
    }
    if (!call.session().isAutocommit()) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "Safety level may not be changed inside a transaction");
    }
    Settings settings = Settings.of(call);
    int number = call.level(true);
    Synchronous level = number < 4 ? Synchronous.values()[number] : Synchronous.FULL;
    if (pages != null) {
      pages.setSynchronous(level, settings.fullSync, settings.checkpointFullSync);
    } else if (durability != null) {
      durability.setSynchronous(level);
    }
  }

  private static void walAutocheckpoint(PragmaCall call, PageControl pages) {
    if (call.hasValue()) {
      pages.setWalAutocheckpoint(call.integer());
    }
    call.row(pages.walAutocheckpoint());
  }

  private static void checkpoint(PragmaCall call) {
    CheckpointMode mode = CheckpointMode.PASSIVE;
    if (call.hasValue()) {
      for (CheckpointMode candidate : CheckpointMode.values()) {
        if (candidate.name().equalsIgnoreCase(call.value())) {
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
    boolean fullSync;
    boolean checkpointFullSync;
    /** Page size for the next VACUUM, 0 if none was asked for. */
    int nextPageSize;
    /** For the next VACUUM; null if none was asked for. */
    AutoVacuum nextAutoVacuum;

    static Settings of(PragmaCall call) {
      return call.session().database(call.database()).pagerSettings();
    }
  }
}
