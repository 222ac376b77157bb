// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.lumosql.record.Ascii;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Select;
import org.lumosql.vdbe.P4;

/**
 * A table, view or virtual table. Its definition never changes (ALTER makes a new one); indexes come and go, statistics are set by ANALYZE.
 *
 * <p>Record layout. Rowid table: the columns in order, virtual generated ones left out; the rowid alias is stored as NULL. WITHOUT ROWID:
 * first the primary key's columns in key order (each once), then the others in order. {@link #storedField} maps.
 */
public final class Table implements P4.TableInfo {
  private final Definition definition;
  private final Column[] columns;
  private final ColumnNumbers numbers;
  private final String[] strictTypes;
  private final int assumedWidth;
  private final boolean binary;
  private final boolean generated;
  private int rootPage;
  private final List<Index> indexes = new ArrayList<>();
  private final List<Index> indexView = Collections.unmodifiableList(indexes);
  private final P4.Columns storedColumns;
  private final StoredAffinities storedAffinities;
  private final int[] storedFields;
  private final int storedFieldCount;
  private Index primaryKeyIndex;
  private long rowEstimate = 1_048_576;
  private boolean analyzed;
  private boolean statisticsUsed;

  /** What a table is. */
  public enum Kind {
    TABLE,
    VIEW,
    VIRTUAL
  }

  /**
   * The definition.
   *
   * @param database 0 main, 1 temp, 2 … attached
   * @param primaryKey columns of a WITHOUT ROWID table's primary key, in key order without repetition; empty for others
   * @param rowidAlias number of the INTEGER PRIMARY KEY column, −1 if none
   * @param rowidConflict what a rowid conflict does
   * @param view for views, else null
   * @param viewColumns names given in CREATE VIEW, or null
   * @param module for virtual tables, else null
   * @param sql text in the schema table; null for the schema table itself
   */
  public record Definition(
      int database,
      String schemaName,
      String name,
      Kind kind,
      List<Column> columns,
      List<Integer> primaryKey,
      int rowidAlias,
      ConflictAction rowidConflict,
      boolean autoincrement,
      boolean withoutRowid,
      boolean strict,
      List<CheckConstraint> checks,
      List<ForeignKey> foreignKeys,
      Select view,
      List<String> viewColumns,
      String module,
      List<String> moduleArguments,
      String sql) {
    public Definition {
      columns = List.copyOf(columns);
      primaryKey = List.copyOf(primaryKey);
      checks = List.copyOf(checks);
      foreignKeys = List.copyOf(foreignKeys);
    }
  }

  /** @param name of the constraint or null; @param text as written, for the error message */
  public record CheckConstraint(String name, Expression expression, String text, ConflictAction onConflict) {}

  public Table(Definition definition, int rootPage) {
    this.definition = definition;
    this.columns = definition.columns().toArray(new Column[0]);
    this.numbers = new ColumnNumbers(columns.length, column -> columns[column].name());
    this.strictTypes = definition.strict() ? strictTypes(columns) : null;
    this.assumedWidth = assumedWidth(definition);
    this.binary = hasOnlyBinary(columns);
    this.generated = hasGenerated(columns);
    this.rootPage = rootPage;
    this.storedFields = new int[definition.columns().size()];
    int next = 0;
    java.util.Arrays.fill(storedFields, -1);
    for (int column : definition.primaryKey()) {
      storedFields[column] = next++;
    }
    for (int column = 0; column < storedFields.length; column++) {
      if (storedFields[column] < 0 && !definition.columns().get(column).isVirtual()) {
        storedFields[column] = next++;
      }
    }
    this.storedFieldCount = next;
    this.storedColumns = new P4.Columns(next);
    this.storedAffinities = storedAffinities(columns);
  }

  /**
   * The conversions that values need before they are stored.
   *
   * @param first the first stored column, in order of definition, that needs one
   * @param letters the affinities from there to the last column that needs one; empty if none does
   */
  public record StoredAffinities(int first, String letters) {}

  private static StoredAffinities storedAffinities(Column[] columns) {
    StringBuilder letters = new StringBuilder(columns.length);
    int first = -1;
    int end = 0;
    for (Column column : columns) {
      if (!column.isVirtual()) {
        char letter = column.affinity().letter();
        letters.append(letter);
        if (letter > 'A') {
          first = first < 0 ? letters.length() - 1 : first;
          end = letters.length();
        }
      }
    }
    return first < 0 ? new StoredAffinities(0, "") : new StoredAffinities(first, letters.substring(first, end));
  }

  private static String[] strictTypes(Column[] columns) {
    String[] types = new String[columns.length];
    for (int i = 0; i < types.length; i++) {
      String declared = columns[i].declaredType();
      types[i] = declared == null ? null : declared.toUpperCase(Locale.ROOT);
    }
    return types;
  }

