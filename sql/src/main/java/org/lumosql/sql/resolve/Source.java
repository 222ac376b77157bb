// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.BitSet;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.schema.ColumnNumbers;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.value.Affinity;

/**
 * One item of a FROM clause, after views and common tables were replaced by what they mean. Equal by identity: the
 * same table twice is two
 * sources. Sources of a block stand in a list, left to right; {@link #joinType()} says how one is joined to all
 * that stand before it.
 */
public abstract sealed class Source permits Source.TableSource, Source.QuerySource, Source.FunctionSource, Source.RecursiveSource {
  private final String name;
  private JoinType joinType = JoinType.INNER;
  private boolean exists;
  private boolean aliased;
  private List<String> labels;
  private String shownName;
  private String writtenName;
  /** Of what is no table, once somebody asks. */
  private ColumnNumbers numbers;

  Source(String name) {
    this.name = name;
  }

  /** The alias, or the table's name: as column qualifiers use it. May be null for a nameless subquery. */
  public final String name() {
    return name;
  }

  /** What EXPLAIN QUERY PLAN calls it: the alias, or the table's name as it is written in the statement, with the schema if that is written. */
  public final String shownName() {
    return shownName == null ? name : shownName;
  }

  /** The name of the table, view or common table as it is written, without its schema; null if it is not. */
  final String writtenName() {
    return writtenName;
  }

  /** @param schemaText null if none is written @param alias null if there is none */
  public final void setWritten(String schemaText, String tableName, String alias) {
    writtenName = tableName;
    if (alias == null) {
      shownName = schemaText == null ? tableName : schemaText + "." + tableName;
    }
  }

  final void takeWritten(Source other) {
    writtenName = other.writtenName;
    shownName = other.shownName;
  }

  /** How it is joined to the sources before it. RIGHT and FULL keep this source's unmatched rows. */
  public final JoinType joinType() {
    return joinType;
  }

  public final void setJoinType(JoinType joinType) {
    this.joinType = joinType;
  }

  /** Whether it stands for an EXISTS: one match is as good as many. */
  public final boolean isExists() {
    return exists;
  }

  public final void markExists() {
    exists = true;
    joinType = JoinType.INNER;
  }

  /** Whether the name was given to it by AS, be it the table's own. */
  public final boolean isAliased() {
    return aliased;
  }

  final void markAliased() {
    aliased = true;
  }

  /** The table or virtual table that it is; null if it is none. */
  public final Table tableOrNull() {
    return this instanceof TableSource source ? source.table : this instanceof FunctionSource function ? function.table : null;
  }

  /** The same as a source of its own. */
  public final Source copy() {
    Source copy = newSource();
    copy.joinType = joinType;
    copy.exists = exists;
    copy.aliased = aliased;
    copy.takeWritten(this);
    return copy;
  }

  abstract Source newSource();

  public abstract int columnCount();

  public abstract String columnName(int column);

  /** The first column of a name, without regard to ASCII case; −1 if there is none. */
  int columnNumber(String name) {
    Table table = tableOrNull();
    if (table != null) {
      return table.columnNumber(name);
    }
    if (numbers == null) {
      numbers = new ColumnNumbers(columnCount(), this::columnName);
    }
    return numbers.of(name);
  }

  /**
   * What a result is called that is a column of this source; −1 for the rowid. SQLite makes a subquery of a join in parentheses behind another table, whose columns have unique
   * names, and so have rowids.
   */
  final String columnLabel(int column) {
    return labels == null ? columnName(column) : labels.get(column < 0 ? columnCount() : column);
  }

  final boolean hasLabels() {
    return labels != null;
  }

  /** @param labels those of the columns, then that of the rowid if there is one */
  final void setLabels(List<String> labels) {
    this.labels = labels;
  }

  /** The affinity of a column; of the rowid (−1) INTEGER. */
  public abstract Affinity affinity(int column);

  /** The collation of a column, BINARY if nothing else was said. */
  public abstract Collation collation(int column);

  @Override
  public String toString() {
    return name;
  }

  /** A table with storage. */
  public static final class TableSource extends Source {
    private final Table table;
    private final Index indexedBy;
    private final boolean notIndexed;
    private final Collation[] collations;
    private BitSet countedColumns;
    private boolean changed;
    private boolean joinedTarget;
    private boolean foundWhole;
    private int tableCursor = -1;
    private int indexCursor = -1;

