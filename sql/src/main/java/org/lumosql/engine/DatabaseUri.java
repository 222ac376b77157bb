// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lumosql.btree.OpenOptions;
import org.lumosql.error.ResultCode;

/**
 * A database name as users write it: a path, {@code :memory:}, an empty name for a temporary database, or a {@code file:} URI
 * (https://sqlite.org/uri.html).
 */
record DatabaseUri(String path, OpenOptions.Kind kind, OpenOptions.Access access, Map<String, String> parameters) {
  /** @param access what the opener allows; {@code mode=} may restrict it further */
  static DatabaseUri parse(String name, OpenOptions.Access access) {
    if (!name.startsWith("file:")) {
      return of(name, access, Map.of());
    }
    String rest = name.substring("file:".length());
    int fragment = rest.indexOf('#');
    if (fragment >= 0) {
      rest = rest.substring(0, fragment);
    }
    int question = rest.indexOf('?');
    Map<String, String> parameters = question < 0 ? Map.of() : parameters(rest.substring(question + 1));
    String path = question < 0 ? rest : rest.substring(0, question);
    if (path.startsWith("//")) {
      int slash = path.indexOf('/', 2);
      String authority = path.substring(2, slash < 0 ? path.length() : slash);
      if (!authority.isEmpty() && !authority.equals("localhost")) {
        throw new EngineException(ResultCode.ERROR, "invalid uri authority: " + authority);
      }
      path = slash < 0 ? "" : path.substring(slash);
    }
    return of(decode(path), restricted(access, parameters.get("mode")), parameters);
  }

  /** The same with a path that a directory is the beginning of, if it is relative; null for that of the process. */
  DatabaseUri in(Path directory) {
    return directory == null || kind != OpenOptions.Kind.FILE ? this : new DatabaseUri(directory.resolve(path).toString(), kind, access, parameters);
  }

  private static DatabaseUri of(String path, OpenOptions.Access access, Map<String, String> parameters) {
    OpenOptions.Kind kind =
        path.isEmpty()
            ? OpenOptions.Kind.TEMPORARY
            : path.equals(":memory:") || "memory".equals(parameters.get("mode"))
                ? OpenOptions.Kind.MEMORY
                : OpenOptions.Kind.FILE;
    return new DatabaseUri(path, kind, access, parameters);
  }

  private static OpenOptions.Access restricted(OpenOptions.Access allowed, String mode) {
    if (mode == null || mode.equals("memory")) {
      return allowed;
    }
    OpenOptions.Access asked =
        switch (mode) {
          case "ro" -> OpenOptions.Access.READ_ONLY;
          case "rw" -> OpenOptions.Access.READ_WRITE;
          case "rwc" -> OpenOptions.Access.CREATE;
          default -> throw new EngineException(ResultCode.ERROR, "no such access mode: " + mode);
        };
    if (asked.ordinal() > allowed.ordinal()) {
      throw new EngineException(ResultCode.PERM, "access mode not allowed: " + mode);
    }
    return asked;
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String key = decode(equals < 0 ? pair : pair.substring(0, equals));
      if (!key.isEmpty()) {
        parameters.putIfAbsent(key, equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** Percent-decodes; malformed escapes stay as they are. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    byte[] target = new byte[source.length];
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      int high = i + 2 < source.length && source[i] == '%' ? Character.digit(source[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(source[i + 2], 16);
      if (low >= 0) {
        target[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        target[length++] = source[i];
      }
    }
    return new String(target, 0, length, StandardCharsets.UTF_8);
  }

  OpenOptions openOptions() {
    return new OpenOptions(path, kind, access, parameters);
  }
}
