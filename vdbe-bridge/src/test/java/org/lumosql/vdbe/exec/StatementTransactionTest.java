// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** What becomes of changes when a statement ends. */
class StatementTransactionTest {
  private static final int TREE = 2;
  private static final int WRITER = Program.NEEDS_STATEMENT_SAVEPOINT | Program.COUNTS_CHANGES;
  private final TestHost host = new TestHost();

  @BeforeEach
  void makeTable() {
    host.main.createTree(TREE, TreeKind.TABLE);
  }

  private String write(int flags, Consumer<ProgramBuilder> code) {
    ProgramBuilder b = new ProgramBuilder();
    b.emit(Opcode.Transaction, 0, 1);
    b.emit(Opcode.OpenWrite, 0, TREE, 0, new P4.Columns(1));
    code.accept(b);
    b.emit(Opcode.Halt);
    host.writers = 1;
    String result = Programs.run(Programs.build(b, flags), host);
    host.writers = 0;
    return result;
  }

  private static void insert(ProgramBuilder b, int value) {
    b.emit(Opcode.Integer, value, 2);
    b.emit(Opcode.MakeRecord, 2, 1, 3);
    b.emit(Opcode.NewRowid, 0, 1);
    b.emit(Opcode.Insert, 0, 3, 1, null, RowOps.COUNT_CHANGE | RowOps.SET_LAST_ROWID);
  }

  private static void fail(ProgramBuilder b, int action) {
    b.emit(Opcode.Halt, ResultCode.CONSTRAINT_UNIQUE.code(), action, 0, "t.a", 2);
  }

  private String run(int opcode, int p1, int p2, Object p4) {
    ProgramBuilder b = new ProgramBuilder();
    b.emit(opcode, p1, p2, 0, p4);
    b.emit(Opcode.Halt);
    return Programs.run(Programs.build(b), host);
  }

  private String rows() {
    ProgramBuilder b = new ProgramBuilder();
    b.emit(Opcode.Transaction, 0, 0);
    b.emit(Opcode.OpenRead, 0, TREE, 0, new P4.Columns(1));
    int end = b.newLabel();
    b.emit(Opcode.Rewind, 0, end);
    int loop = b.address();
    b.emit(Opcode.Column, 0, 0, 1);
    b.emit(Opcode.ResultRow, 1, 1);
    b.emit(Opcode.Next, 0, loop);
    b.place(end);
    b.emit(Opcode.Halt);
    return Programs.run(Programs.build(b), host);
  }

  @Test
  void successInAutocommitModeCommitsAndPublishesCounts() {
    assertThat(write(WRITER, b -> {
      insert(b, 5);
      insert(b, 6);
    })).isEmpty();
    assertThat(host.main.transactionState()).isEqualTo(TransactionState.NONE);
    assertThat(host.main.commits()).isEqualTo(1);
    assertThat(host.changes).isEqualTo(2);
    assertThat(host.totalChanges).isEqualTo(2);
    assertThat(host.lastRowid).isEqualTo(2);
    assertThat(rows()).isEqualTo("5 6");
  }

  @Test
  void abortInAutocommitModeUndoesTheStatement() {
    assertThat(write(WRITER, b -> {
      insert(b, 5);
      fail(b, StatementTransaction.ABORT);
    })).isEqualTo("error CONSTRAINT_UNIQUE UNIQUE constraint failed: t.a");
    assertThat(rows()).isEmpty();
    assertThat(host.changes).isZero();
  }

  @Test
  void failInAutocommitModeKeepsWhatWasDone() {
    assertThat(write(WRITER, b -> {
      insert(b, 5);
      fail(b, StatementTransaction.FAIL);
    })).isEqualTo("error CONSTRAINT_UNIQUE UNIQUE constraint failed: t.a");
    assertThat(rows()).isEqualTo("5");
    assertThat(host.changes).isEqualTo(1);
  }

  @Test
  void abortInsideATransactionUndoesOnlyTheStatement() {
    assertThat(run(Opcode.AutoCommit, 0, 0, null)).isEmpty();
    write(WRITER, b -> insert(b, 1));
    write(WRITER, b -> {
      insert(b, 2);
      fail(b, StatementTransaction.ABORT);
    });
    assertThat(rows()).isEqualTo("1");
    assertThat(host.main.savepointCount()).isZero();
    assertThat(host.autocommit).isFalse();
    assertThat(run(Opcode.AutoCommit, 1, 0, null)).isEmpty();
    assertThat(host.main.commits()).isEqualTo(1);
    assertThat(rows()).isEqualTo("1");
  }