    /** @param indexedBy or null; @param collations one per column, null if all are BINARY */
    public TableSource(String name, Table table, Index indexedBy, boolean notIndexed, Collation[] collations) {
      super(name);
      this.table = table;
      this.indexedBy = indexedBy;
      this.notIndexed = notIndexed;
      this.collations = collations;
    }

    public Table table() {
      return table;
    }

    public Index indexedBy() {
      return indexedBy;
    }

    public boolean isNotIndexed() {
      return notIndexed;
    }

    /**
     * Columns that count as read although nobody reads them any more, because SQLite chose its plan as if they were;
     * null if there are none.
     */
    public BitSet countedColumns() {
      return countedColumns;
    }

    public void countAsRead(int column) {
      if (countedColumns == null) {
        countedColumns = new BitSet();
      }
      countedColumns.set(column);
    }

    /** From now on only columns that are read count. */
    public void forgetCounted() {
      countedColumns = null;
    }

    /** Whether the statement changes or deletes the rows that it finds here. */
    public boolean isChanged() {
      return changed;
    }

    public void setChanged() {
      changed = true;
    }

    /** The rows are found by a query of its own, and not for being changed: because of a LIMIT. */
    public void setFoundByQuery() {
      changed = false;
    }

    /** Whether rows are found by a join with what stands behind UPDATE … FROM. */
    public boolean isJoinedTarget() {
      return joinedTarget;
    }

    public void setJoinedTarget() {
      joinedTarget = true;
      changed = false;
    }

    /** Whether a search finds the rows themselves, because they are changed at once, however much an index covers. */
    public boolean isFoundWhole() {
      return foundWhole;
    }

    public void setFoundWhole() {
      foundWhole = true;
    }

    /** The cursor that is open on the table already, for whoever finds rows with it; −1 if there is none. */
    public int tableCursor() {
      return tableCursor;
    }

    /** The same for the index that is searched. */
    public int indexCursor() {
      return indexCursor;
    }

    public void setCursors(int onTable, int onIndex) {
      tableCursor = onTable;
      indexCursor = onIndex;
    }

    @Override
    Source newSource() {
      return new TableSource(name(), table, indexedBy, notIndexed, collations);
    }

    @Override
    public int columnCount() {
      return table.columnCount();
    }

    @Override
    public String columnName(int column) {
      return column < 0 ? "rowid" : table.columnName(column);
    }

    @Override
    public Affinity affinity(int column) {
      return column < 0 ? Affinity.INTEGER : table.column(column).affinity();
    }

    @Override
    public Collation collation(int column) {
      return column < 0 || collations == null ? org.lumosql.record.Collations.binary() : collations[column];
    }
  }

  /** A subquery, view or common table. */
  public static final class QuerySource extends Source {
    /** {@link #rows}: nobody has compiled or estimated it yet. */
    public static final int UNKNOWN_ROWS = Integer.MIN_VALUE;

    private final BoundQuery query;
    private final List<String> columnNames;
    private final Origin origin;
    private final Object definition;
    private final boolean shared;
    private boolean coroutine;
    private int rows = UNKNOWN_ROWS;

    /** What the subquery was. */
    public enum Origin {
      SUBQUERY,
      VIEW,
      COMMON_TABLE,
      COMMON_TABLE_MATERIALIZED,
      COMMON_TABLE_NOT_MATERIALIZED
    }

    /**
     * @param definition the same object for all uses of one common table, so that it is materialised once; else
     *     null
     */
    public QuerySource(String name, BoundQuery query, List<String> columnNames, Origin origin, Object definition) {
      this(name, query, columnNames, origin, definition, definition != null);
    }

    private QuerySource(
        String name, BoundQuery query, List<String> columnNames, Origin origin, Object definition, boolean shared) {
      super(name);
      this.query = query;
      this.columnNames = List.copyOf(columnNames);
      this.origin = origin;
      this.definition = definition;
      this.shared = shared;
    }

    public BoundQuery query() {
      return query;
    }

    /** The same source over another query with the same columns and rows. */
    public QuerySource with(BoundQuery newQuery) {
      QuerySource copy = new QuerySource(name(), newQuery, columnNames, origin, definition, shared);
      copy.setJoinType(joinType());
      copy.takeWritten(this);
      return copy;
    }

    /** The same over a query that yields other rows or fewer columns: these are not those of the definition any more. */
    public QuerySource withOwnRows(BoundQuery newQuery) {
      QuerySource copy = new QuerySource(name(), newQuery, columnNames, origin, definition, false);
      copy.setJoinType(joinType());
      copy.takeWritten(this);
      return copy;
    }

