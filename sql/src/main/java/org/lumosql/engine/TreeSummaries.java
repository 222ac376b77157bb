// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Schema;

/** Reads every tree of a database from its first entry to its last. */
final class TreeSummaries {
  private final Session session;
  private final Btree btree;
  private final Schema schema;
  private final CopyListener listener;
  private byte[] buffer = new byte[4096];

  TreeSummaries(Session session, int database) {
    this.session = session;
    this.btree = session.btree(database);
    this.schema = session.loadedSchema(database);
    this.listener = session.hooks().copyListener();
  }

  /** Those of all tables and indexes that are stored, in the order of their names. Requires: a transaction is open. */
  List<TreeSummary> all() {
    TreeCopier trees = new TreeCopier(session, btree, null, schema);
    List<TreeSummary> all = new ArrayList<>();
    for (Vacuum.SchemaRow row : trees.readRows()) {
      if (row.root() > 0) {
        all.add(summary(row, trees.order(row)));
      }
    }
    all.sort(java.util.Comparator.comparing(TreeSummary::name));
    return all;
  }

  private TreeSummary summary(Vacuum.SchemaRow row, KeyOrder order) {
    MessageDigest digest = digest();
    long entries = 0;
    int tree = (int) row.root();
    try (BtreeCursor cursor = order == null ? btree.openTable(tree, false) : btree.openIndex(tree, false, order)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        add(digest, cursor, order == null);
        entries++;
        if (entries % TreeCopier.REPORTED == 0) {
          listener.copied(row.name(), entries, false);
          if (session.isInterrupted()) {
            throw new StoreException(ResultCode.INTERRUPT, "interrupted");
          }
        }
      }
    }
    listener.copied(row.name(), entries, true);
    return new TreeSummary(row.type(), row.name(), row.sql(), entries, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private void add(MessageDigest digest, BtreeCursor cursor, boolean isTable) {
    int length = cursor.payloadLength();
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
    head.putLong(isTable ? cursor.rowid() : 0).putInt(length);
    digest.update(head.array());
    if (cursor.localLength() >= length) {
      digest.update(cursor.payloadArray(), cursor.payloadOffset(), length);
      return;
    }
    for (int offset = 0; offset < length; offset += buffer.length) {
      int part = Math.min(buffer.length, length - offset);
      cursor.readPayload(offset, buffer, 0, part);
      digest.update(buffer, 0, part);
    }
  }
}
