// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.ServiceLoader;
import org.lumosql.btree.Backend;

/** Backends by their names. */
final class Backends {
  private Backends() {}

  static Backend named(String name) {
    for (Backend backend : ServiceLoader.load(Backend.class)) {
      if (backend.name().equals(name)) {
        return backend;
      }
    }
    throw new IllegalArgumentException("no such backend: " + name);
  }
}
