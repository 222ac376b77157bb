// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;

/**
 * What a virtual table answered when it was asked for its best index.
 *
 * @param number for the table's own use
 * @param text for the table's own use, may be null
 * @param hexadecimal whether EXPLAIN QUERY PLAN shows the number so
 * @param arguments the terms whose right sides are passed, in order
 * @param served for each argument whether the table checks the term itself, so that no test is needed; of OFFSET, whether it passes over the rows
 * @param whole for each argument whether it is an IN whose values are passed at once
 * @param orderByConsumed whether rows come in the order asked for
 * @param columnsUsed the mask of columns that will be read
 */
public record VirtualChoice(
    int number,
    String text,
    boolean hexadecimal,
    List<Term> arguments,
    List<Boolean> served,
    List<Boolean> whole,
    boolean orderByConsumed,
    long columnsUsed) {
  /** The index as EXPLAIN QUERY PLAN shows it. */
  public String shownIndex() {
    return (hexadecimal ? "0x" + Integer.toHexString(number) : Integer.toString(number)) + ":" + (text == null ? "" : text);
  }

  /** Whether it narrows the search. */
  public boolean isSearch() {
    return false;
  }
}
