// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lumosql.harness.Driver;

/** What can be measured. Versions are those of the Maven artefact; the lists are of those that are known to resolve, oldest first. */
public enum Engine {
  SQLITE("sqlite", Family.LIBRARY, Driver.all().get("sqlite").artefact(), "3.46.1.3", "3.49.1.0", "3.50.3.0", "3.51.3.0", "3.53.4.0", "3.54.1.0"),
  NATIVE("native", Family.OURS, null),
  LMDB("lmdb", Family.KEY_VALUE, "org.lmdbjava:lmdbjava", "0.9.3"),
  BDB("bdb", Family.KEY_VALUE, "com.sleepycat:je", "18.3.12"),
  ROCKSDB("rocksdb", Family.KEY_VALUE, "org.rocksdb:rocksdbjni", "9.8.4", "11.8.1"),
  H2("h2", Family.OTHER, Driver.all().get("h2").artefact(), "2.3.232", "2.4.240"),
  HSQLDB("hsqldb", Family.OTHER, Driver.all().get("hsqldb").artefact(), "2.7.4"),
  DERBY("derby", Family.OTHER, Driver.all().get("derby").artefact(), "10.16.1.1");

  /** Kinds of engines, which differ in the options they have. */
  enum Family {
    /** C SQLite. */
    LIBRARY,
    /** Ours, over its native backend. */
    OURS,
    /** Ours, over a key-value engine. */
    KEY_VALUE,
    /** Other databases with SQL of their own. */
    OTHER;

    boolean isOurs() {
      return this == OURS || this == KEY_VALUE;
    }

    boolean isSqlite() {
      return this != OTHER;
    }
  }

  private final String label;
  private final Family family;
  private final String artefact;
  private final List<String> versions;

  Engine(String label, Family family, String artefact, String... versions) {
    this.label = label;
    this.family = family;
    this.artefact = artefact;
    this.versions = List.of(versions);
  }

  /** As in names of targets. */
  public String label() {
    return label;
  }

  Family family() {
    return family;
  }

  /** Whether its SQL is ours. */
  public boolean isOurs() {
    return family.isOurs();
  }

  /** Whether its SQL is that of SQLite. */
  public boolean isSqlite() {
    return family.isSqlite();
  }

  boolean isKeyValue() {
    return family == Family.KEY_VALUE;
  }

  /** Whether a commit is on the disk some time later, unless it is asked for more. */
  boolean delaysCommits() {
    return this == H2 || this == HSQLDB;
  }

  /** Whether its databases are SQLite's files. */
  boolean hasPages() {
    return isSqlite() && !isKeyValue();
  }

  /** Whether its version is chosen by number; ours is the one that is there, or that of a commit. */
  public boolean hasVersions() {
    return artefact != null;
  }

  /** {@code group:artefact} of what Maven finds. */
  public String artefact() {
    return artefact;
  }

  /** Known versions, as they are written in names of targets, oldest first. */
  public List<String> versions() {
    return versions.stream().map(this::shortVersion).toList();
  }

  /** The version that is meant if none is named. */
  public String defaultVersion() {
    return versions().get(versions.size() - 1);
  }

  /** The artefact's version of a version in a target's name. SQLite's driver adds a number of its own: the last known one is taken. */
  public String artefactVersion(String version) {
    if (this != SQLITE || version.chars().filter(c -> c == '.').count() > 2) {
      return version;
    }
    String known = "";
    for (String candidate : versions) {
      known = candidate.startsWith(version + ".") ? candidate : known;
    }
    return known.isEmpty() ? version + ".0" : known;
  }

  /** The shortest text that means the artefact's version. */
  String shortVersion(String version) {
    int dot = version.lastIndexOf('.');
    boolean isLong = this == SQLITE && version.chars().filter(c -> c == '.').count() > 2;
    return isLong && artefactVersion(version.substring(0, dot)).equals(version) ? version.substring(0, dot) : version;
  }

  static Optional<Engine> named(String name) {
    return Arrays.stream(values()).filter(engine -> engine.label.equals(name.toLowerCase(Locale.ROOT))).findFirst();
  }
}
