// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Window;

/**
 * The names that an expression may use: tables of one FROM clause (or of a statement that changes one), aliases of
 * result columns, and those of
 * scopes around it. Collects the aggregates and window functions that belong to its block. Lives while the block is
 * being resolved.
 */
public final class Scope {
  private final Scope outer;
  private final Use use;
  private final List<Entry> entries = new ArrayList<>(2);
  private final List<AggregateCall> aggregates = new ArrayList<>(0);
  private final List<WindowCall> windows = new ArrayList<>(0);
  /** Null while there are none. */
  private Map<String, Window> namedWindows;
  private List<Alias> aliases = List.of();
  private boolean aliasesVisible;
  private boolean correlated;
  private Calls aggregateRule = Calls.MISUSED;
  private Calls windowRule = Calls.MISUSED;

  /** Where the expression stands; says what is prohibited, and how the message calls it. */
  public enum Use {
    QUERY(null),
    CHECK("CHECK constraints"),
    INDEX("index expressions"),
    PARTIAL_INDEX("partial index WHERE clauses"),
    GENERATED("generated columns"),
    /** DEFAULT: no columns at all. */
    DEFAULT(null),
    /** RETURNING: no aggregates, no names of databases. */
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

  /** Whether aggregate or window functions may stand where names are being resolved. */
  enum Calls {
    ALLOWED,
    MISUSED,
    /** As misused, where the block has aggregates elsewhere or the clause might have had one: the message differs. */
    MISPLACED,
    /** Inside the arguments of an aggregate. */
    NESTED,
    /** In GROUP BY. */
    GROUPING
  }

  /** A table that names may refer to. */
  public interface Visible {
    /** The name that qualifies its columns: alias or table name; null if it has none. */
    String name();

    /** The name of its database, null if it has none. */
    String schemaName();

    int columnCount();

    String columnName(int column);

    /** The first column of a name, without regard to ASCII case; −1 if there is none. */
    default int columnNumber(String name) {
      int count = columnCount();
      for (int i = 0; i < count; i++) {
        if (Ascii.equal(columnName(i), name)) {
          return i;
        }
      }
      return -1;
    }

    /** What a result that is the column is called. */
    default String columnLabel(int column) {
      return columnName(column);
    }

    /** Whether {@code rowid}, {@code oid} and {@code _rowid_} may name its key. */
    boolean hasRowid();

    /** Whether {@code *} leaves the column out. */
    boolean isHidden(int column);

    /** The value of a column, −1 for the rowid. */
    BoundExpression value(int column);

    /** The source behind it, null if it is none. */
    default Source source() {
      return null;
    }

    /** The table or view that its columns belong to, for the authorizer; null if reading them is nobody's business. */
    default Table readTable() {
      return null;
    }

    /** The table that it is called by the name of; null if it has an alias or is none. */
    default Table namedTable() {
      return null;
    }

    /** Whether its columns must be called by the table's name too, as those of OLD, NEW and {@code excluded}. */
    default boolean needsQualifier() {
      return source() == null;
    }
  }

  /**
   * A visible table, and how it is joined to those before it.
   *
   * @param using lower-case names of the columns that USING or NATURAL merge
   */
  record Entry(Visible table, JoinType joinType, Set<String> using) {}

  /** A result column that WHERE, GROUP BY, HAVING and ORDER BY may name. @param name null if it has no alias */
  record Alias(String name, BoundExpression expression) {}

  /** @param outer or null */
  public Scope(Scope outer) {
    this(outer, Use.QUERY);
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
    add(source, source.name());
  }

  /** Makes a source's columns visible under another name than its own. */
  public void add(Source source, String name) {
    add(new VisibleSource(source, name, use != Use.RETURNING));
  }

  /** Makes a table visible: OLD and NEW of a trigger, {@code excluded}. */
  public void add(Visible table) {
    entries.add(new Entry(table, JoinType.INNER, Set.of()));
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  List<Entry> entries() {
    return entries;
  }

  boolean owns(Source source) {
    for (Entry entry : entries) {
      if (entry.table().source() == source) {
        return true;
      }
    }
    return false;
  }

  // ---- what belongs to the block
  // ---------------------------------------------------------------------------------------------

  List<AggregateCall> aggregates() {
    return aggregates;
  }

  /** The call, or an equal one that is known already. */
  AggregateCall intern(AggregateCall call) {
    for (AggregateCall known : aggregates) {
      if (known.function() == call.function()
          && known.isDistinct() == call.isDistinct()
          && known.arguments().equals(call.arguments())
          && java.util.Objects.equals(known.filter(), call.filter())
          && known.orderBy().equals(call.orderBy())) {
        return known;
      }
    }
    aggregates.add(call);
    return call;
  }

  List<WindowCall> windows() {
    return windows;
  }

  void nameWindow(String name, Window window) {
    if (namedWindows == null) {
      namedWindows = new HashMap<>();
    }
    // of two with one name the later counts
    namedWindows.put(Ascii.lower(name), window);
  }

  Window namedWindow(String name) {
    return namedWindows == null ? null : namedWindows.get(Ascii.lower(name));
  }

  void setAliases(List<Alias> aliases) {
    this.aliases = aliases;
  }

  void showAliases(boolean visible) {
    aliasesVisible = visible;
  }

  /** The aliases that names may refer to now. */
  List<Alias> visibleAliases() {
    return aliasesVisible ? aliases : List.of();
  }

  List<Alias> aliases() {
    return aliases;
  }

  boolean isCorrelated() {
    return correlated;
  }

  void markCorrelated() {
    correlated = true;
  }

  Calls aggregateRule() {
    return aggregateRule;
  }

  /** Sets the rule; returns what held before. */
  Calls setAggregateRule(Calls rule) {
    Calls before = aggregateRule;
    aggregateRule = rule;
    return before;
  }

  Calls windowRule() {
    return windowRule;
  }

  Calls setWindowRule(Calls rule) {
    Calls before = windowRule;
    windowRule = rule;
    return before;
  }
}
