// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.BitSet;
import org.lumosql.btree.Btree;
import org.lumosql.schema.Schema;
import org.lumosql.vdbe.P4;

/**
 * Keeps the catalogues in memory in step with the files: reads them, adds rows that a statement has just written, and throws away what a rollback
 * undid.
 */
final class SchemaChanges {
  private final Session session;
  private final BitSet changed = new BitSet();
  private final BitSet loading = new BitSet();

  SchemaChanges(Session session) {
    this.session = session;
  }

  /** Whether the schema is being read right now. */
  boolean isLoading(int number) {
    return loading.get(number);
  }

  /** Reads the schema of a database anew. */
  void load(int number) {
    loading.set(number);
    try {
      Btree btree = session.database(number).btree();
      if (btree == null) {
        new SchemaLoader(session, number).load();
      } else {
        session.reading(
            number,
            () -> {
              session.adoptEncoding(number, btree);
              new SchemaLoader(session, number).load();
              return null;
            });
      }
    } catch (RuntimeException e) {
      session.database(number).schema().clear();
      throw e;
    } finally {
      loading.clear(number);
    }
  }

  /** The running transaction changed the schema of a database. */
  void changed(int number) {
    changed.set(number);
  }

  /** Adds rows of the schema table; all of them if {@code rows} is null. */
  void parse(int number, P4.SchemaRows rows) {
    changed(number);
    if (rows == null) {
      session.database(number).schema().clear();
      load(number);
    } else {
      Btree btree = session.btree(number);
      new SchemaLoader(session, number).add(btree, session.encodingOf(btree), rows);
    }
    session.expirePrograms();
  }

  void transactionEnded() {
    changed.clear();
  }

  /** Forgets the schemas that the transaction had changed; they are read again when next needed. */
  void rolledBack() {
    if (!changed.isEmpty()) {
      changed.stream().forEach(number -> session.database(number).schema().clear());
      session.database(Session.TEMP).schema().clear();
      session.expirePrograms();
    }
  }

  /** Forgets all schemas, because another connection changed one. */
  void reset() {
    for (int i = 0; i < session.databaseCount(); i++) {
      session.database(i).schema().clear();
    }
    session.expirePrograms();
  }
}
