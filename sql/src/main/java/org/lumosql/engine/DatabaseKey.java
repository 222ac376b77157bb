// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lumosql.btree.Btree;
import org.lumosql.btree.KeyControl;
import org.lumosql.btree.OpenOptions;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Passwords on their way from where users write them to the store, as bytes: a text in UTF-8, or any bytes in hexadecimal. They are in no message, and no text of
 * ours holds them longer than the call.
 */
final class DatabaseKey {
  private static final String TEXT = "key";
  private static final String HEXADECIMAL = "hexkey";
  private static final List<String> PARAMETERS = List.of(TEXT, "textkey", HEXADECIMAL);
  private static final Pattern IN_URI = Pattern.compile("([?&](?:text|hex)?key=)[^&#]*", Pattern.CASE_INSENSITIVE);

  private DatabaseKey() {}

  /** The bytes of a text; null if it is empty, which stands for no key. */
  static byte[] ofText(String text) {
    return text == null || text.isEmpty() ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes of hexadecimal digits; null if there are none. */
  static byte[] ofHexadecimal(String digits) {
    try {
      return digits == null || digits.isEmpty() ? null : HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      // the exception would quote the digits
      throw StoreException.withMessage(ResultCode.ERROR, "the key is not a text of hexadecimal digits");
    }
  }

  /** The key among the parameters of a URI, or null. */
  static byte[] of(Map<String, String> parameters) {
    byte[] hexadecimal = ofHexadecimal(parameters.get(HEXADECIMAL));
    return hexadecimal != null ? hexadecimal : ofText(parameters.getOrDefault(TEXT, parameters.get("textkey")));
  }

  /** The same options without a key. */
  static OpenOptions without(OpenOptions options) {
    if (PARAMETERS.stream().noneMatch(options.parameters()::containsKey)) {
      return options;
    }
    Map<String, String> rest = new HashMap<>(options.parameters());
    PARAMETERS.forEach(rest::remove);
    return new OpenOptions(options.path(), options.kind(), options.access(), rest);
  }

  /** A database name as a message may show it. */
  static String hiddenIn(String name) {
    return name.startsWith("file:") ? IN_URI.matcher(name).replaceAll("$1***") : name;
  }

  /** Gives a database that was just opened its key. What never leaves memory needs none. */
  static Btree give(Btree btree, OpenOptions options, byte[] key) {
    if (key == null || options.kind() != OpenOptions.Kind.FILE) {
      return btree;
    }
    try {
      control(btree).setKey(key);
      return btree;
    } catch (RuntimeException e) {
      btree.close();
      throw e;
    }
  }

  /** @throws StoreException ERROR if the database cannot be encrypted */
  static KeyControl control(Btree btree) {
    return btree
        .capability(KeyControl.class)
        .orElseThrow(
            () ->
                StoreException.withMessage(
                    ResultCode.ERROR, "a database of backend " + btree.backend().name() + " cannot be encrypted"));
  }
}
