// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Statement;

/** What EXPLAIN QUERY PLAN gives, as a tree. */
public final class PlanTree {
  private final Output out;
  private final List<Node> nodes = new ArrayList<>();

  private record Node(long id, long parent, String text) {}

  public PlanTree(Output out) {
    this.out = out;
  }

  public void add(Statement row) {
    nodes.add(new Node(row.columnLong(0), row.columnLong(1), row.columnText(3)));
  }

  public void print() {
    if (!nodes.isEmpty()) {
      out.print("QUERY PLAN\n");
      printChildren(0, "");
    }
  }

  private void printChildren(long parent, String prefix) {
    int last = -1;
    for (int i = 0; i < nodes.size(); i++) {
      last = nodes.get(i).parent() == parent ? i : last;
    }
    for (int i = 0; i <= last; i++) {
      Node node = nodes.get(i);
      if (node.parent() == parent) {
        out.print(prefix).print(i == last ? "`--" : "|--").print(node.text()).print('\n');
        printChildren(node.id(), prefix + (i == last ? "   " : "|  "));
      }
    }
  }
}
