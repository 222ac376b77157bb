// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.util.ArrayList;
import java.util.List;

/** The rows of EXPLAIN QUERY PLAN drawn as a tree, as the command line does. */
final class PlanTree {
  private final List<Line> lines = new ArrayList<>();

  private record Line(int id, int parent, String text) {}

  void add(int id, int parent, String text) {
    lines.add(new Line(id, parent, text));
  }

  List<String> lines() {
    List<String> drawn = new ArrayList<>();
    draw(0, "", drawn);
    return drawn;
  }

  private void draw(int parent, String indent, List<String> drawn) {
    List<Line> children = lines.stream().filter(line -> line.parent() == parent).toList();
    for (int i = 0; i < children.size(); i++) {
      boolean isLast = i == children.size() - 1;
      Line line = children.get(i);
      drawn.add(indent + (isLast ? "`--" : "|--") + line.text());
      draw(line.id(), indent + (isLast ? "   " : "|  "), drawn);
    }
  }
}
