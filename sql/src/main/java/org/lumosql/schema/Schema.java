// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.record.Ascii;

/** The catalogue of one database: tables, views, indexes and triggers by name, without regard to ASCII case. */
public final class Schema {
  private final int database;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Index> indexes = new LinkedHashMap<>();
  private final Map<String, Trigger> triggers = new LinkedHashMap<>();
  private final List<Object> definitions = new ArrayList<>();
  /** Foreign keys by the name of their parent; null if nobody asked since tables changed. */
  private Map<String, List<Reference>> references;
  private int cookie;
  private int schemaFormat;
  private int generation;
  private boolean loaded;

  /** A foreign key of some table. */
  public record Reference(Table child, ForeignKey key) {}

  /** @param database 0 main, 1 temp, 2 … attached */
  public Schema(int database) {
    this.database = database;
  }

  public int database() {
    return database;
  }

  /** The name of the schema table of a database, as it is stored. */
  public static String schemaTableName(int database) {
    return database == 1 ? "sqlite_temp_master" : "sqlite_master";
  }

  /** The table or view of a name, or null. */
  public Table table(String name) {
    return tables.isEmpty() ? null : tables.get(key(name));
  }

  public Index index(String name) {
    return indexes.get(key(name));
  }

  public Trigger trigger(String name) {
    return triggers.get(key(name));
  }

  /** Tables and views in order of definition. */
  public Collection<Table> tables() {
    return tables.values();
  }

  public Collection<Index> indexes() {
    return indexes.values();
  }

  public Collection<Trigger> triggers() {
    return triggers.values();
  }

  /** Tables, views, indexes and triggers in the order of their rows in the schema table. */
  public List<Object> definitions() {
    return definitions;
  }

  /** The foreign keys of tables here that name a table as their parent, those of the newest table first. */
  public List<Reference> referencesTo(String parent) {
    if (references == null) {
      references = findReferences();
    }
    return references.getOrDefault(key(parent), List.of());
  }

  private Map<String, List<Reference>> findReferences() {
    Map<String, List<Reference>> found = new HashMap<>();
    List<Table> newestFirst = new ArrayList<>(tables.values());
    Collections.reverse(newestFirst);
    for (Table child : newestFirst) {
      for (ForeignKey key : child.definition().foreignKeys()) {
        found.computeIfAbsent(key(key.parent()), parent -> new ArrayList<>(2)).add(new Reference(child, key));
      }
    }
    return found;
  }

  public void add(Table table) {
    references = null;
    define(table, tables.put(key(table.name()), table));
  }

  /** Adds an index here and to its table. */
  public void add(Index index) {
    define(index, indexes.put(key(index.name()), index));
    index.table().addIndex(index);
  }

  public void add(Trigger trigger) {
    define(trigger, triggers.put(key(trigger.name()), trigger));
  }

  private void define(Object definition, Object before) {
    forget(before);
    definitions.add(definition);
  }

  /** As the last one is dropped as often as any, the search begins there. */
  private void forget(Object definition) {
    if (definition != null) {
      int place = definitions.size() - 1;
      while (definitions.get(place) != definition) {
        place--;
      }
      definitions.remove(place);
    }
  }

  /** Forgets a table or view and its indexes; triggers on it are dropped one by one by the caller. */
  public void removeTable(String name) {
    references = null;
    Table removed = tables.remove(key(name));
    if (removed != null) {
      forget(removed);
      removed.indexes().forEach(index -> forget(indexes.remove(key(index.name()))));
    }
  }

  public void removeIndex(String name) {
    Index removed = indexes.remove(key(name));
    if (removed != null) {
      forget(removed);
      removed.table().removeIndex(removed);
    }
  }

  public void removeTrigger(String name) {
    forget(triggers.remove(key(name)));
  }

  public void clear() {
    references = null;
    tables.clear();
    indexes.clear();
    triggers.clear();
    definitions.clear();
    loaded = false;
    generation++;
  }

  public boolean isLoaded() {
    return loaded;
  }

  public void setLoaded(boolean loaded) {
    this.loaded = loaded;
  }

  /** The schema cookie of the file that this was read at. */
  public int cookie() {
    return cookie;
  }

  public void setCookie(int cookie) {
    this.cookie = cookie;
  }

  public int schemaFormat() {
    return schemaFormat;
  }

  public void setSchemaFormat(int schemaFormat) {
    this.schemaFormat = schemaFormat;
  }

  /** Grows whenever the catalogue was thrown away and read again: programs remember it. */
  public int generation() {
    return generation;
  }

  static String key(String name) {
    return Ascii.lower(name);
  }
}
