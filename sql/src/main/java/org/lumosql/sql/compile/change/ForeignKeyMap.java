// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases;
import org.lumosql.schema.ForeignKey;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;

/**
 * How a foreign key's columns match those of the parent's key (https://sqlite.org/foreignkeys.html#fk_indexes).
 *
 * @param index the parent's unique index, null for its rowid
 * @param childColumns by number, in the order of the parent's key
 * @param parentColumns by number, −1 for the rowid
 */
public record ForeignKeyMap(
    Table child, ForeignKey key, Table parent, Index index, List<Integer> childColumns, List<Integer> parentColumns) {
  /** @throws SqlException "foreign key mismatch" if the parent has no such key */
  public static ForeignKeyMap of(Databases databases, Table child, ForeignKey key, Table parent) {
    List<String> names = key.parentColumns();
    if (parent.hasRowid() && key.columns().size() == 1 && parent.rowidAlias() >= 0) {
      if (names == null || Ascii.equal(names.get(0), parent.columnName(parent.rowidAlias()))) {
        return new ForeignKeyMap(child, key, parent, null, key.columns(), List.of(parent.rowidAlias()));
      }
    }
    for (Index index : parent.indexes()) {
      ForeignKeyMap map = match(child, key, parent, index, names);
      if (map != null) {
        return map;
      }
    }
    throw new SqlException(
        "foreign key mismatch - \"" + child.name() + "\" referencing \"" + key.parent() + "\"");
  }

  private static ForeignKeyMap match(Table child, ForeignKey key, Table parent, Index index, List<String> names) {
    if (!index.isUnique() || index.isPartial() || index.keyCount() != key.columns().size()) {
      return null;
    }
    List<Integer> parentColumns = new ArrayList<>();
    for (Index.Part part : index.parts().subList(0, index.keyCount())) {
      if (part.column() < 0) {
        return null;
      }
      parentColumns.add(part.column());
    }
    if (names == null) {
      boolean isPrimaryKey = index.definition().origin() == Index.Origin.PRIMARY_KEY;
      return isPrimaryKey ? new ForeignKeyMap(child, key, parent, index, key.columns(), parentColumns) : null;
    }
    List<Integer> childColumns = new ArrayList<>();
    for (int i = 0; i < parentColumns.size(); i++) {
      int column = parentColumns.get(i);
      boolean sameCollation =
          Ascii.equal(index.parts().get(i).collation(), parent.column(column).collation());
      int place = sameCollation ? indexOf(names, parent.columnName(column)) : -1;
      if (place < 0) {
        return null;
      }
      childColumns.add(key.columns().get(place));
    }
    return new ForeignKeyMap(child, key, parent, index, childColumns, parentColumns);
  }

  private static int indexOf(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (Ascii.equal(names.get(i), name)) {
        return i;
      }
    }
    return -1;
  }

  boolean isSelfReference() {
    return child == parent;
  }
}
