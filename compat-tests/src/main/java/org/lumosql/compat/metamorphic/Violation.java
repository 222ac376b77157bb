// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.metamorphic;

import java.util.List;

/**
 * Two answers that should be the same and are not.
 *
 * @param script statements that make the database
 * @param what in which the answers differ
 */
public record Violation(long seed, String relation, List<String> script, List<String> queries, String what) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("-- seed " + seed + ": " + relation + "\n");
    script.forEach(sql -> text.append(sql).append(";\n"));
    queries.forEach(sql -> text.append(sql).append(";\n"));
    return text.append("-- ").append(what.replace("\n", "\n-- ")).append('\n').toString();
  }
}
