// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

/** The paths through a virtual table or table-valued function. */
final class VirtualPaths {
  private final PlanningContext context;
  private final PathSink sink;

  VirtualPaths(PlanningContext context, PathSink sink) {
    this.context = context;
    this.sink = sink;
  }

  /** A whole scan. */
  void add(int number, long prerequisites) {
    AccessPath draft = new AccessPath(number);
    draft.kind = AccessPath.Kind.VIRTUAL;
    draft.prerequisites = prerequisites;
    draft.rows = context.rows(number);
    draft.run = draft.rows + 16;
    draft.virtualChoice =
        new VirtualChoice(0, null, java.util.List.of(), java.util.List.of(), false, -1L);
    sink.insert(draft);
  }
}
