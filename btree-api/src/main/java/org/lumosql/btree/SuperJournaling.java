// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.List;

/**
 * Capability of stores whose commits can be tied together, so that either all databases of a transaction change or none does
 * (https://sqlite.org/atomiccommit.html#_multi_file_commit). The main database's store makes the file that ties them.
 */
public interface SuperJournaling {
  /**
   * Whether a commit of the open write transaction needs to be tied to those of other databases: it changes a file and uses a rollback journal
   * that survives a crash.
   */
  boolean needsSuperJournal();

  /** The path of this database's rollback journal. */
  String journalPath();

  /** Makes the file, durable, with the paths of the children's journals in it, and returns its path. */
  String createSuperJournal(List<String> journalPaths);

  /** Deletes it, durably: this is the moment of the commit. Fails only if it is still there. */
  void deleteSuperJournal(String path);
}
