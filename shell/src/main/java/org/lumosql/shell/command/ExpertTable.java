// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumosql.function.FunctionContext;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/**
 * Tables that stand for those of a database while a statement is compiled, and listen to what the planner would like to know: the columns that are compared, and the order that is
 * wanted. Of these {@code .expert} makes the indexes that it tries.
 */
final class ExpertTable implements VirtualTable, VirtualTable.Writer, VirtualCursor {
  private final String declaration;
  private final int rowidColumn;
  private final Map<List<IndexPlan.Order>, Integer> wanted;

  /** @param wanted gets the columns of indexes that might help, each with the number of those that are compared for equality */
  private ExpertTable(String declaration, int rowidColumn, Map<List<IndexPlan.Order>, Integer> wanted) {
    this.declaration = declaration;
    this.rowidColumn = rowidColumn;
    this.wanted = wanted;
  }

  /** What a module needs to know of a table. @param rowidColumn the one that is the rowid, −1 for none */
  record Shape(String name, String declaration, int rowidColumn, Map<List<IndexPlan.Order>, Integer> wanted) {
    Shape(String name, String declaration, int rowidColumn) {
      this(name, declaration, rowidColumn, new LinkedHashMap<>());
    }

    /** The columns of indexes that might help, those with the fewest compared for equality first. */
    List<List<IndexPlan.Order>> indexes() {
      List<List<IndexPlan.Order>> indexes = new ArrayList<>(wanted.keySet());
      indexes.sort(Comparator.comparing(wanted::get));
      return indexes;
    }
  }

  static VirtualModule module(List<Shape> shapes) {
    return new VirtualModule() {
      @Override
      public String name() {
        return "expert";
      }

      @Override
      public boolean isEponymous() {
        return false;
      }

      @Override
      public boolean isCreatable() {
        return true;
      }

      @Override
      public VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create) {
        Shape shape = shapes.get(Integer.parseInt(arguments.get(0).strip()));
        return new ExpertTable(shape.declaration(), shape.rowidColumn(), shape.wanted());
      }
    };
  }

  @Override
  public String declaration() {
    return declaration;
  }

  @Override
  public boolean plan(IndexPlan plan) {
    List<IndexPlan.Order> equal = new ArrayList<>();
    List<IndexPlan.Order> ranges = new ArrayList<>();
    for (IndexPlan.Constraint constraint : plan.constraints()) {
      if (constraint.usable() && constraint.column() >= 0 && constraint.column() != rowidColumn) {
        List<IndexPlan.Order> kind =
            switch (constraint.operator()) {
              case EQ, IS_NULL -> equal;
              case LT, LE, GT, GE, NE, IS, IS_NOT, IS_NOT_NULL -> ranges;
              default -> null;
            };
        IndexPlan.Order column = new IndexPlan.Order(constraint.column(), false);
        if (kind != null && !kind.contains(column)) {
          kind.add(column);
        }
      }
    }
    want(equal, List.of());
    for (int i = ranges.size() - 1; i >= 0; i--) {
      want(equal, List.of(ranges.get(i)));
    }
    boolean isOfRowid = plan.orders().stream().anyMatch(term -> term.column() < 0 || term.column() == rowidColumn);
    if (!isOfRowid) {
      want(equal, plan.orders());
    }
    // the more is known, the cheaper: so that all orders of joining are thought of
    plan.setEstimate(1_000_000.0 / (1 + 10 * equal.size() + ranges.size()), 1_000_000 / (1 + 10 * equal.size() + ranges.size()));
    return true;
  }

  private void want(List<IndexPlan.Order> equal, List<IndexPlan.Order> behind) {
    List<IndexPlan.Order> columns = new ArrayList<>(equal);
    for (IndexPlan.Order term : behind) {
      if (columns.stream().noneMatch(column -> column.column() == term.column())) {
        columns.add(term);
      }
    }
    if (!columns.isEmpty()) {
      wanted.putIfAbsent(columns, equal.size());
    }
  }

  // ---- it has no rows --------------------------------------------------------------------------------------------------------------

  @Override
  public VirtualCursor open() {
    return this;
  }

  @Override
  public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {}

  @Override
  public boolean isAtEnd() {
    return true;
  }

  @Override
  public void next() {}

  @Override
  public void column(FunctionContext context, int column) {}

  @Override
  public long rowid() {
    return 0;
  }

  @Override
  public void close() {}

  // ---- changes are compiled, but never run ----------------------------------------------------------------------------------------

  @Override
  public Optional<Writer> writer() {
    return Optional.of(this);
  }

  @Override
  public void delete(Register rowid) {}

  @Override
  public long insert(Register rowid, Register[] registers, int first, int count) {
    return 1;
  }

  @Override
  public void update(Register oldRowid, Register newRowid, Register[] registers, int first, int count) {}
}