  private static int assumedWidth(Definition definition) {
    int total = definition.rowidAlias() < 0 ? 1 : 0;
    for (Column column : definition.columns()) {
      total += column.assumedWidth();
    }
    return total;
  }

  private static boolean hasOnlyBinary(Column[] columns) {
    for (Column column : columns) {
      if (column.collation() != null && !Ascii.equal(column.collation(), "BINARY")) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasGenerated(Column[] columns) {
    for (Column column : columns) {
      if (column.isGenerated()) {
        return true;
      }
    }
    return false;
  }

  public Definition definition() {
    return definition;
  }

  /** Whether a column is generated. */
  public boolean hasGenerated() {
    return generated;
  }

  /** Whether no column has another collation than BINARY. */
  public boolean isBinary() {
    return binary;
  }

  /** The assumed size of a row in units of four bytes. */
  public int assumedWidth() {
    return assumedWidth;
  }

  public int database() {
    return definition.database();
  }

  public String name() {
    return definition.name();
  }

  public Kind kind() {
    return definition.kind();
  }

  public boolean isView() {
    return definition.kind() == Kind.VIEW;
  }

  public boolean isVirtual() {
    return definition.kind() == Kind.VIRTUAL;
  }

  /** Whether it is no table of the schema: the name of a module that FROM takes for a table. */
  public boolean isEponymous() {
    return isVirtual() && definition.sql() == null;
  }

  public List<Column> columns() {
    return definition.columns();
  }

  public Column column(int number) {
    return columns[number];
  }

  /** The number of a column by name, without regard to ASCII case; −1 if there is none. */
  public int columnNumber(String name) {
    return numbers.of(name);
  }

  /** The field of the record that holds a column; −1 for virtual generated columns. */
  public int storedField(int column) {
    return storedFields[column];
  }

  public int storedFieldCount() {
    return storedFieldCount;
  }

  public StoredAffinities storedAffinities() {
    return storedAffinities;
  }

  /** The same number as an operand of opcodes. */
  public P4.Columns storedColumns() {
    return storedColumns;
  }

  public int rowidAlias() {
    return definition.rowidAlias();
  }

  @Override
  public boolean hasRowid() {
    return !definition.withoutRowid();
  }

  public boolean isStrict() {
    return definition.strict();
  }

  public boolean isAutoincrement() {
    return definition.autoincrement();
  }

  public int rootPage() {
    return rootPage;
  }

  public void setRootPage(int rootPage) {
    this.rootPage = rootPage;
  }

  /** Indexes, newest first, as SQLite lists and considers them; includes the primary key index of a WITHOUT ROWID table. */
  public List<Index> indexes() {
    return indexView;
  }

  /** The index that is a WITHOUT ROWID table's own tree, else null. */
  public Index primaryKeyIndex() {
    return primaryKeyIndex;
  }

  /** Adds an index. For those who build a schema: others must not. */
  public void addIndex(Index index) {
    if (index.isTable()) {
      primaryKeyIndex = index;
    }
    int at = 0;
    if (replaces(index)) { // a violation that deletes rows is dealt with after all others
      while (at < indexes.size() && !replaces(indexes.get(at))) {
        at++;
      }
    }
    indexes.add(at, index);
  }

  private static boolean replaces(Index index) {
    return index.definition().onConflict() == ConflictAction.REPLACE;
  }

  void removeIndex(Index index) {
    indexes.remove(index);
  }

  /** Rows as the planner assumes: from {@code sqlite_stat1}, or 1,048,576. */
  public long rowEstimate() {
    return rowEstimate;
  }

  public boolean isAnalyzed() {
    return analyzed;
  }

  public void setRowEstimate(long rows, boolean fromStatistics) {
    rowEstimate = rows;
    analyzed = fromStatistics;
  }

  /** Whether a plan was made with regard to how many rows the table's indexes, or the table in a join, are said to have. */
  public boolean areStatisticsUsed() {
    return statisticsUsed;
  }

  public void noteStatisticsUsed() {
    statisticsUsed = true;
  }

  // ---- P4.TableInfo --------------------------------------------------------------------------------------------------------

  @Override
  public String tableName() {
    return name();
  }

  @Override
  public int columnCount() {
    return columns.length;
  }

  @Override
  public String columnName(int column) {
    return column(column).name();
  }

  @Override
  public String strictType(int column) {
    return strictTypes[column];
  }

  @Override
  public boolean isGenerated(int column) {
    return column(column).isGenerated();
  }

  @Override
  public boolean isVirtual(int column) {
    return column(column).isVirtual();
  }

  @Override
  public boolean isNotNull(int column) {
    return column(column).notNull() != null;
  }

  @Override
  public String toString() {
    return name();
  }

  /** The order of a WITHOUT ROWID table's tree, or null. */
  public KeyOrder treeOrder(CollationLookup collations) {
    return primaryKeyIndex == null ? null : primaryKeyIndex.keyOrder(collations);
  }
}
