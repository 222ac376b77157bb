// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;

/**
 * A connection that a pool lends. Each handle is a proxy whose {@code close} rolls back what is open, closes the statements, brings auto-commit back and tells
 * the pool; it is closed too when the next handle is taken.
 */
final class LumoPooledConnection implements PooledConnection {
  private final LumoConnection physical;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private Handle current;

  LumoPooledConnection(LumoConnection physical) {
    this.physical = physical;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    physical.requireOpen();
    if (current != null) {
      current.end();
    }
    current = new Handle();
    return (Connection)
        Proxy.newProxyInstance(LumoPooledConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, current);
  }

  @Override
  public void close() throws SQLException {
    physical.close();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  /** Statements are not pooled: there is nothing to tell of. */
  @Override
  public void addStatementEventListener(StatementEventListener listener) {}

  @Override
  public void removeStatementEventListener(StatementEventListener listener) {}

  private final class Handle implements java.lang.reflect.InvocationHandler {
    private boolean ended;

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
      switch (method.getName()) {
        case "close":
          if (!ended) {
            end();
            ConnectionEvent event = new ConnectionEvent(LumoPooledConnection.this);
            listeners.forEach(listener -> listener.connectionClosed(event));
          }
          return null;
        case "isClosed":
          return ended || physical.isClosed();
        case "equals":
          return proxy == arguments[0];
        case "hashCode":
          return System.identityHashCode(proxy);
        case "toString":
          return "handle of " + physical;
        default:
          return forward(method, arguments);
      }
    }

    private Object forward(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
      if (ended) {
        throw JdbcErrors.closed("connection");
      }
      try {
        return method.invoke(physical, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof SQLException error && physical.isClosed()) {
          ConnectionEvent event = new ConnectionEvent(LumoPooledConnection.this, error);
          listeners.forEach(listener -> listener.connectionErrorOccurred(event));
        }
        throw e.getCause();
      }
    }

    void end() throws SQLException {
      if (!ended) {
        ended = true;
        if (!physical.isClosed()) {
          physical.renew();
        }
      }
    }
  }
}
