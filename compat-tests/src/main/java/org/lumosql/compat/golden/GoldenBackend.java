// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.lumosql.btree.Backend;
import org.lumosql.compat.keyvalue.SortedMapBackend;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;

/**
 * A place where our engine runs golden files.
 *
 * @param name unique
 * @param kind what the {@code backends} directive calls it
 * @param opener makes an empty database, in the folder if it needs one
 */
public record GoldenBackend(String name, String kind, Opener opener) {
  /** Opens a connection to a new database. */
  public interface Opener {
    Connection open(Path folder);
  }

  /** All of them. A backend joins with a line here. */
  public static final List<GoldenBackend> ALL =
      withEngines(
          List.of("lmdb"),
          new GoldenBackend("memory", "memory", folder -> Connection.open(":memory:")),
          file("delete"),
          file("truncate"),
          file("persist"),
          file("memory"),
          file("off"),
          file("wal"),
          new GoldenBackend("trees", "trees", folder -> named("memory", folder)),
          new GoldenBackend(
              "keyvalue",
              "keyvalue",
              folder ->
                  Connection.open(
                      "file:" + folder.resolve("golden.kv") + "?backend=sortedmap",
                      ConnectionOptions.defaults(),
                      new SortedMapBackend())));

  /** Backends that take long to open, or that differ from those above in a layer only. The default tests run only some files on them. */
  public static final List<GoldenBackend> SLOW =
      withEngines(
          List.of("bdb", "rocksdb"),
          stacked("lmdb", "trees", "aes256gcm"),
          stacked("lmdb", "pages", null),
          stacked("lmdb", "pages", "xchacha20"),
          stacked("bdb", "pages", "aes256gcm"),
          stacked("rocksdb", "pages", "aes256gcm"),
          new GoldenBackend(
              "file-encrypted",
              "encrypted",
              folder -> encrypted("file:" + folder.resolve("golden.db") + "?cipher=aes256gcm")));

  /** @throws IllegalArgumentException if there is none of that name, or not on the class path */
  public static GoldenBackend named(String name) {
    return Stream.concat(ALL.stream(), SLOW.stream())
        .filter(backend -> backend.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no backend " + name));
  }

  /** Another, by what stands after {@code backend=} in a URI. */
  public static GoldenBackend storedWith(String name, String parameters) {
    boolean isFile = parameters.split("&")[0].equals("file");
    String kind = parameters.contains("layout=pages") ? "pages" : !isFile ? "keyvalue" : parameters.contains("cipher=") ? "encrypted" : "file";
    return new GoldenBackend(name, kind, folder -> Connection.open("file:" + folder.resolve("golden.db") + "?backend=" + parameters));
  }

  /** Some backends and those of the engines that are on the class path. */
  private static List<GoldenBackend> withEngines(List<String> engines, GoldenBackend... others) {
    List<GoldenBackend> backends = new ArrayList<>(List.of(others));
    for (Backend installed : ServiceLoader.load(Backend.class)) {
      String name = installed.name();
      if (engines.contains(name)) {
        backends.add(new GoldenBackend(name, "keyvalue", folder -> named(name, folder)));
      }
    }
    return List.copyOf(backends);
  }

  private static GoldenBackend file(String journalMode) {
    return new GoldenBackend(
        "file-" + journalMode,
        journalMode.equals("delete") ? "file" : "journal",
        folder -> {
          Connection connection = Connection.open(folder.resolve("golden.db").toString());
          connection.execute("PRAGMA journal_mode = " + journalMode);
          return connection;
        });
  }

  private static Connection named(String backend, Path folder) {
    String name = folder.resolve("golden." + backend).toString();
    return Connection.open(name, new ConnectionOptions(ConnectionOptions.defaults().access(), Map.of("backend", backend), 0));
  }

  /** An engine with another layout, or encrypted. */
  private static GoldenBackend stacked(String backend, String layout, String cipher) {
    String parameters = "?backend=" + backend + "&layout=" + layout;
    return new GoldenBackend(
        backend + "-" + layout + (cipher == null ? "" : "-" + cipher),
        layout.equals("pages") ? "pages" : "keyvalue",
        folder -> {
          String uri = "file:" + folder.resolve("golden." + backend) + parameters;
          return cipher == null ? Connection.open(uri) : encrypted(uri + "&cipher=" + cipher);
        });
  }

  private static Connection encrypted(String uri) {
    return Connection.open(uri + "&kdf_memory=64&kdf_passes=1&key=golden");
  }

  @Override
  public String toString() {
    return name;
  }
}
