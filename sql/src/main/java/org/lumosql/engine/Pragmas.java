// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Collection;
import java.util.TreeMap;
import org.lumosql.record.Ascii;

/** All pragmas by name: one list per family. */
final class Pragmas {
  private static final TreeMap<String, Pragma> BY_NAME = new TreeMap<>();

  static {
    PagerPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    HeaderPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    FlagPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    SchemaPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    CheckPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    KeyPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
    ConnectionPragmas.LIST.forEach(pragma -> BY_NAME.put(pragma.name(), pragma));
  }

  private Pragmas() {}

  /** The pragma of a name without regard to case, or null. */
  static Pragma find(String name) {
    return BY_NAME.get(Ascii.lower(name));
  }

  /** In alphabetic order, as {@code PRAGMA pragma_list} gives them. */
  static Collection<Pragma> all() {
    return BY_NAME.values();
  }
}
