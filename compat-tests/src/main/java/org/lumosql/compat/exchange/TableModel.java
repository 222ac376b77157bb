// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.lumosql.compat.support.Side;

/** What a random table must hold: its columns, and its rows by their integer key. */
final class TableModel {
  private static final String[] TYPES = {"INTEGER", "TEXT", "REAL", "BLOB", "", "NUMERIC", "TEXT COLLATE NOCASE"};
  private static final int MAXIMUM_COLUMNS = 8;

  private final String name;
  private final boolean isWithoutRowid;
  private final List<String> types = new ArrayList<>();
  private TreeMap<Long, Object[]> rows = new TreeMap<>();

  TableModel(String name, Random random) {
    this.name = name;
    this.isWithoutRowid = random.nextInt(3) == 0;
    int columns = 1 + random.nextInt(5);
    for (int i = 0; i < columns; i++) {
      types.add(TYPES[random.nextInt(TYPES.length)]);
    }
  }

  private TableModel(TableModel other) {
    name = other.name;
    isWithoutRowid = other.isWithoutRowid;
    types.addAll(other.types);
    rows = new TreeMap<>(other.rows);
  }

  TableModel copy() {
    return new TableModel(this);
  }

  String name() {
    return name;
  }

  int columns() {
    return types.size();
  }

  boolean canGrow() {
    return types.size() < MAXIMUM_COLUMNS;
  }

  String sql() {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(name);
    sql.append(isWithoutRowid ? "(id INT PRIMARY KEY" : "(id INTEGER PRIMARY KEY");
    for (int i = 0; i < types.size(); i++) {
      sql.append(", c").append(i).append(' ').append(types.get(i));
    }
    return sql.append(isWithoutRowid ? ") WITHOUT ROWID" : ")").toString();
  }

  /** A column with a default, which the rows that are there get. */
  String addColumn() {
    String sql = "ALTER TABLE " + name + " ADD COLUMN c" + types.size() + " INTEGER DEFAULT 77";
    types.add("INTEGER");
    rows.replaceAll(
        (key, row) -> {
          Object[] longer = Arrays.copyOf(row, row.length + 1);
          longer[row.length] = 77L;
          return longer;
        });
    return sql;
  }

  String indexSql(String index, Random random) {
    String first = "c" + random.nextInt(types.size());
    String second = "c" + random.nextInt(types.size());
    return "CREATE INDEX " + index + " ON " + name
        + switch (random.nextInt(5)) {
          case 0 -> "(" + first + ")";
          case 1 -> "(" + first + " DESC, " + second + ")";
          case 2 -> "(" + first + ") WHERE " + second + " IS NOT NULL";
          case 3 -> "(typeof(" + first + "), " + second + " COLLATE RTRIM)";
          default -> "(" + first + ", " + second + " COLLATE NOCASE, id DESC)";
        };
  }

  /** A value that the column stores as it is. */
  Object value(int column, Random random) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    return switch (types.get(column)) {
      case "INTEGER", "NUMERIC" -> integer(random);
      case "REAL" -> random.nextInt(3) == 0 ? (double) random.nextInt(1000) : random.nextGaussian();
      case "TEXT", "TEXT COLLATE NOCASE" -> text(random);
      default ->
          switch (random.nextInt(4)) {
            case 0 -> integer(random);
            case 1 -> random.nextGaussian();
            case 2 -> text(random);
            default -> blob(random);
          };
    };
  }

  private static Object integer(Random random) {
    return random.nextLong() >> random.nextInt(64);
  }

  private static int length(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> random.nextInt(6000);
      case 1, 2 -> random.nextInt(600);
      default -> random.nextInt(24);
    };
  }

  private static Object text(Random random) {
    int length = length(random);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(20)) {
        case 0 -> text.append((char) (0xa1 + random.nextInt(0x2000)));
        case 1 -> text.appendCodePoint(0x1f600 + random.nextInt(50));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private static Object blob(Random random) {
    byte[] bytes = new byte[length(random)];
    random.nextBytes(bytes);
    return bytes;
  }

  TreeMap<Long, Object[]> rows() {
    return rows;
  }

  /** As {@link Side#query} gives {@code SELECT * … ORDER BY id}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (key, row) -> {
          StringBuilder line = new StringBuilder(Side.text(key));
          for (Object value : row) {
            line.append('|').append(Side.text(value));
          }
          lines.add(line.toString());
        });
    return lines;
  }
}
