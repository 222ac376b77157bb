// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/** Stands for H2 in worker processes: our engine, with the fault whose name is in the file {@code fault} of the class path. */
public final class FaultyDriver implements Driver {
  private static final String PREFIX = "jdbc:h2:file:";

  /** What can be wrong with an engine. */
  enum Fault {
    NONE,
    /** A count is one too high in one of many queries. */
    WRONG_VALUE,
    /** A query gives nothing. */
    MISSING_ROW,
    /** A change is not made. */
    LOST_UPDATE,
    /** A statement fails. */
    ERROR,
    /** The process ends. */
    EXIT,
    /** There is no answer. */
    HANG
  }

  static {
    try {
      DriverManager.registerDriver(new FaultyDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Fault fault = fault();
  private int queries;

  private static Fault fault() {
    try (InputStream file = FaultyDriver.class.getResourceAsStream("/fault")) {
      return file == null ? Fault.NONE : Fault.valueOf(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection inner = DriverManager.getConnection("jdbc:lumosql:" + url.substring(PREFIX.length()));
    return proxy(
        Connection.class,
        (method, arguments) -> method.getName().equals("createStatement") ? statement(inner.createStatement()) : method.invoke(inner, arguments));
  }

  private Statement statement(Statement inner) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          if (method.getName().equals("execute")) {
            return execute(inner, (String) arguments[0]);
          }
          if (method.getName().equals("getResultSet")) {
            return rows(inner.getResultSet());
          }
          return method.invoke(inner, arguments);
        });
  }

  private boolean execute(Statement inner, String sql) throws Exception {
    boolean isDue = sql.startsWith("SELECT count(*), avg") && ++queries == 20;
    if (isDue && fault == Fault.ERROR) {
      throw new SQLException("planted");
    }
    if (isDue && fault == Fault.EXIT) {
      Runtime.getRuntime().halt(3);
    }
    if (isDue && fault == Fault.HANG) {
      Thread.currentThread().join();
    }
    if (fault == Fault.LOST_UPDATE && sql.startsWith("UPDATE t2 SET b=") && sql.endsWith("a=17")) {
      return false;
    }
    return inner.execute(sql);
  }

  private ResultSet rows(ResultSet inner) {
    boolean isDue = queries == 20;
    return proxy(
        ResultSet.class,
        (method, arguments) -> {
          if (isDue && fault == Fault.WRONG_VALUE && method.getName().equals("getObject") && arguments[0].equals(1)) {
            return inner.getLong(1) + 1;
          }
          if (isDue && fault == Fault.MISSING_ROW && method.getName().equals("next")) {
            return false;
          }
          return method.invoke(inner, arguments);
        });
  }

  /** A method's body. */
  private interface Body {
    Object call(java.lang.reflect.Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Body body) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return body.call(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
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
