// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.lumosql.btree.OpenOptions.Access;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.Limits;

/**
 * What a URL and its properties ask for. Names and values are those of sqlite-jdbc; what is behind a question mark in the URL counts as a property
 * too, and wins.
 *
 * @param name what the engine is to open: a path, {@code :memory:} or a {@code file:} URI
 * @param resource what is to be copied into memory in its place, or null
 * @param access what may be done
 * @param properties all of them, by their names in lower case but for {@code jdbc.…} and those that are unknown
 */
record ConnectionSettings(
    String name,
    String resource,
    Access access,
    int busyTimeout,
    TransactionMode transactionMode,
    DateSettings dates,
    boolean explicitReadOnly,
    boolean generatedKeys,
    Map<String, String> properties) {
  private static final int DEFAULT_BUSY_TIMEOUT = 3_000;
  private static final String RESOURCE = ":resource:";
  private static final Set<String> SECRETS = Set.of("password", "key", "textkey", "hexkey");
  private static final int OPEN_READ_ONLY = 1;
  private static final int OPEN_READ_WRITE = 2;
  private static final int OPEN_CREATE = 4;

  /** @param name what stands behind the URL's prefix */
  static ConnectionSettings of(String name, Properties given) throws SQLException {
    Map<String, String> properties = new LinkedHashMap<>();
    if (given != null) {
      for (String key : given.stringPropertyNames()) {
        properties.put(key, given.getProperty(key));
      }
    }
    String target = name;
    if (!name.startsWith("file:")) {
      int question = name.indexOf('?');
      if (question >= 0) {
        addParameters(name.substring(question + 1), properties);
        target = name.substring(0, question);
      }
    }
    String resource = target.startsWith(RESOURCE) ? target.substring(RESOURCE.length()) : null;
    return new ConnectionSettings(
        resource != null ? ":memory:" : target,
        resource,
        access(properties),
        number(properties, "busy_timeout", DEFAULT_BUSY_TIMEOUT),
        TransactionMode.of(properties.getOrDefault("transaction_mode", "DEFERRED")),
        DateSettings.of(properties),
        isTrue(properties.get("jdbc.explicit_readonly")),
        !"false".equalsIgnoreCase(properties.get("jdbc.get_generated_keys")),
        properties);
  }

  private static void addParameters(String query, Map<String, String> properties) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        properties.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  /** Percent-decodes what is well-formed. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  private static Access access(Map<String, String> properties) throws SQLException {
    int mode = number(properties, "open_mode", OPEN_READ_WRITE | OPEN_CREATE);
    if ((mode & OPEN_READ_ONLY) != 0) {
      return Access.READ_ONLY;
    }
    return (mode & OPEN_CREATE) != 0 ? Access.CREATE : Access.READ_WRITE;
  }

  static int number(Map<String, String> properties, String name, int otherwise) throws SQLException {
    String value = properties.get(name);
    try {
      return value == null || value.isEmpty() ? otherwise : Integer.decode(value.strip());
    } catch (NumberFormatException e) {
      throw new SQLException(name + " is not a number: " + value, "HY024", e);
    }
  }

  static boolean isTrue(String value) {
    return value != null && (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("on") || value.equals("1") || value.equalsIgnoreCase("yes"));
  }

  /** Properties go to the storage too; a password as the key that it knows, in hexadecimal if {@code hexkey_mode} says so. */
  ConnectionOptions options() {
    String password = properties.get("password");
    if (password == null || password.isEmpty()) {
      return new ConnectionOptions(access, properties, busyTimeout);
    }
    Map<String, String> parameters = new LinkedHashMap<>(properties);
    parameters.remove("password");
    String mode = properties.get("hexkey_mode");
    boolean isHexadecimal = mode != null && !mode.isEmpty() && !mode.equalsIgnoreCase("NONE");
    parameters.putIfAbsent(isHexadecimal ? "hexkey" : "key", password);
    return new ConnectionOptions(access, parameters, busyTimeout);
  }

  /** The same without passwords, which nothing keeps once the database is open. */
  ConnectionSettings withoutSecrets() {
    Map<String, String> rest = new LinkedHashMap<>(properties);
    rest.keySet().removeAll(SECRETS);
    String shown = urlWithoutSecrets(name);
    return new ConnectionSettings(shown, resource, access, busyTimeout, transactionMode, dates, explicitReadOnly, generatedKeys, rest);
  }

  /** A URL as it may be shown. */
  static String urlWithoutSecrets(String url) {
    return url.indexOf('?') < 0 ? url : url.replaceAll("(?i)([?&](?:password|(?:text|hex)?key)=)[^&#]*", "$1***");
  }

  /** Sets pragmas and limits that the properties name. */
  void applyTo(org.lumosql.engine.Connection engine) throws SQLException {
    if (isTrue(properties.get("enable_load_extension"))) {
      throw new SQLException("enable_load_extension: native extensions cannot be loaded into Java; add functions through the engine's connection", "0A000");
    }
    for (DriverProperty property : DriverProperty.ALL) {
      String value = properties.get(property.name());
      if (value == null || value.isEmpty()) {
        continue;
      }
      if (property.kind() == DriverProperty.Kind.PRAGMA) {
        engine.execute("PRAGMA " + property.pragma() + "='" + unquoted(value).replace("'", "''") + "'");
      } else if (property.kind() == DriverProperty.Kind.LIMIT) {
        setLimit(engine, property, value);
      }
    }
  }

  /** Values may stand in quotes, as sqlite-jdbc wants some. */
  private static String unquoted(String value) {
    boolean isQuoted = value.length() > 1 && value.charAt(0) == '\'' && value.endsWith("'");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private void setLimit(org.lumosql.engine.Connection engine, DriverProperty property, String value) throws SQLException {
    int limit = number(properties, property.name(), -1);
    if (property.name().equals("limit_page_count")) {
      engine.execute("PRAGMA max_page_count=" + value.replaceAll("[^0-9]", ""));
    } else {
      engine.limits().set(limitNumber(property.name()), limit);
    }
  }

  private static int limitNumber(String name) {
    return switch (name.substring("limit_".length()).toLowerCase(Locale.ROOT)) {
      case "length" -> Limits.LENGTH;
      case "sql_length" -> Limits.SQL_LENGTH;
      case "column" -> Limits.COLUMN;
      case "expr_depth" -> Limits.EXPRESSION_DEPTH;
      case "compound_select" -> Limits.COMPOUND_SELECT;
      case "vdbe_op" -> Limits.VDBE_OP;
      case "function_arg" -> Limits.FUNCTION_ARGUMENTS;
      case "attached" -> Limits.ATTACHED;
      case "like_pattern_length" -> Limits.LIKE_PATTERN_LENGTH;
      case "variable_number" -> Limits.VARIABLE_NUMBER;
      case "trigger_depth" -> Limits.TRIGGER_DEPTH;
      default -> Limits.WORKER_THREADS;
    };
  }
}
