// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lumosql.function.FunctionContext;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualTable;

/** A virtual table of the numbers up to an argument, and one that writes down what it is told. */
class VirtualOpsTest {
  private final TestHost host = new TestHost() {
    @Override
    public void joinTransaction(VirtualTable.Writer writer) {
      events.add("join");
    }
  };

  private static class Numbers implements VirtualTable {
    @Override
    public String declaration() {
      return "CREATE TABLE x(n, name, upto HIDDEN)";
    }

    @Override
    public boolean plan(IndexPlan plan) {
      return true;
    }

    @Override
    public VirtualCursor open() {
      return new VirtualCursor() {
        private long at;
        private long last;

        @Override
        public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
          at = indexNumber;
          last = registers[first].integer();
        }

        @Override
        public boolean isAtEnd() {
          return at > last;
        }

        @Override
        public void next() {
          at++;
        }

        @Override
        public void column(FunctionContext context, int column) {
          if (column == 0) {
            context.result().setInteger(at);
          } else {
            context.setResult("né" + at);
          }
        }

        @Override
        public long rowid() {
          return at * 10;
        }

        @Override
        public void close() {}
      };
    }
  }

  private String scan(TextEncoding encoding) {
    host.encoding = encoding;
    ProgramBuilder b = new ProgramBuilder();
    int end = b.newLabel();
    b.emit(Opcode.VOpen, 0, 0, 0, new Numbers());
    b.emit(Opcode.Integer, 3, 1); // index number
    b.emit(Opcode.Integer, 1, 2); // one argument
    b.emit(Opcode.Integer, 5, 3);
    b.emit(Opcode.VFilter, 0, end, 1);
    int loop = b.address();
    b.emit(Opcode.VColumn, 0, 0, 4);
    b.emit(Opcode.VColumn, 0, 1, 5);
    b.emit(Opcode.Rowid, 0, 6);
    b.emit(Opcode.ResultRow, 4, 3);
    b.emit(Opcode.VNext, 0, loop);
    b.place(end);
    b.emit(Opcode.Halt);
    return Programs.run(Programs.build(b), host);
  }

  @Test
  void scanGivesItsRowsInEveryEncoding() {
    for (TextEncoding encoding : TextEncoding.values()) {
      assertThat(scan(encoding)).isEqualTo("3|né3|30 4|né4|40 5|né5|50");
    }
  }

  @Test
  void changesReachTheTable() {
    Numbers table = new Numbers() {
      @Override
      public Optional<Writer> writer() {
        return Optional.of(new Writer() {
          @Override
          public void delete(Register rowid) {
            host.events.add("delete " + rowid.integer());
          }

          @Override
          public long insert(Register rowid, Register[] registers, int first, int count) {
            host.events.add("insert " + count + " " + registers[first].integer());
            return 77;
          }

          @Override
          public void update(Register old, Register rowid, Register[] registers, int first, int count) {
            host.events.add("update " + old.integer() + " " + rowid.integer() + " " + count);
          }
        });
      }
    };
    ProgramBuilder b = new ProgramBuilder();
    b.emit(Opcode.VBegin, 0, 0, 0, table);
    b.emit(Opcode.Null, 0, 1, 2);
    b.emit(Opcode.Integer, 8, 3);
    b.emit(Opcode.Integer, 9, 4);
    b.emit(Opcode.VUpdate, 1, 4, 1, table);
    b.emit(Opcode.VUpdate, 0, 1, 3, table);
    b.emit(Opcode.VUpdate, 0, 4, 3, table);
    b.emit(Opcode.Halt);
    Programs.run(Programs.build(b, Program.COUNTS_CHANGES), host);
    assertThat(host.events).containsExactly("join", "insert 2 8", "delete 8", "update 8 9 2");
    assertThat(host.lastRowid).isEqualTo(77);
  }

  @Test
  void planKeepsWhatTheTableChose() {
    IndexPlan plan =
        new IndexPlan(
            List.of(
                new IndexPlan.Constraint(2, IndexPlan.Operator.EQ, true),
                new IndexPlan.Constraint(0, IndexPlan.Operator.GT, true)),
            List.of(),
            IndexPlan.Wanted.ORDERED,
            7);
    plan.use(1, true);
    plan.use(0, false);
    plan.setIndex(4, "text");
    assertThat(plan.argument(1)).isEqualTo(1);
    assertThat(plan.argument(0)).isEqualTo(2);
    assertThat(plan.isOmitted(1)).isTrue();
    assertThat(plan.argumentCount()).isEqualTo(2);
    assertThat(plan.indexNumber()).isEqualTo(4);
  }
}
