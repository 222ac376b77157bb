// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.btree.Btree;
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
    List<String> messages = new ArrayList<>();
    for (int number : call.databases()) {
      if (call.session().database(number).btree() != null && messages.size() < maximum) {
        checkDatabase(call.session(), number, onlyTable, quick, maximum, messages);
      }
    }
    if (messages.isEmpty()) {
      call.row("ok");
    }
    messages.forEach(call::row);
  }

  private static void requireTable(PragmaCall call) {
    String schema = call.isSchemaGiven() ? call.session().database(call.database()).name() : null;
    if (call.session().catalog().findTable(schema, call.value()) == null) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "no such table: " + (schema == null ? "" : schema + ".") + call.value());
    }
  }

  private static void checkDatabase(
      Session session, int number, String onlyTable, boolean quick, int maximum, List<String> messages) {
    session.reading(
        number,
        () -> {
          checkStructure(session, number, onlyTable, maximum, messages);
          for (Table table : List.copyOf(session.loadedSchema(number).tables())) {
            boolean wanted = onlyTable == null || Ascii.equal(table.name(), onlyTable);
            if (wanted && table.kind() == Table.Kind.TABLE && table.rootPage() > 1 && messages.size() < maximum) {
              // without their collations indexes cannot be checked, which says nothing about them
              table.indexes().forEach(index -> index.keyOrder(session.catalog()));
              try {
                new ContentCheck(session, table, quick, maximum, messages).run();
              } catch (StoreException e) {
                messages.add(e.userMessage());
              }
            }
          }
          return null;
        });
  }

  private static void checkStructure(
      Session session, int number, String onlyTable, int maximum, List<String> messages) {
    List<Integer> roots = new ArrayList<>();
    roots.add(onlyTable == null ? 1 : 0);
    for (Table table : session.loadedSchema(number).tables()) {
      if (table.kind() == Table.Kind.TABLE && (onlyTable == null || Ascii.equal(table.name(), onlyTable))) {
        addRoot(roots, table.rootPage());
        for (Index index : table.indexes()) {
          if (!index.isTable()) {
            addRoot(roots, index.rootPage());
          }
        }
      }
    }
    Btree btree = session.btree(number);
    List<String> found =
        btree.integrityCheck(roots.stream().mapToInt(Integer::intValue).toArray(), maximum - messages.size());
    if (!found.isEmpty()) {
      // one row holds all structural messages of a database
      messages.add("*** in database " + session.database(number).name() + " ***\n" + String.join("\n", found));
    }
  }

  private static void addRoot(List<Integer> roots, int root) {
    if (root > 0 && !roots.contains(root)) {
      roots.add(root);
    }
  }
}
