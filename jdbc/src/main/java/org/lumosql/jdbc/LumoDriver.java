// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.lumosql.engine.EngineException;

/**
 * Opens {@code jdbc:lumosql:PATH}, {@code jdbc:lumosql::memory:}, {@code jdbc:lumosql:file:…?…} and {@code jdbc:lumosql::resource:PATH}, which
 * copies a file of the class path into memory. With {@code -Dlumosql.sqlite-url=true}, or with the artefact
 * {@code lumosql-jdbc-sqlite} on the class path, {@code jdbc:sqlite:} URLs too.
 *
 * <p>Properties and parameters behind a question mark are those of sqlite-jdbc: pragmas and limits by their names, {@code transaction_mode},
 * {@code date_class} and so on; {@link #getPropertyInfo} lists them. {@code busy_timeout} defaults to 3,000 milliseconds.
 */
public final class LumoDriver implements Driver {
  /** What a URL begins with. */
  public static final String PREFIX = "jdbc:lumosql:";

  /** What URLs of sqlite-jdbc begin with. */
  public static final String SQLITE_PREFIX = "jdbc:sqlite:";

  /** The system property that makes this driver answer sqlite-jdbc's URLs. */
  public static final String SQLITE_URL_PROPERTY = "lumosql.sqlite-url";

  static final int MAJOR = 0;
  static final int MINOR = 1;

  static {
    try {
      DriverManager.registerDriver(new LumoDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final boolean answersSqlite;

  /** Answers {@code jdbc:lumosql:}, and {@code jdbc:sqlite:} if the system property says so. */
  public LumoDriver() {
    this(false);
  }

  /** @param answersSqlite whether {@code jdbc:sqlite:} is answered whatever the system property says */
  public LumoDriver(boolean answersSqlite) {
    this.answersSqlite = answersSqlite;
  }

  @Override
  public boolean acceptsURL(String url) {
    if (url == null) {
      return false;
    }
    return url.startsWith(PREFIX) || url.startsWith(SQLITE_PREFIX) && (answersSqlite || Boolean.getBoolean(SQLITE_URL_PROPERTY));
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    return acceptsURL(url) ? open(url, properties) : null;
  }

  /** Opens a URL of either kind. */
  static LumoConnection open(String url, Properties properties) throws SQLException {
    String prefix = url.startsWith(PREFIX) ? PREFIX : url.startsWith(SQLITE_PREFIX) ? SQLITE_PREFIX : null;
    if (prefix == null) {
      throw new SQLException("not a URL of this driver, which begin with " + PREFIX + ": " + url, "08001");
    }
    ConnectionSettings settings = ConnectionSettings.of(url.substring(prefix.length()), properties);
    try {
      org.lumosql.engine.Connection engine = org.lumosql.engine.Connection.open(settings.name(), settings.options());
      try {
        if (settings.resource() != null) {
          engine.deserialize("main", resource(settings.resource()));
        }
        settings.applyTo(engine);
        return new LumoConnection(engine, ConnectionSettings.urlWithoutSecrets(url), settings.withoutSecrets());
      } catch (SQLException | RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }

  /** The bytes of a resource: of the thread's class loader, of the driver's, or behind a URL. */
  private static byte[] resource(String path) throws SQLException {
    try (InputStream stream = open(path)) {
      if (stream == null) {
        throw new SQLException("resource " + path + " is not on the class path", "08001");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new SQLException("resource " + path + " cannot be read: " + e.getMessage(), "08001", e);
    }
  }

  private static InputStream open(String path) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    InputStream stream = loader == null ? null : loader.getResourceAsStream(path);
    if (stream == null) {
      stream = LumoDriver.class.getClassLoader().getResourceAsStream(path);
    }
    if (stream == null && path.indexOf(':') > 0) {
      stream = java.net.URI.create(path).toURL().openStream();
    }
    return stream;
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    List<DriverProperty> all = DriverProperty.ALL;
    return all.stream()
        .map(property -> property.info(info == null ? null : info.getProperty(property.name())))
        .toArray(DriverPropertyInfo[]::new);
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
    throw new SQLFeatureNotSupportedException("the driver does not log", "0A000");
  }
}
