// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;

/** The columns of a view. */
record ViewShape(Source source) {
  int columnCount() {
    return source.columnCount();
  }

  String columnName(int column) {
    return source.columnName(column);
  }

  Affinity affinity(int column) {
    return source.affinity(column);
  }

  Collation collation(int column) {
    return source.collation(column);
  }

  /** The number of a column by name, −1 if there is none. */
  int columnNumber(String name) {
    for (int i = 0; i < columnCount(); i++) {
      if (Ascii.equal(columnName(i), name)) {
        return i;
      }
    }
    return -1;
  }
}
