// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases.Setting;

/** Pragmas that are switches of the connection. */
final class FlagPragmas {
  static final List<Pragma> LIST = list();

  private FlagPragmas() {}

  private static List<Pragma> list() {
    List<Pragma> list = new ArrayList<>();
    list.add(flag("automatic_index", Setting.AUTOMATIC_INDEX));
    list.add(flag("cell_size_check", Setting.CELL_SIZE_CHECK));
    list.add(flag("count_changes", Setting.COUNT_CHANGES));
    list.add(flag("defer_foreign_keys", Setting.DEFER_FOREIGN_KEYS));
    list.add(flag("empty_result_callbacks", Setting.EMPTY_RESULT_CALLBACKS));
    list.add(flag("foreign_keys", Setting.FOREIGN_KEYS));
    list.add(flag("full_column_names", Setting.FULL_COLUMN_NAMES));
    list.add(flag("ignore_check_constraints", Setting.IGNORE_CHECK_CONSTRAINTS));
    list.add(flag("legacy_alter_table", Setting.LEGACY_ALTER_TABLE));
    list.add(flag("query_only", Setting.QUERY_ONLY));
    list.add(flag("read_uncommitted", Setting.READ_UNCOMMITTED));
    list.add(flag("recursive_triggers", Setting.RECURSIVE_TRIGGERS));
    list.add(flag("reverse_unordered_selects", Setting.REVERSE_UNORDERED_SELECTS));
    list.add(flag("short_column_names", Setting.SHORT_COLUMN_NAMES));
    list.add(flag("trusted_schema", Setting.TRUSTED_SCHEMA));
    list.add(flag("writable_schema", Setting.WRITABLE_SCHEMA));
    list.add(Pragma.value("case_sensitive_like", Pragma.SILENT, FlagPragmas::caseSensitiveLike));
    return List.copyOf(list);
  }

  private static Pragma flag(String name, Setting setting) {
    int flags = Pragma.SILENT_WHEN_SET | Pragma.TABLE_FUNCTION | Pragma.NO_ARGUMENT | Pragma.NO_SCHEMA;
    return Pragma.value(name, flags, call -> flag(call, setting));
  }

  private static void flag(PragmaCall call, Setting setting) {
    Catalog catalog = call.session().catalog();
    if (!call.hasValue()) {
      call.row(catalog.isOn(setting));
    } else if (setting == Setting.FOREIGN_KEYS && !call.session().isAutocommit()) {
      return; // no effect within a transaction
    } else if (setting == Setting.DEFER_FOREIGN_KEYS && call.session().isAutocommit()) {
      return; // it lasts until the transaction ends, and that is the end of this statement
    } else if (setting == Setting.WRITABLE_SCHEMA && Ascii.equal(call.value(), "reset")) {
      catalog.set(setting, false);
      call.session().schemaChanges().reset();
    } else {
      catalog.set(setting, call.truth());
      if (setting == Setting.DEFER_FOREIGN_KEYS && !call.truth()) {
        call.session().forgetDeferredConstraints();
      }
    }
  }

  private static void caseSensitiveLike(PragmaCall call) {
    if (call.hasValue()) {
      call.session().setCaseSensitiveLike(call.truth());
    }
  }
}
