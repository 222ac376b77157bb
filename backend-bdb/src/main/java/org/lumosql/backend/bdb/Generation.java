// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Database;
import com.sleepycat.je.Environment;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a tree is from a commit on, until another one clears it: a database of JE, or none at all. See {@link BdbTrees}.
 */
final class Generation {
  /** Of the name, and of generations that are none: the tree is empty. */
  static final long NONE = 0;

  private final long number;
  private final long born;
  /** How many cursors are on it. */
  private final AtomicInteger cursors = new AtomicInteger();

  /** What the tree was before; null when no reader of that is left. */
  private volatile Generation older;

  private volatile Database database;

  /**
   * @param number by which its database is named
   * @param born the commit from which on it is there
   */
  Generation(long number, long born, Generation older) {
    this.number = number;
    this.born = born;
    this.older = older;
  }

  boolean isNone() {
    return number == NONE;
  }

  long number() {
    return number;
  }

  long born() {
    return born;
  }

  AtomicInteger cursors() {
    return cursors;
  }

  Generation older() {
    return older;
  }

  void forgetOlder() {
    older = null;
  }

  /** The generation that a reader of a commit sees; null if the tree is empty for him. */
  static Generation seenBy(long commit, Generation newest) {
    Generation generation = newest;
    while (generation != null && generation.born > commit) {
      generation = generation.older;
    }
    return generation == null || generation.isNone() ? null : generation;
  }

  // ---- the database -----------------------------------------------------------------------------------------------

  String name() {
    return BdbTrees.PREFIX + number;
  }

  /** Gives it the handle of a database that has just been made. */
  void made(Database made) {
    database = made;
  }

  /** The database, opened when it is first asked for: an environment may have thousands. */
  Database database(Environment environment, boolean isReadOnly) {
    Database open = database;
    if (open == null) {
      synchronized (this) {
        open = database;
        if (open == null) {
          open = environment.openDatabase(null, name(), BdbTrees.configuration(isReadOnly, false));
          database = open;
        }
      }
    }
    return open;
  }

  synchronized void closeDatabase() {
    Database open = database;
    if (open != null) {
      database = null;
      open.close();
    }
  }
}
