// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lumosql.bench.suite.DataSize;

/** Options of targets, in the order of their names: one constant each. */
public enum Option {
  CACHE_SIZE("cache_size", "default", "default|\\d+|\\d+k", Map.of(), Engine::isSqlite, "pages in the cache, or with k kibibytes"),
  COMMIT("commit", "here", "[0-9A-Za-z_.]+", Map.of(), Engine::isOurs, "the commit of this project, built apart, instead of what is here"),
  DATASIZE("datasize", "1", DataSize.SYNTAX.pattern(), Map.of(), engine -> true, "N or READS,WRITES: how much the tests read and write"),
  DURABLE(
      "durable",
      "off",
      "on|off",
      Map.of("true", "on", "false", "off", "yes", "on", "no", "off"),
      Engine::delaysCommits,
      "each commit is on the disk before the next statement, as in SQLite, and not some time later"),
  ENCRYPT(
      "encrypt",
      "off",
      "off|aes256gcm|xchacha20",
      Map.of("on", "aes256gcm", "yes", "aes256gcm", "no", "off"),
      Engine::isOurs,
      "the database is encrypted by this cipher"),
  HEAP("heap", "1g", "\\d+[mg]", Map.of(), engine -> true, "the Java heap (-Xms and -Xmx)"),
  JAVA("java", "default", "[0-9A-Za-z_.]+", Map.of(), engine -> true, "the Java that --java gave this name; default: the one that runs the tool"),
  LAYOUT("layout", "trees", "trees|pages", Map.of(), Engine::isKeyValue, "how B-trees lie in a key-value engine"),
  PAGE_SIZE("page_size", "default", "default|512|1024|2048|4096|8192|16384|32768|65536", Map.of(), Engine::hasPages, "bytes of a page"),
  PREPARED(
      "prepared",
      "off",
      "on|off",
      Map.of("true", "on", "false", "off"),
      engine -> true,
      "statements with parameters, prepared once, instead of ever new texts"),
  SQLITE3_JOURNAL(
      "sqlite3_journal", "default", "default|delete|persist|off|truncate|memory|wal", Map.of(), Engine::hasPages, "PRAGMA journal_mode"),
  SYNC("sync", "default", "default|off|normal|full|extra", Map.of(), Engine::isSqlite, "PRAGMA synchronous");

  private final String label;
  private final String defaultValue;
  private final Pattern syntax;
  private final Map<String, String> synonyms;
  private final Predicate<Engine> applies;
  private final String description;

  Option(String label, String defaultValue, String syntax, Map<String, String> synonyms, Predicate<Engine> applies, String description) {
    this.label = label;
    this.defaultValue = defaultValue;
    this.syntax = Pattern.compile(syntax);
    this.synonyms = synonyms;
    this.applies = applies;
    this.description = description;
  }

  /** As in names of targets. */
  public String label() {
    return label;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String description() {
    return description;
  }

  /** A regular expression of the values. */
  public String syntax() {
    return syntax.pattern();
  }

  /** The engines that have this option. */
  public List<String> engines() {
    return Arrays.stream(Engine.values()).filter(applies).map(Engine::label).toList();
  }

  boolean appliesTo(Engine engine) {
    return applies.test(engine);
  }

  /** The one way to write a value. @throws IllegalArgumentException if there is no such value */
  String canonical(String value) {
    String meant = synonyms.getOrDefault(value, value);
    if (!syntax.matcher(meant).matches()) {
      throw new IllegalArgumentException("option " + label + " has no value " + value + "; it is " + syntax.pattern());
    }
    return this == DATASIZE ? DataSize.parse(meant).toString() : meant;
  }

  static Optional<Option> named(String name) {
    return Arrays.stream(values()).filter(option -> option.label.equals(name)).findFirst();
  }
}
