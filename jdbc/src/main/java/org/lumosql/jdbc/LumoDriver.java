// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.lumosql.btree.OpenOptions.Access;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;

/**
 * Opens {@code jdbc:lumosql:PATH}, {@code jdbc:lumosql::memory:} and {@code jdbc:lumosql:file:…?…}. Properties and parameters behind a question mark that are
 * names of pragmas are set as such; {@code busy_timeout} defaults to 3,000 milliseconds.
 */
public final class LumoDriver implements Driver {
  /** What a URL begins with. */
  public static final String PREFIX = "jdbc:lumosql:";

  static final int MAJOR = 0;
  static final int MINOR = 1;
  private static final int DEFAULT_BUSY_TIMEOUT = 3_000;

  static {
    try {
      DriverManager.registerDriver(new LumoDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url != null && url.startsWith(PREFIX);
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    String name = url.substring(PREFIX.length());
    Map<String, String> parameters = new HashMap<>();
    if (properties != null) {
      properties.stringPropertyNames().forEach(key -> parameters.put(key, properties.getProperty(key)));
    }
    if (!name.startsWith("file:")) {
      int question = name.indexOf('?');
      if (question >= 0) {
        addParameters(name.substring(question + 1), parameters);
        name = name.substring(0, question);
      }
    }
    try {
      int timeout = Integer.parseInt(parameters.getOrDefault("busy_timeout", Integer.toString(DEFAULT_BUSY_TIMEOUT)));
      Access access = "1".equals(parameters.get("open_mode")) ? Access.READ_ONLY : Access.CREATE;
      org.lumosql.engine.Connection engine =
          org.lumosql.engine.Connection.open(name, new ConnectionOptions(access, parameters, timeout));
      setPragmas(engine, parameters);
      return new LumoConnection(engine, url);
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } catch (NumberFormatException e) {
      throw new SQLException("busy_timeout is not a number: " + parameters.get("busy_timeout"), "HY024");
    }
  }

  private static void addParameters(String query, Map<String, String> parameters) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  private static void setPragmas(org.lumosql.engine.Connection engine, Map<String, String> parameters) {
    for (String pragma :
        new String[] {
          "page_size", "encoding", "auto_vacuum", "journal_mode", "synchronous", "cache_size", "foreign_keys",
          "locking_mode", "recursive_triggers", "secure_delete", "temp_store", "wal_autocheckpoint"
        }) {
      String value = parameters.get(pragma);
      if (value != null) {
        engine.execute("PRAGMA " + pragma + "='" + value.replace("'", "''") + "'");
      }
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return MINOR;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the driver does not log");
  }
}
