// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.ColumnNames;
import org.lumosql.sql.resolve.Resolver;

/** The columns of a view, as its query gives them at present. */
final class ViewColumns {
  private ViewColumns() {}

  /** Empty if the query cannot be bound, because something that it uses is gone. */
  static List<Column> of(Session session, Table view) {
    try {
      return bound(session, view);
    } catch (SqlException e) {
      return List.of();
    }
  }

  /** @throws SqlException if the query cannot be bound */
  static List<Column> bound(Session session, Table view) {
    Authority authority = session.catalog().authority();
    if (authority == null) {
      return bound(view, new Resolver(session.catalog()).viewSource(view, null).query());
    }
    authority.suspend();
    try {
      return bound(view, new Resolver(session.catalog()).viewSource(view, null).query());
    } finally {
      authority.resume();
    }
  }

  private static List<Column> bound(Table view, BoundQuery query) {
    List<Column> columns = new ArrayList<>();
    List<String> names = ColumnNames.of(query, view.definition().viewColumns());
    for (int i = 0; i < query.columnCount(); i++) {
      columns.add(
          new Column(
              names.get(i),
              query.declaredType(i),
              query.columnAffinity(i),
              query.columnCollation(i).name(),
              null,
              null,
              null,
              null,
              false,
              false,
              0));
    }
    return columns;
  }
}
