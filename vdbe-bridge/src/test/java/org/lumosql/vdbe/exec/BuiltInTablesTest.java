// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;
import org.lumosql.vdbe.table.BuiltInTables;

/** The table-valued functions, planned and scanned as compilers do it. */
class BuiltInTablesTest {
  private final TestHost host = new TestHost();

  private VirtualTable table(String name) {
    for (VirtualModule module : BuiltInTables.modules()) {
      if (module.name().equals(name)) {
        assertThat(module.isEponymous()).isTrue();
        return module.connect(host, "main", name, List.of(), false);
      }
    }
    throw new AssertionError(name);
  }

  /** Scans with constant arguments for the hidden columns from {@code firstHidden} on. */
  private String scan(String name, int firstHidden, int[] columns, Boolean descending, Object... arguments) {
    VirtualTable table = table(name);
    List<IndexPlan.Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      constraints.add(new IndexPlan.Constraint(firstHidden + i, IndexPlan.Operator.EQ, true));
    }
    List<IndexPlan.Order> orders = descending == null ? List.of() : List.of(new IndexPlan.Order(0, descending));
    IndexPlan plan = new IndexPlan(constraints, orders, -1);
    assertThat(table.plan(plan)).isTrue();
    ProgramBuilder b = new ProgramBuilder();
    int end = b.newLabel();
    b.emit(Opcode.VOpen, 0, 0, 0, table);
    b.emit(Opcode.Integer, plan.indexNumber(), 1);
    b.emit(Opcode.Integer, plan.argumentCount(), 2);
    for (int i = 0; i < arguments.length; i++) {
      int register = 2 + plan.argument(i);
      if (arguments[i] == null) {
        b.emit(Opcode.Null, 0, register);
      } else if (arguments[i] instanceof String) {
        b.emit(Opcode.String8, 0, register, 0, arguments[i]);
      } else {
        b.emit(Opcode.Integer, (Integer) arguments[i], register);
      }
    }
    b.emit(Opcode.VFilter, 0, end, 1, plan.indexText());
    int loop = b.address();
    for (int i = 0; i < columns.length; i++) {
      b.emit(Opcode.VColumn, 0, columns[i], 10 + i);
    }
    b.emit(Opcode.ResultRow, 10, columns.length);
    b.emit(Opcode.VNext, 0, loop);
    b.place(end);
    b.emit(Opcode.Halt);
    return Programs.run(Programs.build(b), host);
  }

  @Test
  void seriesCountsInBothDirections() {
    int[] value = {0};
    assertThat(scan("generate_series", 1, value, null, 1, 10, 3)).isEqualTo("1 4 7 10");
    assertThat(scan("generate_series", 1, value, null, 3, 1, -1)).isEqualTo("3 2 1");
    assertThat(scan("generate_series", 1, value, true, 1, 10, 4)).isEqualTo("9 5 1");
    assertThat(scan("generate_series", 1, value, false, 9, 1, -4)).isEqualTo("1 5 9");
    assertThat(scan("generate_series", 1, value, null, 5, 1)).isEmpty();
    assertThat(scan("generate_series", 1, value, null, 1, null)).isEmpty();
    assertThat(scan("generate_series", 1, new int[] {0, 1, 2, 3}, null, 2, 3)).isEqualTo("2|2|3|1 3|2|3|1");
  }

  @Test
  void seriesNeedsItsStart() {
    IndexPlan plan = new IndexPlan(List.of(), List.of(), -1);
    assertThatThrownBy(() -> table("generate_series").plan(plan))
        .isInstanceOf(StoreException.class)
        .hasMessage("first argument to \"generate_series()\" missing or unusable");
    IndexPlan unusable =
        new IndexPlan(List.of(new IndexPlan.Constraint(1, IndexPlan.Operator.EQ, false)), List.of(), -1);
    assertThat(table("generate_series").plan(unusable)).isFalse();
  }

  @Test
  void jsonDocumentsGiveTheirElements() {
    int[] columns = {0, 1, 6};
    assertThat(scan("json_each", 8, columns, null, "{\"a\":[1,2],\"b\":null}"))
        .isEqualTo("a|[1,2]|$.a b|NULL|$.b");
    assertThat(scan("json_each", 8, columns, null, "{\"a\":[1,2],\"b\":null}", "$.a"))
        .isEqualTo("0|1|$.a[0] 1|2|$.a[1]");
    assertThat(scan("json_tree", 8, new int[] {3, 6}, null, "[7,{\"x\":8}]"))
        .isEqualTo("NULL|$ 7|$[0] NULL|$[1] 8|$[1].x");
    assertThat(scan("json_each", 8, columns, null)).isEmpty();
    assertThat(scan("json_each", 8, columns, null, (Object) null)).isEmpty();
    assertThat(scan("json_each", 8, columns, null, "{broken")).isEqualTo("error ERROR malformed JSON");
  }
}
