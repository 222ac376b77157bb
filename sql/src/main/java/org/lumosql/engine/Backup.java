// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.btree.Btree;
import org.lumosql.btree.PageBackup;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * An online backup: copies a database over another one, a number of pages at a time, while both connections live on
 * (https://sqlite.org/backup.html). What the source's connection commits between two steps is carried over; a commit by
 * another one starts the copy again.
 *
 * <pre>{@code
 * try (Connection target = Connection.open("copy.db");
 *     Backup backup = connection.backup("main", target, "main")) {
 *   while (!backup.step(100)) {
 *     System.out.println(backup.remainingPages() + " of " + backup.totalPages() + " pages are left");
 *   }
 * }
 * }</pre>
 *
 * <p>Both databases are of a backend that stores pages in SQLite's format (files, memory); others are copied by {@code VACUUM INTO}. Used by one thread,
 * which is the only one to use either connection meanwhile.
 */
public final class Backup implements AutoCloseable {
  private final Session target;
  private final PageBackup.Session pages;

  private Backup(Session target, PageBackup.Session pages) {
    this.target = target;
    this.pages = pages;
  }

  static Backup start(Session source, String sourceDatabase, Session target, String targetDatabase) {
    Btree from = btree(source, sourceDatabase);
    Btree to = btree(target, targetDatabase);
    PageBackup copier =
        from.capability(PageBackup.class)
            .filter(unused -> to.capability(PageBackup.class).isPresent())
            .orElseThrow(
                () ->
                    new EngineException(
                        ResultCode.ERROR,
                        "a backup copies pages, which " + (from.capability(PageBackup.class).isPresent() ? to : from).backend().name()
                            + " does not have: use VACUUM INTO"));
    try {
      return new Backup(target, copier.start(to));
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  private static Btree btree(Session session, String database) {
    int number = session.catalog().number(database);
    if (number < 0) {
      throw new EngineException(ResultCode.ERROR, "unknown database " + database);
    }
    return session.btree(number);
  }

  /**
   * Copies up to so many pages, or all with a negative number.
   *
   * @return true when the copy is complete and committed
   * @throws EngineException BUSY or LOCKED if a database is being written: try again later; after other errors close it
   */
  public boolean step(int count) {
    try {
      boolean done = pages.step(count);
      if (done) {
        target.schemaChanges().reset();
      }
      return done;
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }

  /** Pages still to be copied, as of the last step. */
  public long remainingPages() {
    return pages.remainingPages();
  }

  /** Pages of the source, as of the last step. */
  public long totalPages() {
    return pages.totalPages();
  }

  /** Gives up unless complete; then the target is as it was. */
  @Override
  public void close() {
    try {
      pages.close();
    } catch (StoreException e) {
      throw EngineException.of(e, null);
    }
  }
}
