// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.parse.SqlText;

/** The texts of all definitions that a change of a table may concern: those of its database and of temp, in the order of the schema tables. */
final class Definitions {
  private final Databases databases;
  private final int database;
  private final Map<Key, SqlText> texts = new LinkedHashMap<>();
  private Table renamed;
  private String newName;

  /** @param object a table, index or trigger */
  record Key(int database, String type, String name, Object object) {}

  Definitions(Databases databases, int database) {
    this.databases = databases;
    this.database = database;
    add(database);
    if (database != SchemaWriter.TEMP) {
      add(SchemaWriter.TEMP);
    }
  }

  private void add(int number) {
    for (Object definition : databases.schema(number).definitions()) {
      if (definition instanceof Table table) {
        put(new Key(number, table.isView() ? "view" : "table", table.name(), table), table.definition().sql());
      } else if (definition instanceof Index index) {
        put(new Key(number, "index", index.name(), index), index.definition().sql());
      } else if (definition instanceof Trigger trigger) {
        put(new Key(number, "trigger", trigger.name(), trigger), trigger.sql());
      } else {
        throw new AssertionError(definition);
      }
    }
  }

  private void put(Key key, String sql) {
    if (sql != null) {
      texts.put(key, new SqlText(sql));
    }
  }

  /** From now on messages call the table by its new name. */
  void rename(Table table, String name) {
    renamed = table;
    newName = name;
  }

  int database() {
    return database;
  }

  Map<Key, SqlText> texts() {
    return texts;
  }

  SqlText text(Table table) {
    return texts.get(new Key(table.database(), table.isView() ? "view" : "table", table.name(), table));
  }

  /** As {@link #forEach}, in the order in which an unordered query sees the schema tables. */
  void forEachScanned(String when, Consumer<Map.Entry<Key, SqlText>> action) {
    if (!databases.isOn(Databases.Setting.REVERSE_UNORDERED_SELECTS)) {
      forEach(when, action);
      return;
    }
    List<Map.Entry<Key, SqlText>> backwards = new ArrayList<>(texts.entrySet());
    Collections.reverse(backwards);
    for (boolean isTemporary : new boolean[] {false, true}) {
      for (Map.Entry<Key, SqlText> entry : backwards) {
        if (isTemporary == (entry.getKey().database() == SchemaWriter.TEMP)) {
          run(when, action, entry);
        }
      }
    }
  }

  /**
   * Does something with each definition; what is wrong with one is told with its name. With a schema that may be
   * written to it does not matter: such a definition stays as it is.
   *
   * @param when " after rename" or the like
   */
  void forEach(String when, Consumer<Map.Entry<Key, SqlText>> action) {
    for (Map.Entry<Key, SqlText> entry : texts.entrySet()) {
      run(when, action, entry);
    }
  }

  private void run(String when, Consumer<Map.Entry<Key, SqlText>> action, Map.Entry<Key, SqlText> entry) {
    try {
      action.accept(entry);
    } catch (SqlException e) {
      if (databases.isOn(Databases.Setting.WRITABLE_SCHEMA)) {
        if (when.isEmpty()) {
          entry.getValue().restore();
        }
        return;
      }
      Key key = entry.getKey();
      String name = key.object() == renamed ? newName : key.name();
      throw new SqlException("error in " + key.type() + " " + name + when + ": " + e.getMessage());
    }
  }
}
