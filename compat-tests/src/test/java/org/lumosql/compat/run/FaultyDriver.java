// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

/** Our driver with one fault: {@code jdbc:faulty:FAULT}. It shows in statements and queries that hold the word {@code fault}. */
public final class FaultyDriver implements Driver {
  private static final String PREFIX = "jdbc:faulty:";
  private static final String MARK = "fault";

  static {
    try {
      DriverManager.registerDriver(new FaultyDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Fault fault = Fault.valueOf(url.substring(PREFIX.length()));
    switch (fault) {
      case OPENING_HANGS -> Fault.hang();
      case OPENING_FAILS -> throw new SQLException("the database is on strike");
      case OPENING_EXITS -> Runtime.getRuntime().halt(4);
      default -> System.out.println("engines may print"); // must not disturb the worker
    }
    Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
    return proxy(Connection.class, (method, arguments) -> {
      Object made = call(connection, method, arguments);
      return made instanceof Statement statement ? statement(statement, fault) : made;
    });
  }

  private static Statement statement(Statement statement, Fault fault) {
    return proxy(Statement.class, (method, arguments) -> {
      boolean isMarked = arguments != null && arguments[0] instanceof String sql && sql.contains(MARK);
      if (isMarked && method.getName().equals("executeQuery")) {
        try (ResultSet rows = statement.executeQuery((String) arguments[0])) {
          return rows(fault.applied(read(rows)));
        }
      }
      if (isMarked) {
        switch (fault) {
          case STATEMENT_LOST:
            return 1;
          case STATEMENT_HANGS:
            Fault.hang();
            break;
          case STATEMENT_FAILS:
            throw new SQLException("invented");
          case ERROR_SWALLOWED:
            try {
              return call(statement, method, arguments);
            } catch (SQLException e) {
              return 0;
            }
          default:
        }
      }
      return call(statement, method, arguments);
    });
  }

  private static List<Object[]> read(ResultSet rows) throws SQLException {
    List<Object[]> all = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      Object[] row = new Object[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = rows.getObject(i + 1);
      }
      all.add(row);
    }
    return all;
  }

  /** A result of rows in memory, with what the runner calls. */
  private static ResultSet rows(List<Object[]> rows) {
    int[] at = {-1};
    Object[] last = new Object[1];
    ResultSetMetaData columns = proxy(ResultSetMetaData.class, (method, arguments) -> rows.isEmpty() ? 2 : rows.get(0).length);
    return proxy(ResultSet.class, (method, arguments) -> {
      switch (method.getName()) {
        case "next":
          return ++at[0] < rows.size();
        case "getMetaData":
          return columns;
        case "wasNull":
          return last[0] == null;
        case "close":
          return null;
        default:
          last[0] = rows.get(at[0])[(int) arguments[0] - 1];
          return converted(method.getName(), last[0]);
      }
    });
  }

  private static Object converted(String getter, Object value) {
    String text = String.valueOf(value == null ? 0 : value);
    Map<String, Object> values = Map.of("getLong", text.matches("\\d+") ? Long.valueOf(text) : 0L, "getDouble", 0.0, "getString", value == null ? "" : text);
    return values.get(getter);
  }

  private interface Body {
    Object call(Method method, Object[] arguments) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Body body) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> body.call(method, arguments)));
  }

  private static Object call(Object object, Method method, Object[] arguments) throws SQLException {
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
