// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiled statements that nobody uses at the moment, by their text; the one that was idle longest goes first. */
final class CompiledCache {
  private final Session session;
  private final LinkedHashMap<String, CompiledStatement> idle = new LinkedHashMap<>(64, 0.75f, true);
  private int capacity = 100;

  CompiledCache(Session session) {
    this.session = session;
  }

  /** Removes and returns the statement of a text, or null; the caller owns it then. */
  CompiledStatement take(String sql) {
    CompiledStatement found = idle.remove(sql);
    return found == null || found.isExpired(session) ? null : found;
  }

  void give(CompiledStatement compiled) {
    if (compiled.isExpired(session)) {
      return;
    }
    idle.put(compiled.sql(), compiled);
    trim();
  }

  void setCapacity(int statements) {
    capacity = statements;
    trim();
  }

  private void trim() {
    Iterator<Map.Entry<String, CompiledStatement>> oldest = idle.entrySet().iterator();
    while (idle.size() > capacity) {
      oldest.next();
      oldest.remove();
    }
  }

  int size() {
    return idle.size();
  }

  void clear() {
    idle.clear();
  }
}
