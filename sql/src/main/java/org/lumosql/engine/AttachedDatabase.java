// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.btree.Btree;
import org.lumosql.schema.Schema;

/** One database of a connection: its name in SQL, its storage, its catalogue. The storage of {@code temp} is opened when first needed. */
final class AttachedDatabase {
  private final String name;
  private final Schema schema;
  private final PagerPragmas.Settings pagerSettings = new PagerPragmas.Settings();
  private Btree btree;

  AttachedDatabase(String name, int number, Btree btree) {
    this.name = name;
    this.schema = new Schema(number);
    this.btree = btree;
  }

  String name() {
    return name;
  }

  Schema schema() {
    return schema;
  }

  PagerPragmas.Settings pagerSettings() {
    return pagerSettings;
  }

  /** Null until opened. */
  Btree btree() {
    return btree;
  }

  void setBtree(Btree opened) {
    btree = opened;
  }
}
