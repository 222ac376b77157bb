// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** Our own engine through its Java API. */
public final class LumoEngine implements SltEngine {
  private final Connection connection;

  public LumoEngine(String database) {
    connection = Connection.open(database);
  }

  public Connection connection() {
    return connection;
  }

  @Override
  public void execute(String sql) {
    try {
      connection.execute(sql);
    } catch (EngineException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }

  @Override
  public List<String> query(String sql, String types) {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      if (statement.columnCount() != types.length()) {
        throw new SltFailure("expected " + types.length() + " columns, got " + statement.columnCount(), null);
      }
      while (statement.step()) {
        for (int i = 0; i < types.length(); i++) {
          values.add(render(statement, i, types.charAt(i)));
        }
      }
    } catch (EngineException e) {
      throw new SltFailure(e.getMessage(), e);
    }
    return values;
  }

  private static String render(Statement statement, int column, char type) {
    if (statement.isNull(column)) {
      return "NULL";
    }
    switch (type) {
      case 'I':
        return Integer.toString((int) statement.columnLong(column));
      case 'R':
        return real(statement.columnDouble(column));
      default:
        String text = statement.columnText(column);
        return text.isEmpty() ? "(empty)" : printable(text);
    }
  }

  /** As SQLite's {@code %.3f} prints it: with 16 significant digits at most. */
  private static String real(double value) {
    boolean isLarge = Math.abs(value) >= 1e15 && !Double.isInfinite(value);
    Object digits = isLarge ? new BigDecimal(value).round(new MathContext(16)) : (Object) value;
    return String.format(Locale.ROOT, "%.3f", digits);
  }

  static String printable(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder printable = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      printable.append(b >= ' ' && b <= '~' ? (char) b : '@');
    }
    return printable.toString();
  }

  @Override
  public void close() {
    connection.close();
  }
}
