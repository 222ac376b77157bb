// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/**
 * Capability of stores made of pages: an online backup that other connections do not have to wait for
 * (https://sqlite.org/backup.html).
 */
public interface PageBackup {
  /** Starts copying this database over {@code destination}, which must be a page store of its own with no transaction open. */
  Session start(Btree destination);

  /** A backup under way. Changes made through the source's own Btree are carried over; changes by others start it again. */
  interface Session extends AutoCloseable {
    /**
     * Copies up to so many pages (negative: all).
     *
     * @return true when the copy is complete and committed
     */
    boolean step(int pages);

    long remainingPages();

    long totalPages();

    /** Gives up unless complete; the destination is then as it was before. */
    @Override
    void close();
  }
}
