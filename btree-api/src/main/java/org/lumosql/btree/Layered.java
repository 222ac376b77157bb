// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.List;

/** Capability of stores that are made of layers: what {@code PRAGMA lumo_handlers} shows. */
public interface Layered {
  /** Short names, from the layer that SQL talks to down to the engine. */
  List<String> layers();
}
