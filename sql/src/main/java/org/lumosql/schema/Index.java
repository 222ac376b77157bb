// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.schema;

import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.MissingCollation;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;

/**
 * An index. Its records hold the key columns, then what identifies the row: the rowid, or for a WITHOUT ROWID table those columns of its
 * primary key that are not in the key already. The primary key index of a WITHOUT ROWID table is the table's tree and holds all stored columns.
 */
public final class Index {
  /** {@code Part.column} of the rowid. */
  public static final int ROWID = -1;

  /** {@code Part.column} of an expression. */
  public static final int EXPRESSION = -2;

  private final Definition definition;
  private final Table table;
  private final int assumedWidth;
  private int rootPage;
  private long[] averageRows;
  private IndexSamples samples;
  private KeyOrder keyOrder;
  private Object keyOrderVersion;
  private String keyDescription;

  /** Where an index comes from, as {@code PRAGMA index_list} tells. */
  public enum Origin {
    CREATED("c"),
    UNIQUE("u"),
    PRIMARY_KEY("pk");

    private final String letter;

    Origin(String letter) {
      this.letter = letter;
    }

    public String letter() {
      return letter;
    }
  }

  /**
   * One field of the index's records.
   *
   * @param column number of the table's column, {@link #ROWID} or {@link #EXPRESSION}
   * @param expression for {@link #EXPRESSION}, else null
   * @param collation name
   */
  public record Part(int column, Expression expression, String collation, boolean descending) {}

  /**
   * The definition.
   *
   * @param parts all fields of a record
   * @param keyCount how many of them are the declared key
   * @param unique whether no two rows may have the same key (NULLs are distinct)
   * @param onConflict what a violation does; DEFAULT for created indexes
   * @param where of a partial index, or null
   * @param isTable this is the tree of a WITHOUT ROWID table
   * @param sql null for automatic indexes
   */
  public record Definition(
      int database,
      String name,
      List<Part> parts,
      int keyCount,
      boolean unique,
      Origin origin,
      ConflictAction onConflict,
      Expression where,
      boolean isTable,
      String sql) {
    public Definition {
      parts = List.copyOf(parts);
    }
  }

  public Index(Definition definition, Table table, int rootPage) {
    this.definition = definition;
    this.table = table;
    int width = 0;
    for (Part part : definition.parts()) {
      width += part.column() < 0 ? 1 : table.column(part.column()).assumedWidth();
    }
    this.assumedWidth = width;
    this.rootPage = rootPage;
  }

  public Definition definition() {
    return definition;
  }

  public String name() {
    return definition.name();
  }

  /** The assumed size of a record in units of four bytes. */
  public int assumedWidth() {
    return assumedWidth;
  }

  public Table table() {
    return table;
  }

  public List<Part> parts() {
    return definition.parts();
  }

  public int keyCount() {
    return definition.keyCount();
  }

  public boolean isUnique() {
    return definition.unique();
  }

  public boolean isPartial() {
    return definition.where() != null;
  }

  public boolean isTable() {
    return definition.isTable();
  }

  /** Made by a UNIQUE or PRIMARY KEY constraint. */
  public boolean isAutomatic() {
    return definition.origin() != Origin.CREATED;
  }

  public int rootPage() {
    return rootPage;
  }

  public void setRootPage(int rootPage) {
    this.rootPage = rootPage;
  }

  /** The field that holds a table column, −1 if none does. */
  public int fieldOf(int column) {
    List<Part> parts = definition.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).column() == column) {
        return i;
      }
    }
    return -1;
  }

  /** From {@code sqlite_stat1}: rows of the index, then rows per distinct prefix of 1, 2, … columns; null if not analysed. */
  public long[] averageRows() {
    return averageRows;
  }

  public void setAverageRows(long[] averageRows) {
    this.averageRows = averageRows;
  }

  /** From {@code sqlite_stat4}; null if there are none. */
  public IndexSamples samples() {
    return samples;
  }

  public void setSamples(IndexSamples samples) {
    this.samples = samples;
  }

  /** The order of the tree's records: all parts take part. */
  public KeyOrder keyOrder(CollationLookup lookup) {
    Object version = lookup.collationVersion();
    if (keyOrder == null || version == null || version != keyOrderVersion) {
      keyOrder = newKeyOrder(lookup);
      keyOrderVersion = version;
    }
    return keyOrder;
  }

  /** What the message of a uniqueness violation names: the columns, or the index if it is over expressions. */
  public String keyDescription() {
    if (keyDescription == null) {
      keyDescription = newKeyDescription();
    }
    return keyDescription;
  }

  private String newKeyDescription() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < keyCount(); i++) {
      int column = parts().get(i).column();
      if (column == EXPRESSION) {
        return "index '" + name().replace("'", "''") + "'";
      }
      names.append(i == 0 ? "" : ", ").append(table.name()).append('.');
      names.append(column == ROWID ? "rowid" : table.columnName(column));
    }
    return names.toString();
  }

  private KeyOrder newKeyOrder(CollationLookup lookup) {
    // the tree of a WITHOUT ROWID table is ordered by its key only; other indexes by key and row identity
    int count = definition.isTable() ? definition.keyCount() : definition.parts().size();
    Collation[] collations = new Collation[count];
    boolean[] descending = new boolean[count];
    for (int i = 0; i < count; i++) {
      Part part = definition.parts().get(i);
      Collation collation = lookup.collation(part.collation());
      collations[i] = collation == null ? new MissingCollation(part.collation()) : collation;
      descending[i] = part.descending();
    }
    return new KeyOrder(lookup.encoding(), collations, descending, null);
  }

  @Override
  public String toString() {
    return name();
  }
}
