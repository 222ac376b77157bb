// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lumosql.record.Ascii;

/** Names of the columns of a subquery, view or CREATE TABLE … AS: made unique by a number behind a colon. */
public final class ColumnNames {
  private ColumnNames() {}

  /** Of a view, or a table that is made of the query. @param given names that were declared, or null */
  public static List<String> of(BoundQuery query, List<String> given) {
    return of(query, given, QueryBlock.Result::name);
  }

  /** Of a subquery or common table in a FROM clause. @param given names that were declared, or null */
  static List<String> ofSubquery(BoundQuery query, List<String> given) {
    return of(query, given, QueryBlock.Result::written);
  }

  private static List<String> of(BoundQuery query, List<String> given, Function<QueryBlock.Result, String> own) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < query.columnCount(); i++) {
      String name = given == null ? nameOf(own.apply(query.first().results().get(i)), i) : given.get(i);
      names.add(unique(name, seen));
    }
    return names;
  }

  /** The names with a number where one is repeated. */
  static List<String> unique(List<String> names) {
    List<String> unique = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      unique.add(unique(name, seen));
    }
    return unique;
  }

  private static String nameOf(String name, int index) {
    boolean isUsable = name != null && !Ascii.equal(name, "true") && !Ascii.equal(name, "false");
    return isUsable ? name : "column" + (index + 1);
  }

  private static String unique(String name, Set<String> seen) {
    String candidate = name;
    int number = 0;
    while (!seen.add(Ascii.lower(candidate))) {
      int colon = candidate.lastIndexOf(':');
      String base = colon > 0 && isNumber(candidate, colon + 1) ? candidate.substring(0, colon) : candidate;
      candidate = base + ":" + ++number;
    }
    return candidate;
  }

  private static boolean isNumber(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < text.length();
  }
}
