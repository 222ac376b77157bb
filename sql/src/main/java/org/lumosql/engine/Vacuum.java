// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Schema;

/**
 * VACUUM and VACUUM INTO (https://sqlite.org/lang_vacuum.html): copies every tree, in key order and without gaps, into a new database. VACUUM then puts
 * the copy's pages in place of the old ones, in one transaction; VACUUM INTO leaves it in its file.
 */
final class Vacuum {
  private static final List<MetaValue> KEPT =
      List.of(
          MetaValue.SCHEMA_FORMAT,
          MetaValue.DEFAULT_CACHE_SIZE,
          MetaValue.USER_VERSION,
          MetaValue.APPLICATION_ID);

  private static final String SEQUENCES = "sqlite_sequence";

  private final Session session;
  private final int number;
  private final String target;

  /** @param target file of VACUUM INTO, or null */
  Vacuum(Session session, int number, String target) {
    this.session = session;
    this.number = number;
    this.target = target;
  }

  static void requireAllowed(Session session) {
    if (!session.isAutocommit()) {
      throw StoreException.withMessage(ResultCode.ERROR, "cannot VACUUM from within a transaction");
    }
    if (session.activeStatements() > 1) {
      throw StoreException.withMessage(ResultCode.ERROR, "cannot VACUUM - SQL statements in progress");
    }
  }

  void run() {
    Btree source = session.btree(number);
    if (target == null && source.capability(PageControl.class).isEmpty()) {
      return; // the store keeps no gaps that a copy would close
    }
    Schema schema = session.loadedSchema(number);
    if (target == null) {
      source.beginWrite(true);
    } else {
      source.beginRead();
    }
    boolean done = false;
    try {
      copy(source, schema);
      done = true;
    } finally {
      // also after a failure: the new file may be there, and only reading its schema tells
      session.schemaChanges().reset();
      if (!done || target != null) {
        source.rollback(null);
      }
    }
  }

  private void copy(Btree source, Schema schema) {
    try (Btree copy = openCopy()) {
      prepare(source, copy);
      copy.beginWrite(false);
      copy.setMeta(MetaValue.TEXT_ENCODING, session.encoding().number());
      for (MetaValue value : KEPT) {
        copy.setMeta(value, source.meta(value));
      }
      copy.setMeta(MetaValue.SCHEMA_VERSION, source.meta(MetaValue.SCHEMA_VERSION) + 1);
      new TreeCopier(session, source, copy, schema).copyAll();
      if (target == null) {
        copy.commitPhaseOne(null);
        copy.commitPhaseTwo();
        copy.beginRead();
        source.capability(PageControl.class).orElseThrow().replaceWith(copy);
        source.commitPhaseOne(null);
        source.commitPhaseTwo();
        copy.commitPhaseTwo();
      } else {
        copy.commitPhaseOne(null);
        copy.commitPhaseTwo();
      }
    }
  }

  private Btree openCopy() {
    if (target == null) {
      return session.backends().named(Backends.DEFAULT).open(OpenOptions.temporary()); // stores of pages all have this pager
    }
    DatabaseUri uri = DatabaseUri.parse(target, OpenOptions.Access.CREATE).in(session.directory());
    try {
      if (uri.kind() == OpenOptions.Kind.FILE
          && Files.exists(Path.of(uri.path()))
          && Files.size(Path.of(uri.path())) > 0) {
        throw StoreException.withMessage(ResultCode.ERROR, "output file already exists");
      }
    } catch (java.io.IOException e) {
      throw new StoreException(ResultCode.CANTOPEN, "cannot look at " + uri.path(), e);
    }
    return session.backends().open(uri.openOptions());
  }

  /** Gives the copy the page size, reserved bytes and auto-vacuum mode that the source has, or was asked to take by its next VACUUM. */
  private void prepare(Btree source, Btree copy) {
    PageControl from = source.capability(PageControl.class).orElse(null);
    PageControl to = copy.capability(PageControl.class).orElse(null);
    if (from == null || to == null) {
      return;
    }
    PagerPragmas.Settings settings = session.database(number).pagerSettings();
    boolean wal = from.journalMode() == org.lumosql.btree.JournalMode.WAL && target == null;
    int pageSize = settings.nextPageSize == 0 || wal || source.isMemory() ? from.pageSize() : settings.nextPageSize;
    boolean isDecrypting = target != null && source.capability(KeyControl.class).map(KeyControl::hasKey).orElse(false);
    to.setPageSize(pageSize, isDecrypting ? 0 : from.reservedBytes());
    to.setAutoVacuum(settings.nextAutoVacuum == null ? from.autoVacuum() : settings.nextAutoVacuum);
    if (target == null) {
      to.setSynchronous(org.lumosql.btree.Synchronous.OFF, false, false);
    }
  }

  /**
   * The rows of the schema table, in the order in which a new database would get them: sqlite_sequence comes with the first table that has AUTOINCREMENT, and not at
   * all without one.
   */
  static List<SchemaRow> ordered(List<SchemaRow> all, Predicate<SchemaRow> hasAutoincrement) {
    List<SchemaRow> rows = new ArrayList<>(all);
    SchemaRow sequences = rows.stream().filter(row -> row.isStoredTable() && Ascii.equal(row.name(), SEQUENCES)).findFirst().orElse(null);
    rows.remove(sequences);
    List<SchemaRow> ordered = new ArrayList<>();
    for (SchemaRow row : rows) {
      if (row.isStoredTable()) {
        ordered.add(row);
        rows.stream().filter(other -> other.isAutomaticIndexOf(row)).forEach(ordered::add);
        if (sequences != null && hasAutoincrement.test(row)) {
          ordered.add(sequences);
          sequences = null;
        }
      }
    }
    rows.stream().filter(row -> row.type().equals("index") && !ordered.contains(row)).forEach(ordered::add);
    rows.stream().filter(row -> !ordered.contains(row)).forEach(ordered::add);
    return ordered;
  }

  /** A row of the schema table. */
  record SchemaRow(String type, String name, String table, long root, String sql) {
    boolean isStoredTable() {
      return type.equals("table") && root > 0;
    }

    boolean isAutomaticIndexOf(SchemaRow tableRow) {
      return type.equals("index") && sql == null && Ascii.equal(table, tableRow.name());
    }
  }
}