  @Test
  void rollbackActionInsideATransactionEndsIt() {
    run(Opcode.AutoCommit, 0, 0, null);
    write(WRITER, b -> insert(b, 1));
    write(WRITER, b -> {
      insert(b, 2);
      fail(b, StatementTransaction.ROLLBACK);
    });
    assertThat(host.autocommit).isTrue();
    assertThat(rows()).isEmpty();
  }

  @Test
  void rollbackStatementUndoesTheTransaction() {
    run(Opcode.AutoCommit, 0, 0, null);
    write(WRITER, b -> insert(b, 1));
    assertThat(run(Opcode.AutoCommit, 1, 1, null)).isEmpty();
    assertThat(rows()).isEmpty();
  }

  @Test
  void transactionStatementsInTheWrongStateHaveSqlitesMessages() {
    assertThat(run(Opcode.AutoCommit, 1, 0, null)).isEqualTo("error ERROR cannot commit - no transaction is active");
    assertThat(run(Opcode.AutoCommit, 1, 1, null)).isEqualTo("error ERROR cannot rollback - no transaction is active");
    run(Opcode.AutoCommit, 0, 0, null);
    assertThat(run(Opcode.AutoCommit, 0, 0, null)).isEqualTo("error ERROR cannot start a transaction within a transaction");
    host.writers = 1;
    assertThat(run(Opcode.AutoCommit, 1, 0, null))
        .isEqualTo("error BUSY cannot commit transaction - SQL statements in progress");
    assertThat(run(Opcode.Savepoint, 0, 0, "s")).isEqualTo("error BUSY cannot open savepoint - SQL statements in progress");
    host.writers = 0;
    assertThat(run(Opcode.Savepoint, 1, 0, "x")).isEqualTo("error ERROR no such savepoint: x");
    assertThat(run(Opcode.Savepoint, 2, 0, "x")).isEqualTo("error ERROR no such savepoint: x");
  }

  @Test
  void immediateForeignKeyViolationAtTheEndFailsTheStatement() {
    assertThat(write(WRITER, b -> {
      insert(b, 1);
      b.emit(Opcode.FkCounter, 0, 1);
    })).isEqualTo("error CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed");
    assertThat(rows()).isEmpty();
    assertThat(write(WRITER, b -> {
      insert(b, 1);
      b.emit(Opcode.FkCounter, 0, 1);
      b.emit(Opcode.FkCounter, 0, -1);
    })).isEmpty();
    assertThat(rows()).isEqualTo("1");
  }

  @Test
  void deferredForeignKeyViolationFailsTheCommitAndLeavesTheTransactionOpen() {
    run(Opcode.AutoCommit, 0, 0, null);
    write(WRITER, b -> {
      insert(b, 1);
      b.emit(Opcode.FkCounter, 1, 1);
    });
    assertThat(run(Opcode.AutoCommit, 1, 0, null)).isEqualTo("error CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed");
    assertThat(host.autocommit).isFalse();
    assertThat(host.main.transactionState()).isEqualTo(TransactionState.WRITE);
    write(WRITER, b -> b.emit(Opcode.FkCounter, 1, -1));
    assertThat(run(Opcode.AutoCommit, 1, 0, null)).isEmpty();
    assertThat(rows()).isEqualTo("1");
  }

  @Test
  void changedSchemaIsNoticedAtTheStart() {
    host.main.setMeta(MetaValue.SCHEMA_VERSION, 9);
    ProgramBuilder b = new ProgramBuilder();
    b.emit(Opcode.Transaction, 0, 0, 8, 0, 1);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("error SCHEMA database schema has changed");
    assertThat(host.main.transactionState()).isEqualTo(TransactionState.NONE);
  }

  @Test
  void interruptedWriterRollsBackTheTransaction() {
    run(Opcode.AutoCommit, 0, 0, null);
    write(WRITER, b -> insert(b, 1));
    assertThat(write(WRITER, b -> {
      insert(b, 2);
      b.emit(Opcode.Function, 0, 0, 4, new P4.Call(interrupting(), 0));
      b.emit(Opcode.Goto, 0, 2);
    })).isEqualTo("error INTERRUPT interrupted");
    host.interrupted = false;
    assertThat(host.autocommit).isTrue();
    assertThat(rows()).isEmpty();
  }

  private org.lumosql.function.FunctionDefinition interrupting() {
    return new org.lumosql.function.FunctionDefinition(
        "stop", 0, 0, 0, org.lumosql.function.FunctionDefinition.Kind.SCALAR, 0,
        (context, registers, first, count) -> host.interrupted = true, null);
  }

  @Test
  void resetCountPublishesWhatWasChangedSoFar() {
    write(WRITER, b -> {
      insert(b, 1);
      insert(b, 2);
      b.emit(Opcode.ResetCount);
      insert(b, 3);
    });
    assertThat(host.changes).isEqualTo(1);
    assertThat(host.totalChanges).isEqualTo(3);
  }
}
