// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lumosql.compat.slt.SltParser;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.Driver;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.MavenArtifacts;

/**
 * Targets by name:
 *
 * <ul>
 *   <li>a {@linkplain Store store} by its name, such as {@code memory}, {@code lmdb-pages}, or a backend with URI parameters, as in
 *       {@code lmdb?layout=pages}: ours; {@code all}: each store
 *   <li>{@code sqlite}, {@code h2}, {@code hsqldb}, {@code derby}: by their drivers, {@code NAME@VERSION} a certain release, {@code NAME-file} on files
 *   <li>{@code jdbc:…} or {@code NAME=jdbc:…}: any URL whose driver is on the class path or among those above; {@code {file}} in it is a new file of each
 *       script, {@code {name}} a new name
 * </ul>
 */
public final class Targets {
  /** Levels of durability do not matter here: no machine crashes, and the files go afterwards. */
  private static final List<String> UNSYNCED = List.of("PRAGMA synchronous=OFF");

  private static final String JDBC = "jdbc:";
  private static final String ON_FILE = "-file";

  private Targets() {}

  /** @throws IOException if there is no such target, or Maven does not find its release */
  public static List<Target> named(List<String> names) throws IOException, InterruptedException {
    List<Target> targets = new ArrayList<>();
    for (String name : names) {
      if (name.equals("all")) {
        Store.all().forEach(store -> targets.add(ours(store)));
      } else {
        targets.add(named(name));
      }
    }
    return targets;
  }

  private static Target named(String name) throws IOException, InterruptedException {
    if (name.startsWith(JDBC)) {
      return byUrl(name, name);
    }
    int equals = name.indexOf("=" + JDBC);
    if (equals > 0) {
      return byUrl(name.substring(0, equals), name.substring(equals + 1));
    }
    int at = name.indexOf('@');
    String kind = at < 0 ? name : name.substring(0, at);
    boolean isOnFile = kind.endsWith(ON_FILE);
    Driver driver = Driver.all().get(isOnFile ? kind.substring(0, kind.length() - ON_FILE.length()) : kind);
    if (driver != null) {
      List<String> jars = MavenArtifacts.classPath(driver.artefact() + ":" + (at < 0 ? driver.release() : name.substring(at + 1)));
      String url = isOnFile ? driver.file() : driver.memory();
      String database = url.split(":")[1];
      return new Target(name, url, jars, database, database.equals(SltParser.SQLITE) && isOnFile ? UNSYNCED : List.of(), JavaCommand.current());
    }
    try {
      return ours(Store.named(name));
    } catch (IllegalArgumentException e) {
      throw new IOException("no such target: " + name + "; there are all, "
          + Store.all().stream().map(Store::name).collect(Collectors.joining(", ")) + ", BACKEND?PARAMETERS, "
          + String.join(", ", Driver.all().keySet()) + ", jdbc:URL and NAME=jdbc:URL", e);
    }
  }

  private static Target byUrl(String name, String url) throws IOException, InterruptedException {
    String product = url.split(":")[1];
    Driver driver = Driver.all().get(product);
    List<String> jars = driver == null || hasDriver(url) ? List.of() : MavenArtifacts.classPath(driver.artefact() + ":" + driver.release());
    return new Target(name, url, jars, product.equals("lumosql") ? SltParser.SQLITE : product, List.of(), JavaCommand.current());
  }

  private static boolean hasDriver(String url) {
    try {
      return DriverManager.getDriver(url) != null;
    } catch (SQLException e) {
      return false;
    }
  }

  private static Target ours(Store store) {
    String database = store.isInMemory() ? ":memory:" : store.uri(Path.of("{file}"));
    return new Target(store.name(), database, List.of(), SltParser.SQLITE, store.isInMemory() ? List.of() : UNSYNCED, JavaCommand.current());
  }
}