    @Override
    Source newSource() {
      return new QuerySource(name(), query, columnNames, origin, definition, shared);
    }

    /** The view that it is the query of; null if of none. */
    Table viewed() {
      return origin == Origin.VIEW ? (Table) definition : null;
    }

    /** Whether rows come from a co-routine, once and in one direction. */
    public boolean isCoroutine() {
      return coroutine;
    }

    public void setCoroutine() {
      coroutine = true;
    }

    /** The estimate of its rows, in the planner's units, negative for less than one; {@link #UNKNOWN_ROWS} if it is not known yet. */
    public int rows() {
      return rows;
    }

    public void setRows(int estimate) {
      rows = estimate;
    }

    public Origin origin() {
      return origin;
    }

    /** Whether another source is of the same view or common table, whatever became of its query. */
    public boolean isLike(QuerySource other) {
      return definition != null && definition == other.definition;
    }

    public Object definition() {
      return shared ? definition : null;
    }

    /** The name of the view or common table as the statement has it, whatever its alias; else the alias. */
    public String statedName() {
      return writtenName() == null ? definedName() : writtenName();
    }

    /** The name of the view or common table as it was defined, whatever its alias; else the alias. */
    public String definedName() {
      if (definition instanceof Table table) {
        return table.name();
      }
      return definition instanceof CommonTables.Entry entry ? entry.table().name() : name();
    }

    /** Whether the common table has other uses too. */
    public boolean isUsedRepeatedly() {
      return definition instanceof CommonTables.Entry entry && entry.uses() > 1;
    }

    @Override
    public int columnCount() {
      return columnNames.size();
    }

    @Override
    public String columnName(int column) {
      return columnNames.get(column);
    }

    @Override
    public Affinity affinity(int column) {
      return query.columnAffinity(column);
    }

    @Override
    public Collation collation(int column) {
      return query.columnCollation(column);
    }
  }

  /** A virtual table or table-valued function. */
  public static final class FunctionSource extends Source {
    private final Table table;
    private List<BoundExpression> arguments;

    private final Collation[] collations;

    /** @param arguments values for the hidden columns, in order; empty for a plain virtual table; @param collations one per column, null if all are BINARY */
    public FunctionSource(String name, Table table, List<BoundExpression> arguments, Collation[] collations) {
      super(name);
      this.table = table;
      this.collations = collations;
      this.arguments = List.copyOf(arguments);
    }

    public Table table() {
      return table;
    }

    public List<BoundExpression> arguments() {
      return arguments;
    }

    /** Sets the arguments once they are bound: they may refer to any table of the FROM clause. */
    void setArguments(List<BoundExpression> bound) {
      arguments = List.copyOf(bound);
    }

    @Override
    Source newSource() {
      return new FunctionSource(name(), table, arguments, collations);
    }

    /** The same source with other arguments. */
    public FunctionSource with(List<BoundExpression> newArguments) {
      FunctionSource copy = new FunctionSource(name(), table, newArguments, collations);
      copy.setJoinType(joinType());
      copy.takeWritten(this);
      return copy;
    }

    @Override
    public int columnCount() {
      return table.columnCount();
    }

    @Override
    public String columnName(int column) {
      return column < 0 ? "rowid" : table.columnName(column);
    }

    @Override
    public Affinity affinity(int column) {
      return column < 0 ? Affinity.INTEGER : table.column(column).affinity();
    }

    @Override
    public Collation collation(int column) {
      return column < 0 || collations == null ? org.lumosql.record.Collations.binary() : collations[column];
    }
  }

  /** The recursive reference inside a recursive common table: the one row that is being expanded. */
  public static final class RecursiveSource extends Source {
    private final List<String> columnNames;
    private final List<Affinity> affinities;
    private final List<Collation> collations;

    public RecursiveSource(
        String name, List<String> columnNames, List<Affinity> affinities, List<Collation> collations) {
      super(name);
      this.columnNames = List.copyOf(columnNames);
      this.affinities = affinities;
      this.collations = collations;
    }

    @Override
    Source newSource() {
      return new RecursiveSource(name(), columnNames, affinities, collations);
    }

    @Override
    public int columnCount() {
      return columnNames.size();
    }

    @Override
    public String columnName(int column) {
      return columnNames.get(column);
    }

    @Override
    public Affinity affinity(int column) {
      return affinities.get(column);
    }

    @Override
    public Collation collation(int column) {
      return collations.get(column);
    }
  }
}
