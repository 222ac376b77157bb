// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.lumosql.record.TextEncoding;
import org.lumosql.vdbe.Host;

/** A connection without databases, for programs that need none. The machine asks it every few thousand instructions whether to go on. */
final class IdleHost {
  private IdleHost() {}

  static Host create() {
    InvocationHandler answers =
        (proxy, method, arguments) -> {
          Class<?> type = method.getReturnType();
          if (type == TextEncoding.class) {
            return TextEncoding.UTF8;
          }
          if (type == boolean.class) {
            return method.getName().equals("isAutocommit");
          }
          return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
        };
    return (Host) Proxy.newProxyInstance(IdleHost.class.getClassLoader(), new Class<?>[] {Host.class}, answers);
  }
}
