// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.plan.LogEstimate;

/**
 * {@code optimize} (https://sqlite.org/pragma.html#pragma_optimize): runs ANALYZE on tables that have grown or shrunk by a factor of ten since the last
 * time, and, if all tables are asked for, on those that never were analyzed.
 */
final class Optimize {
  private static final int SHOW = 1;
  private static final int ANALYZE = 2;
  private static final int LIMITED = 0x10;
  private static final int ALL_TABLES = 0x10000;
  private static final int DEFAULT = 0xfffe;
  /** Rows of an index that are looked at, if there is no smaller limit. */
  private static final int GREATEST_LIMIT = 2000;

  /** A factor of ten among estimates. */
  private static final int TENFOLD = 33;

  private final PragmaCall call;
  private final Session session;
  private final long mask;

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
    List<String> commands = new ArrayList<>();
    for (int number : call.databases()) {
      if (number != Session.TEMP && isOpen(call, number)) {
        optimize.collect(number, commands);
      }
    }
    optimize.finish(commands);
  }

  private static boolean isOpen(PragmaCall call, int number) {
    return call.session().database(number).btree() != null;
  }

  private void collect(int number, List<String> commands) {
    for (Table table : session.loadedSchema(number).tables()) {
      boolean isOrdinary = !table.isView() && !table.isVirtual();
      if (isOrdinary && !Ascii.lower(table.name()).startsWith("sqlite_") && isStale(table)) {
        commands.add(
            "ANALYZE "
                + ForeignKeyCheck.quoted(session.database(number).name())
                + "."
                + ForeignKeyCheck.quoted(table.name()));
      }
    }
  }

  private boolean isStale(Table table) {
    boolean hasUnknownIndex = table.indexes().stream().anyMatch(index -> index.averageRows() == null);
    if (!hasUnknownIndex && table.indexes().isEmpty() && (mask & ALL_TABLES) == 0) {
      return false;
    }
    long present = estimatedCount(table);
    if (hasUnknownIndex) {
      return present > 0; // of an empty table there is nothing to learn
    }
    int known = LogEstimate.of(table.rowEstimate());
    int estimate = present == 0 ? 0 : LogEstimate.of(present);
    return estimate < known - TENFOLD || estimate > known + TENFOLD;
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

  private void finish(List<String> commands) {
    if ((mask & SHOW) != 0) {
      commands.forEach(call::row);
      return;
    }
    MemorySettings settings = session.memory();
    int limit = settings.analysisLimit();
    boolean isLimited = limit > 0 && limit < GREATEST_LIMIT;
    settings.setAnalysisLimit((mask & LIMITED) == 0 || isLimited ? limit : GREATEST_LIMIT);
    try {
      commands.forEach(session::runSql);
    } finally {
      settings.setAnalysisLimit(limit);
    }
  }
}
