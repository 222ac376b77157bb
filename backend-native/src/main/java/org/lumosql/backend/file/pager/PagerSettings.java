// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;

/** What pragmas set on a pager; read by its store. Belongs to one connection. */
final class PagerSettings {
  Synchronous synchronous = Synchronous.FULL;

  /** The rollback journal to use when the database is not in WAL mode. */
  JournalMode rollbackMode = JournalMode.DELETE;

  long journalSizeLimit = -1;
  boolean isExclusiveLocking;
  int walAutocheckpoint = 1000;
}
