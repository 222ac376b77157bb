// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;

/** The names that an expression may use: tables of one FROM clause (or of a statement that changes one), and those of scopes around it. */
public final class Scope {
  private final Scope outer;
  private final List<Visible> tables = new ArrayList<>();
  private Use use = Use.QUERY;

  /** Where the expression stands; says what is prohibited, and how the message calls it. */
  public enum Use {
    QUERY(null),
    CHECK("CHECK constraints"),
    INDEX("index expressions"),
    PARTIAL_INDEX("partial index WHERE clauses"),
    GENERATED("generated columns"),
    /** DEFAULT: no columns at all. */
    DEFAULT(null),
    /** RETURNING: no aggregates. */
    RETURNING(null);

    private final String text;

    Use(String text) {
      this.text = text;
    }

    /** As messages name it: "subqueries prohibited in CHECK constraints". Null where nothing is prohibited. */
    public String text() {
      return text;
    }
  }

  /** A table that names may refer to. */
  public interface Visible {
    /** The name that qualifies its columns: alias or table name; null if it has none. */
    String name();

    /** The name of its database, null if it has none. */
    String schemaName();

    int columnCount();

    String columnName(int column);

    /** Whether {@code rowid}, {@code oid} and {@code _rowid_} may name its key. */
    boolean hasRowid();

    /** Whether {@code *} leaves the column out. */
    boolean isHidden(int column);

    /** The value of a column, −1 for the rowid. */
    BoundExpression value(int column);
  }

  /** @param outer or null */
  public Scope(Scope outer) {
    this.outer = outer;
  }

  public Scope(Scope outer, Use use) {
    this.outer = outer;
    this.use = use;
  }

  public Scope outer() {
    return outer;
  }

  public Use use() {
    return use;
  }

  /** Makes a source's columns visible. */
  public void add(Source source) {
    add(new VisibleSource(source));
  }

  /** Makes a table visible: OLD and NEW of a trigger, {@code excluded}. */
  public void add(Visible table) {
    tables.add(table);
  }

  List<Visible> tables() {
    return tables;
  }
}
