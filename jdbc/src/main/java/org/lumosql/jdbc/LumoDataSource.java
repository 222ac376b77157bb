// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens connections to one URL. {@code jdbc:sqlite:} URLs are as good as {@code jdbc:lumosql:} ones, so that frameworks that look at the URL
 * take the database for SQLite.
 *
 * <pre>{@code
 * LumoDataSource source = new LumoDataSource();
 * source.setUrl("jdbc:lumosql:app.db");
 * source.setProperty("foreign_keys", "true");
 * try (Connection connection = source.getConnection()) {
 *   ...
 * }
 * }</pre>
 */
public class LumoDataSource implements DataSource {
  private final Properties properties = new Properties();
  private String url = LumoDriver.PREFIX;
  private PrintWriter logWriter;
  private int loginTimeout;

  /** A data source without URL: {@link #setUrl} must be called. */
  public LumoDataSource() {}

  public LumoDataSource(String url) {
    setUrl(url);
  }

  public final void setUrl(String url) {
    this.url = url;
  }

  public final String getUrl() {
    return url;
  }

  /** Sets a property that connections are opened with, by the names that {@link LumoDriver#getPropertyInfo} lists. */
  public final void setProperty(String name, String value) {
    properties.setProperty(name, value);
  }

  public final void setProperties(Properties all) {
    properties.clear();
    properties.putAll(all);
  }

  public final Properties getProperties() {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return LumoDriver.open(url, properties);
  }

  /** SQLite has no users: the name is ignored, and so is the password unless a handler asks for one. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties withPassword = getProperties();
    if (password != null && !password.isEmpty()) {
      withPassword.setProperty("password", password);
    }
    return LumoDriver.open(url, withPassword);
  }

  @Override
  public PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the driver does not log", "0A000");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return Wrapping.unwrap(type, this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
