// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Locale;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * The settings of an engine among the parameters of a URI: those whose names begin with the engine's and an underscore,
 * such as {@code lmdb_map_size=64M}. The first connection of the JVM to a store decides.
 */
public final class EngineSettings {
  private static final String UNITS = "KMGT";

  private final String engine;
  private final Map<String, String> parameters;

  public EngineSettings(String engine, Map<String, String> parameters) {
    this.engine = engine;
    this.parameters = parameters;
  }

  private String text(String name) {
    return parameters.get(engine + "_" + name);
  }

  private StoreException malformed(String name, String expected) {
    return StoreException.withMessage(
        ResultCode.ERROR, engine + "_" + name + "=" + text(name) + ": expected " + expected);
  }

  /** A number of bytes, to which a unit may be appended: K, M, G or T. Null if it is not given. */
  public Long bytes(String name) {
    String given = text(name);
    if (given == null) {
      return null;
    }
    String digits = given.strip().toUpperCase(Locale.ROOT);
    int unit = digits.isEmpty() ? -1 : UNITS.indexOf(digits.charAt(digits.length() - 1));
    if (unit >= 0) {
      digits = digits.substring(0, digits.length() - 1);
    }
    try {
      long number = Long.parseLong(digits);
      int shift = 10 * (unit + 1);
      if (number > 0 && number <= Long.MAX_VALUE >> shift) {
        return number << shift;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw malformed(name, "a number of bytes, such as 64M");
  }

  /** A positive number. */
  public int number(String name, int otherwise) {
    String given = text(name);
    if (given == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(given.strip());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw malformed(name, "a positive number");
  }

  public boolean flag(String name, boolean otherwise) {
    String given = text(name);
    if (given == null) {
      return otherwise;
    }
    return switch (given.strip().toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> true;
      case "0", "off", "no", "false" -> false;
      default -> throw malformed(name, "on or off");
    };
  }

  /** One of several words. */
  public String word(String name, String otherwise, java.util.Set<String> allowed) {
    String given = text(name);
    if (given == null) {
      return otherwise;
    }
    String word = given.strip().toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      throw malformed(name, "one of " + String.join(", ", new java.util.TreeSet<>(allowed)));
    }
    return word;
  }
}
