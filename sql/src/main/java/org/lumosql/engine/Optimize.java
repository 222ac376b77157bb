// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.plan.LogEstimate;

/**
 * {@code optimize} (https://sqlite.org/pragma.html#pragma_optimize): runs ANALYZE on tables that have grown or shrunk by a factor of ten since the last
 * time, or have indexes without statistics. Of the tables whose indexes are all known, only those are looked at for which this connection planned
 * something that their statistics matter for, unless all tables are asked for.
 */
final class Optimize {
  private static final int SHOW = 1;
  private static final int ANALYZE = 2;
  private static final int WITH_LIMIT = 0x10;
  private static final int ALL_TABLES = 0x10000;
  private static final int DEFAULT = 0xfffe;
  /** A factor of ten among estimates. */
  private static final int TENFOLD = 33;
  /** The estimate of an empty table, which is less than that of one row. */
  private static final int NONE = -1;
  /** The analysis limit of ANALYZE, if none is set that is lower. */
  private static final int LIMIT = 2000;
  /** With more tables and indexes the limit gets lower, so that all together does not take longer. */
  private static final int MANY_TREES = 100;

  private final PragmaCall call;
  private final Session session;
  private final long mask;
  private final List<String> commands = new ArrayList<>();
  private int trees;

  private Optimize(PragmaCall call) {
    this.call = call;
    this.session = call.session();
    this.mask = call.hasValue() ? call.integer() : DEFAULT;
  }

  static void run(PragmaCall call) {
    Optimize optimize = new Optimize(call);
    if ((optimize.mask & ANALYZE) == 0) {
      return;
    }
    for (int number : call.databases()) {
      if (number != Session.TEMP && isOpen(call, number)) {
        optimize.collect(number);
      }
    }
    optimize.finish();
  }

  private static boolean isOpen(PragmaCall call, int number) {
    return call.session().database(number).btree() != null;
  }

  private void collect(int number) {
    List<Table> newestFirst = new ArrayList<>(session.loadedSchema(number).tables());
    Collections.reverse(newestFirst);
    for (Table table : newestFirst) {
      boolean isOrdinary = !table.isView() && !table.isVirtual();
      if (isOrdinary && !Ascii.lower(table.name()).startsWith("sqlite_") && isCandidate(table)) {
        trees += table.indexes().size() + 1;
        if (isStale(table)) {
          commands.add(
              "ANALYZE "
                  + ForeignKeyCheck.quoted(session.database(number).name())
                  + "."
                  + ForeignKeyCheck.quoted(table.name()));
        }
      }
    }
  }

  private boolean isCandidate(Table table) {
    return table.areStatisticsUsed() || (mask & ALL_TABLES) != 0 || hasUnknownIndex(table);
  }

  private static boolean hasUnknownIndex(Table table) {
    return table.indexes().stream().anyMatch(index -> index.averageRows() == null);
  }

  private boolean isStale(Table table) {
    long present = estimatedCount(table);
    if (hasUnknownIndex(table)) {
      return present > 0; // of an empty table there is nothing to learn
    }
    int known = LogEstimate.of(table.rowEstimate());
    int estimate = present == 0 ? NONE : LogEstimate.of(present);
    return estimate < Math.max(known - TENFOLD, NONE) || estimate > known + TENFOLD;
  }

  private long estimatedCount(Table table) {
    return session.reading(
        table.database(),
        () -> {
          Btree btree = session.btree(table.database());
          try (BtreeCursor cursor =
              table.primaryKeyIndex() != null
                  ? btree.openIndex(table.rootPage(), false, table.primaryKeyIndex().keyOrder(session.catalog()))
                  : btree.openTable(table.rootPage(), false)) {
            return cursor.estimatedCount();
          }
        });
  }

  private void finish() {
    int before = session.memory().analysisLimit();
    try {
      session.memory().setAnalysisLimit(limit(before));
      for (String command : commands) {
        if ((mask & SHOW) != 0) {
          call.row(command);
        } else {
          session.runSql(command);
        }
      }
    } finally {
      session.memory().setAnalysisLimit(before);
    }
  }

  /** The limit to work with where {@code set} is the one that the user set; 0 is none. */
  private int limit(int set) {
    if ((mask & WITH_LIMIT) == 0 || set > 0 && set < LIMIT) {
      return set;
    }
    return trees > MANY_TREES ? Math.max(MANY_TREES, LIMIT * 100 / trees) : LIMIT;
  }
}
