// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.IntegrityReport;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;

/** {@code integrity_check} and {@code quick_check} (https://sqlite.org/pragma.html#pragma_integrity_check). */
final class CheckPragmas {
  private static final int DEFAULT_MAXIMUM = 100;

  static final List<Pragma> LIST =
      List.of(
          Pragma.rows(
              "foreign_key_check",
              Pragma.NEEDS_SCHEMA | Pragma.TABLE_FUNCTION,
              "table rowid parent fkid",
              ForeignKeyCheck::run),
          Pragma.value(
              "optimize",
              Pragma.NEEDS_SCHEMA | Pragma.ALL_DATABASES | Pragma.TABLE_FUNCTION | Pragma.NO_SCHEMA,
              Optimize::run),
          Pragma.value(
              "integrity_check",
              Pragma.NEEDS_SCHEMA | Pragma.ALL_DATABASES | Pragma.TABLE_FUNCTION,
              call -> check(call, false)),
          Pragma.value(
              "quick_check",
              Pragma.NEEDS_SCHEMA | Pragma.ALL_DATABASES | Pragma.TABLE_FUNCTION,
              call -> check(call, true)));

  private CheckPragmas() {}

  private static void check(PragmaCall call, boolean quick) {
    int maximum = DEFAULT_MAXIMUM;
    String onlyTable = null;
    if (call.hasValue()) {
      if (call.isNumber() && call.hasInteger()) {
        int wanted = Math.abs(call.integer()); // the sign does not count
        maximum = wanted == 0 ? DEFAULT_MAXIMUM : wanted;
      } else {
        onlyTable = call.value();
        requireTable(call);
      }
    }
    CheckMessages messages = new CheckMessages(maximum);
    try {
      for (int number : call.databases()) {
        if (call.session().database(number).btree() != null && !messages.isFull()) {
          checkDatabase(call.session(), number, onlyTable, quick, messages);
        }
      }
    } catch (StoreException | EngineException e) {
      // what cannot be read ends the check, after what was found before
      call.failAfterRows(e);
    }
    if (messages.rows().isEmpty() && call.failure() == null) {
      call.row("ok");
    }
    messages.rows().forEach(call::row);
  }

  private static void requireTable(PragmaCall call) {
    String schema = call.isSchemaGiven() ? call.session().database(call.database()).name() : null;
    if (call.session().catalog().findTable(schema, call.value()) == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "no such table: " + (schema == null ? "" : schema + ".") + call.value());
    }
  }

  private static void checkDatabase(
      Session session, int number, String onlyTable, boolean quick, CheckMessages messages) {
    session.reading(
        number,
        () -> {
          List<Table> tables = tables(session, number, onlyTable);
          checkStructure(session, number, onlyTable != null, tables, messages);
          for (Table table : tables) {
            if (table.rootPage() > 1 && !messages.isFull()) {
              // without their collations indexes cannot be checked, which says nothing about them
              table.indexes().forEach(index -> index.keyOrder(session.catalog()));
              new ContentCheck(session, table, quick, messages).run();
            }
          }
          return null;
        });
  }

  /** The tables with trees of their own, newest first. */
  private static List<Table> tables(Session session, int number, String onlyTable) {
    List<Table> tables = new ArrayList<>();
    for (Table table : session.loadedSchema(number).tables()) {
      if (table.kind() == Table.Kind.TABLE && (onlyTable == null || Ascii.equal(table.name(), onlyTable))) {
        tables.add(table);
      }
    }
    Collections.reverse(tables);
    return tables;
  }

  /** The trees of one table: its place in the list of all roots, and those of its indexes. */
  private record Trees(Table table, int place, List<Index> indexes, List<Integer> places) {}

  private static void checkStructure(
      Session session, int number, boolean isPartial, List<Table> tables, CheckMessages messages) {
    List<Integer> roots = new ArrayList<>();
    if (isPartial) {
      roots.add(0);
    }
    List<Trees> all = new ArrayList<>();
    for (Table table : tables) {
      if (table.rootPage() > 1 || isPartial) {
        all.add(addTrees(table, roots));
      }
    }
    if (!isPartial) {
      roots.add(1); // the schema table is the oldest
    }
    Btree btree = session.btree(number);
    IntegrityReport found =
        btree.integrityReport(roots.stream().mapToInt(Integer::intValue).toArray(), messages.wanted());
    if (!found.messages().isEmpty()) {
      // one row holds all structural messages of a database
      messages.addStructure(session.database(number).name(), found.messages());
    }
    for (Trees trees : all) {
      checkCounts(session, btree, trees, found.entries(), messages);
    }
  }

  /** The indexes of a table are newest first, that of the key of a table WITHOUT ROWID, which is the table itself, among them. */
  private static Trees addTrees(Table table, List<Integer> roots) {
    int place = -1;
    if (table.hasRowid()) {
      place = roots.size();
      roots.add(table.rootPage());
    }
    List<Integer> places = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (index.isTable()) {
        place = roots.size();
      }
      places.add(roots.size());
      roots.add(index.isTable() ? table.rootPage() : index.rootPage());
    }
    return new Trees(table, place, table.indexes(), places);
  }

  /** Every index but a partial one has as many entries as its table has rows. */
  private static void checkCounts(
      Session session, Btree btree, Trees trees, List<Long> counted, CheckMessages messages) {
    for (int i = 0; i < trees.indexes.size(); i++) {
      Index index = trees.indexes.get(i);
      if (!index.isPartial() && !index.isTable() && trees.place >= 0) {
        long entries = counted.isEmpty() ? entries(session, btree, index) : counted.get(trees.places.get(i));
        long rows = counted.isEmpty() ? rows(session, btree, trees.table) : counted.get(trees.place);
        if (entries != rows) {
          messages.add("wrong # of entries in index " + index.name());
        }
      }
    }
  }

  private static long entries(Session session, Btree btree, Index index) {
    try (BtreeCursor cursor = btree.openIndex(index.rootPage(), false, index.keyOrder(session.catalog()))) {
      return cursor.count();
    }
  }

  private static long rows(Session session, Btree btree, Table table) {
    if (!table.hasRowid()) {
      for (Index index : table.indexes()) {
        if (index.isTable()) {
          return entries(session, btree, index);
        }
      }
    }
    try (BtreeCursor cursor = btree.openTable(table.rootPage(), false)) {
      return cursor.count();
    }
  }
}
