// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.targets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of versions in words: a version; {@code all}; {@code latest}; {@code VERSION+} and later; {@code VERSION-} and earlier; {@code -VERSION} and
 * {@code -latest} take one away again. {@code +} and {@code -} go by what is known.
 */
final class VersionList {
  private VersionList() {}

  static List<String> expand(Engine engine, String words) {
    List<String> known = engine.versions();
    Set<String> chosen = new LinkedHashSet<>();
    for (String word : words.strip().split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      if (word.equals("all")) {
        chosen.addAll(known);
      } else if (word.equals("latest")) {
        chosen.add(engine.defaultVersion());
      } else if (word.startsWith("-")) {
        String taken = word.substring(1);
        chosen.remove(taken.equals("latest") ? engine.defaultVersion() : engine.shortVersion(taken));
      } else if (word.endsWith("+") || word.endsWith("-")) {
        String bound = word.substring(0, word.length() - 1);
        boolean isLater = word.endsWith("+");
        known.stream().filter(version -> version.equals(bound) || isLater == compare(version, bound) > 0).forEach(chosen::add);
      } else {
        chosen.add(engine.shortVersion(word));
      }
    }
    return new ArrayList<>(chosen);
  }

  /** Numbers are compared as such: 0.9.10 comes after 0.9.9. */
  static int compare(String left, String right) {
    String[] a = left.split("[.-]");
    String[] b = right.split("[.-]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      String x = i < a.length ? a[i] : "0";
      String y = i < b.length ? b[i] : "0";
      boolean areNumbers = x.matches("\\d{1,9}") && y.matches("\\d{1,9}");
      int order = areNumbers ? Integer.compare(Integer.parseInt(x), Integer.parseInt(y)) : x.compareTo(y);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
