// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KnownStore;
import org.lumosql.btree.OpenOptions;
import org.lumosql.error.ResultCode;

/** Backends by name: those on the class path, or these with one replaced. Immutable. */
final class Backends {
  /** The backend of new databases where nothing else is said. */
  static final String DEFAULT = "file";

  private final TreeMap<String, Backend> byName;

  private Backends(TreeMap<String, Backend> byName) {
    this.byName = byName;
  }

  private static Backends load() {
    TreeMap<String, Backend> byName = new TreeMap<>();
    for (Backend backend : ServiceLoader.load(Backend.class, Backend.class.getClassLoader())) {
      byName.put(backend.name(), backend);
    }
    return new Backends(byName);
  }

  /** Loaded when the first connection opens. */
  static Backends installed() {
    return Holder.INSTALLED;
  }

  private static final class Holder {
    static final Backends INSTALLED = load();
  }

  /** These, with one put in the place of that of its name. */
  Backends with(Backend backend) {
    TreeMap<String, Backend> changed = new TreeMap<>(byName);
    changed.put(backend.name(), backend);
    return new Backends(changed);
  }

  List<Backend> all() {
    return new ArrayList<>(byName.values());
  }

  /** The backend of a name or another name. @throws EngineException that lists the names available and the jar to add */
  Backend named(String name) {
    Backend backend = byName.get(name);
    if (backend != null) {
      return backend;
    }
    for (Backend other : byName.values()) {
      if (other.otherNames().contains(name)) {
        return other;
      }
    }
    throw new EngineException(
        ResultCode.ERROR,
        "no such backend: " + name + " (available: " + String.join(", ", byName.keySet())
            + "); add the jar lumosql-backend-" + (name.equals(DEFAULT) ? "native" : name) + " to the class path");
  }

  /** Opens a database with the backend that its parameters name, or that recognises the path, or the default one. */
  Btree open(OpenOptions options) {
    return open(options, DatabaseKey.of(options.parameters()));
  }

  /** The same, with a key or null. */
  Btree open(OpenOptions options, byte[] key) {
    OpenOptions clean = DatabaseKey.without(options);
    return DatabaseKey.give(choose(clean).open(clean), clean, key);
  }

  private Backend choose(OpenOptions options) {
    String name = options.parameters().get("backend");
    if (name != null) {
      return named(name);
    }
    if (options.kind() == OpenOptions.Kind.FILE && byName.size() > 1) {
      Path path = Path.of(options.path());
      if (Files.exists(path)) {
        for (Backend backend : byName.values()) {
          if (backend.recognises(path)) {
            return backend;
          }
        }
        Optional<KnownStore> known = KnownStore.of(path);
        if (known.isPresent()) {
          return named(known.get().backend()); // which says what is missing
        }
      }
    }
    return named(DEFAULT);
  }
}
