// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;

/** Opens connections for pools that reuse them: each keeps its database open while handles to it come and go. */
public final class LumoConnectionPoolDataSource extends LumoDataSource implements ConnectionPoolDataSource {
  /** A data source without URL: {@link #setUrl} must be called. */
  public LumoConnectionPoolDataSource() {}

  public LumoConnectionPoolDataSource(String url) {
    super(url);
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new LumoPooledConnection((LumoConnection) getConnection());
  }

  @Override
  public PooledConnection getPooledConnection(String user, String password) throws SQLException {
    return new LumoPooledConnection((LumoConnection) getConnection(user, password));
  }
}
