// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The targets that settings and names ask for. */
public final class TargetList {
  private TargetList() {}

  /**
   * Names given directly are taken as they are; otherwise {@code TARGETS}; otherwise every engine with {@code USE_…=yes} (all ours and SQLite by default) in each of
   * its {@code …_VERSIONS}. Each option that is a setting ({@code DATASIZE='1 2'}) multiplies those that have it.
   */
  public static List<TargetName> of(Settings settings, List<String> names) {
    List<TargetName> targets = new ArrayList<>();
    if (!names.isEmpty()) {
      names.forEach(name -> targets.add(TargetName.parse(name)));
    } else if (settings.has("TARGETS")) {
      words(settings.text("TARGETS", "")).forEach(name -> targets.add(TargetName.parse(name)));
    } else {
      for (Engine engine : Engine.values()) {
        addVersions(targets, settings, engine);
      }
    }
    Set<TargetName> all = new LinkedHashSet<>(targets);
    for (Option option : Option.values()) {
      all = multiply(all, settings, option);
    }
    return List.copyOf(all);
  }

  private static void addVersions(List<TargetName> targets, Settings settings, Engine engine) {
    String name = engine.label().toUpperCase(Locale.ROOT);
    boolean isDefault = engine.family() != Engine.Family.OTHER;
    String list = settings.text(name + "_VERSIONS", "");
    if (!settings.flag("USE_" + name, isDefault || !list.isEmpty())) {
      return;
    }
    if (!engine.hasVersions()) {
      targets.add(TargetName.parse(engine.label()));
      return;
    }
    for (String version : VersionList.expand(engine, list.isEmpty() ? "latest" : list)) {
      targets.add(TargetName.parse(engine.label() + "-" + version));
    }
  }

  private static Set<TargetName> multiply(Set<TargetName> targets, Settings settings, Option option) {
    String name = option.label().toUpperCase(Locale.ROOT);
    String values = settings.text("OPTION_" + name, settings.text(name, ""));
    if (values.isBlank()) {
      return targets;
    }
    Set<TargetName> multiplied = new LinkedHashSet<>();
    for (TargetName target : targets) {
      for (String value : values.strip().split("\\s+")) {
        multiplied.add(target.with(option, value).orElse(target));
      }
    }
    return multiplied;
  }

  /** Words between spaces; a backslash takes a space or plus sign as it is. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }
}
