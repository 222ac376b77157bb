// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.ArrayList;
import java.util.List;

/** The rows of {@code integrity_check}. So many messages are wanted; several about the structure of a database come in one row. */
final class CheckMessages {
  private final List<String> rows = new ArrayList<>();
  private int wanted;

  CheckMessages(int wanted) {
    this.wanted = wanted;
  }

  /** How many more are wanted. */
  int wanted() {
    return wanted;
  }

  boolean isFull() {
    return wanted <= 0;
  }

  List<String> rows() {
    return rows;
  }

  void add(String message) {
    if (!isFull()) {
      rows.add(message);
      wanted--;
    }
  }

  void addStructure(String database, List<String> messages) {
    rows.add("*** in database " + database + " ***\n" + String.join("\n", messages));
    wanted -= messages.size();
  }
}
