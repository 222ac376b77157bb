// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.lumosql.btree.Backend;

/**
 * A way of storing a database: backend, layout and cipher.
 *
 * @param name what reports call it, such as {@code lmdb-pages-xchacha20}
 * @param parameters the value of {@code backend=} in a URI, and what follows it; null for databases in memory
 */
public record Store(String name, String parameters) {
  /** Key derivation is made cheap: it is tested elsewhere, and the suites open databases by the thousand. */
  private static final String KEY = "&kdf_memory=64&kdf_passes=1&key=compat";

  private static final String MEMORY = "memory";
  private static final String FILE = "file";

  /** All that the suites know by name. */
  private static final List<Store> KNOWN =
      List.of(
          new Store(MEMORY, null),
          new Store(FILE, FILE),
          sealed(FILE, "", "aes256gcm"),
          sealed(FILE, "", "xchacha20"),
          new Store("lmdb", "lmdb"),
          sealed("lmdb", "trees", "aes256gcm"),
          new Store("lmdb-pages", "lmdb&layout=pages"),
          sealed("lmdb", "pages", "xchacha20"),
          new Store("bdb", "bdb"),
          sealed("bdb", "trees", "xchacha20"),
          new Store("bdb-pages", "bdb&layout=pages"),
          sealed("bdb", "pages", "aes256gcm"),
          new Store("rocksdb", "rocksdb"),
          sealed("rocksdb", "trees", "xchacha20"),
          new Store("rocksdb-pages", "rocksdb&layout=pages"),
          sealed("rocksdb", "pages", "aes256gcm"));

  private static Store sealed(String backend, String layout, String cipher) {
    boolean isFile = layout.isEmpty();
    return new Store(
        backend + (isFile ? "-" : "-" + layout + "-") + cipher, backend + (isFile ? "" : "&layout=" + layout) + "&cipher=" + cipher + KEY);
  }

  /** Those whose backend is on the class path. */
  public static List<Store> all() {
    List<String> installed = installed();
    return KNOWN.stream().filter(store -> installed.contains(store.backend())).toList();
  }

  /** Those that outlive a process. */
  public static List<Store> persistent() {
    return all().stream().filter(store -> !store.isInMemory()).toList();
  }

  private static List<String> installed() {
    return ServiceLoader.load(Backend.class).stream().map(provider -> provider.get().name()).toList();
  }

  /** The name of the backend that has this other name; the name itself if none has. */
  private static String ownName(String name) {
    for (Backend backend : ServiceLoader.load(Backend.class)) {
      if (backend.otherNames().contains(name)) {
        return backend.name();
      }
    }
    return name;
  }

  /**
   * Stores by name: those of {@link #all}, or a backend with URI parameters, such as {@code lmdb?layout=pages&cipher=aes256gcm}, which gets a key if it
   * names a cipher only; {@code all} is each of them.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists those that there are
   */
  public static List<Store> named(List<String> names) {
    List<Store> stores = new ArrayList<>();
    for (String name : names) {
      if (name.equals("all")) {
        stores.addAll(all());
      } else {
        stores.add(named(name));
      }
    }
    return stores;
  }

  /** One of them, also by another name of its backend, such as {@code native}. */
  public static Store named(String name) {
    String own = ownName(name);
    for (Store known : all()) {
      if (known.name.equals(own)) {
        return known;
      }
    }
    int question = name.indexOf('?');
    String backend = question < 0 ? name : name.substring(0, question);
    if (question < 0 || !installed().contains(backend)) {
      throw new IllegalArgumentException(
          "no such store: " + name + "; there are " + all().stream().map(Store::name).collect(Collectors.joining(", ")) + " and BACKEND?PARAMETERS");
    }
    String given = name.substring(question + 1);
    boolean needsKey = given.contains("cipher=") && !given.contains("key=");
    return new Store(name, backend + "&" + given + (needsKey ? KEY : ""));
  }

  /** Its short name, as the engine knows it. */
  public String backend() {
    return isInMemory() ? MEMORY : parameters.split("&")[0];
  }

  /** Whether it ends with its process. */
  public boolean isInMemory() {
    return parameters == null;
  }

  /** What to open for a database at that place, the first time and again. Requires: not in memory. */
  public String uri(Path path) {
    return "file:" + path + "?backend=" + parameters;
  }

  /** Whether C SQLite can open it. */
  public boolean isPlainFile() {
    return backend().equals(FILE) && !isSealed();
  }

  /** Whether it is encrypted. */
  public boolean isSealed() {
    return !isInMemory() && parameters.contains("cipher=");
  }

  /** Whether it is a file with journal modes. */
  public boolean isFile() {
    return backend().equals(FILE);
  }

  /** Whether several processes may have it open at a time. */
  public boolean isShared() {
    return isFile() || backend().equals("lmdb");
  }

  @Override
  public String toString() {
    return name;
  }
}
