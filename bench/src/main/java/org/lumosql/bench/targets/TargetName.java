// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumosql.bench.suite.DataSize;

/**
 * A target, taken apart. {@link #toString()} is its one name: options in alphabetical order, defaults left out, so that two names differ exactly if the targets do.
 *
 * <pre>
 * 3.54.1                       C SQLite of that version
 * 3.54.1++datasize-2           with an option; the empty part is LumoSQL's place for a backend
 * native+encrypt-aes256gcm     this project over its native backend
 * lmdb-0.9.3+layout-pages      this project over a release of an engine
 * h2-2.4.240                   another database
 * </pre>
 *
 * The same is understood with an empty part before ({@code +bdb-18.3.12}, as LumoSQL names what brings its own SQL), without versions, and with an option's name
 * alone where {@code on} is a value.
 *
 * @param version of the engine; empty if it has none
 * @param options without those at their default
 */
public record TargetName(Engine engine, String version, Map<Option, String> options) {
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\w+)+(-\\w+)?");
  private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9_]*)(?:-(.+))?");

  public TargetName {
    options = Map.copyOf(options);
  }

  /** @throws IllegalArgumentException if the text is no target; the message says why */
  public static TargetName parse(String text) {
    String[] parts = text.split("\\+", -1);
    int next = parts[0].isEmpty() ? 1 : 0;
    if (next == parts.length) {
      throw new IllegalArgumentException("no engine in target \"" + text + "\"");
    }
    Engine engine;
    String version;
    if (VERSION.matcher(parts[next]).matches()) {
      engine = Engine.SQLITE;
      version = parts[next];
    } else {
      Matcher named = NAMED.matcher(parts[next]);
      Optional<Engine> known = named.matches() ? Engine.named(named.group(1)) : Optional.empty();
      if (known.isEmpty()) {
        throw new IllegalArgumentException("no engine \"" + parts[next] + "\" in target \"" + text + "\"; `what` lists them");
      }
      engine = known.get();
      version = named.group(2) == null ? "" : named.group(2);
      if (!version.isEmpty() && !engine.hasVersions()) {
        throw new IllegalArgumentException(engine.label() + " has no versions; +commit-ID is another state of this project");
      }
    }
    if (engine.hasVersions()) {
      version = engine.shortVersion(version.isEmpty() ? engine.defaultVersion() : version);
    }
    return new TargetName(engine, version, options(engine, text, parts, next + 1));
  }

  private static Map<Option, String> options(Engine engine, String text, String[] parts, int from) {
    Map<Option, String> options = new EnumMap<>(Option.class);
    for (int i = from; i < parts.length; i++) {
      if (parts[i].isEmpty() && i == from) {
        continue;
      }
      int dash = parts[i].indexOf('-');
      String name = dash < 0 ? parts[i] : parts[i].substring(0, dash);
      Option option = Option.named(name).orElseThrow(() -> new IllegalArgumentException("no option \"" + name + "\" in target \"" + text + "\"; `what` lists them"));
      String value = option.canonical(dash < 0 ? "on" : parts[i].substring(dash + 1));
      if (!option.appliesTo(engine)) {
        throw new IllegalArgumentException(engine.label() + " has no option " + option.label());
      }
      if (options.put(option, value) != null) {
        throw new IllegalArgumentException("option " + option.label() + " twice in target \"" + text + "\"");
      }
    }
    options.entrySet().removeIf(entry -> entry.getValue().equals(entry.getKey().defaultValue()));
    return options;
  }

  /** The value of an option, its default if it is not in the name. */
  public String option(Option option) {
    return options.getOrDefault(option, option.defaultValue());
  }

  public DataSize dataSize() {
    return DataSize.parse(option(Option.DATASIZE));
  }

  /** The same with another value of an option; empty if the engine has no such option. */
  public Optional<TargetName> with(Option option, String value) {
    if (!option.appliesTo(engine)) {
      return Optional.empty();
    }
    Map<Option, String> changed = new EnumMap<>(Option.class);
    changed.putAll(options);
    String canonical = option.canonical(value);
    if (canonical.equals(option.defaultValue())) {
      changed.remove(option);
    } else {
      changed.put(option, canonical);
    }
    return Optional.of(new TargetName(engine, version, changed));
  }

  /** The same without an option. */
  public TargetName without(Option option) {
    return with(option, option.defaultValue()).orElse(this);
  }

  /** {@code native}, {@code lmdb-0.9.3}, {@code sqlite-3.54.1}: engine and version, without options. */
  public String backend() {
    return version.isEmpty() ? engine.label() : engine.label() + "-" + version;
  }

  /** For people. */
  public String title() {
    StringBuilder title = new StringBuilder(
        switch (engine) {
          case NATIVE -> "LumoSQL for the JVM";
          case LMDB, BDB, ROCKSDB -> "LumoSQL for the JVM with " + engine.label() + " " + version;
          case SQLITE, H2, HSQLDB, DERBY -> engine.label() + " " + version;
        });
    for (Option option : Option.values()) {
      if (options.containsKey(option)) {
        title.append(", ").append(option.label()).append(' ').append(options.get(option));
      }
    }
    return title.toString();
  }

  @Override
  public String toString() {
    StringBuilder name = new StringBuilder(engine == Engine.SQLITE ? version : backend());
    if (engine == Engine.SQLITE && !options.isEmpty()) {
      name.append('+');
    }
    for (Option option : Option.values()) {
      if (options.containsKey(option)) {
        name.append('+').append(option.label()).append('-').append(options.get(option));
      }
    }
    return name.toString();
  }
}
