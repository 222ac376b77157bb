// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.Arrays;
import java.util.List;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.ScalarFunction;
import org.lumosql.record.Ascii;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** Statements about the connection rather than its data: transactions, savepoints, ATTACH, DETACH, VACUUM. */
final class ConnectionStatements {
  private static final int SAVEPOINT_OPEN = 0;
  private static final int SAVEPOINT_RELEASE = 1;
  private static final int SAVEPOINT_ROLLBACK = 2;

  private final Session session;
  private final CompileContext context;
  private final ProgramBuilder program;

  private ConnectionStatements(Session session, CompileContext context) {
    this.session = session;
    this.context = context;
    this.program = context.program();
  }

  /** Compiles the statement if it is one of these; false if it is not. */
  static boolean compile(Session session, CompileContext context, Statement statement) {
    return new ConnectionStatements(session, context).compile(statement);
  }

  private boolean compile(Statement statement) {
    if (!isPermitted(statement)) {
      return true;
    }
    if (statement instanceof Statement.Begin begin) {
      begin(begin.kind());
    } else if (statement instanceof Statement.Commit) {
      program.emit(Opcode.AutoCommit, 1, 0);
    } else if (statement instanceof Statement.Rollback rollback) {
      if (rollback.savepoint() == null) {
        program.emit(Opcode.AutoCommit, 1, 1);
      } else {
        program.emit(Opcode.Savepoint, SAVEPOINT_ROLLBACK, 0, 0, rollback.savepoint());
      }
    } else if (statement instanceof Statement.Savepoint savepoint) {
      program.emit(Opcode.Savepoint, SAVEPOINT_OPEN, 0, 0, savepoint.name());
    } else if (statement instanceof Statement.Release release) {
      program.emit(Opcode.Savepoint, SAVEPOINT_RELEASE, 0, 0, release.name());
    } else if (statement instanceof Statement.Attach attach) {
      call("sqlite_attach", this::attach, attach.file(), attach.schema(), attach.key());
    } else if (statement instanceof Statement.Detach detach) {
      call("sqlite_detach", this::detach, detach.schema());
    } else if (statement instanceof Statement.Vacuum vacuum) {
      vacuum(vacuum);
    } else {
      return false;
    }
    return true;
  }

  private boolean isPermitted(Statement statement) {
    Authority authority = session.catalog().authority();
    if (authority == null) {
      return true;
    }
    if (statement instanceof Statement.Begin) {
      return authority.permits(Action.TRANSACTION, "BEGIN", null, null);
    }
    if (statement instanceof Statement.Commit) {
      return authority.permits(Action.TRANSACTION, "COMMIT", null, null);
    }
    if (statement instanceof Statement.Rollback rollback) {
      return rollback.savepoint() == null
          ? authority.permits(Action.TRANSACTION, "ROLLBACK", null, null)
          : authority.permits(Action.SAVEPOINT, "ROLLBACK", rollback.savepoint(), null);
    }
    if (statement instanceof Statement.Savepoint savepoint) {
      return authority.permits(Action.SAVEPOINT, "BEGIN", savepoint.name(), null);
    }
    if (statement instanceof Statement.Release release) {
      return authority.permits(Action.SAVEPOINT, "RELEASE", release.name(), null);
    }
    if (statement instanceof Statement.Attach attach) {
      return authority.permits(Action.ATTACH, literal(attach.file()), null, null);
    }
    if (statement instanceof Statement.Detach detach) {
      return authority.permits(Action.DETACH, literal(detach.schema()), null, null);
    }
    if (statement instanceof Statement.Vacuum vacuum) { // it attaches the file that it writes
      return authority.permits(Action.ATTACH, vacuum.into() == null ? "" : literal(vacuum.into()), null, null)
          && authority.permits(Action.TRANSACTION, "BEGIN", null, null);
    }
    return true;
  }

  /** The text that stands there, null if it is to be computed. */
  private static String literal(Expression expression) {
    return nameAsText(expression) instanceof Expression.StringLiteral text ? text.value() : null;
  }

  private void begin(Statement.TransactionKind kind) {
    if (kind != Statement.TransactionKind.DEFERRED) {
      for (int database = 0; database < session.databaseCount(); database++) {
        Btree btree = session.database(database).btree();
        boolean readOnly = btree != null && btree.isReadOnly();
        program.emit(
            Opcode.Transaction, database, readOnly ? 0 : kind == Statement.TransactionKind.EXCLUSIVE ? 2 : 1);
      }
    }
    program.emit(Opcode.AutoCommit, 0, 0);
  }

  // ---- ATTACH, DETACH ------------------------------------------------------------------------------------------------------------

  private void call(String name, ScalarFunction body, Expression... arguments) {
    Scope scope = new Scope(null);
    Resolver resolver = new Resolver(session.catalog());
    int first = program.newRegisters(arguments.length + 1);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null) {
        program.emit(Opcode.Null, 0, first + i);
      } else {
        context.expressions().codeTo(resolver.bindExpression(nameAsText(arguments[i]), scope), first + i);
      }
    }
    FunctionDefinition function =
        new FunctionDefinition(
            name,
            arguments.length,
            arguments.length,
            arguments.length,
            FunctionDefinition.Kind.SCALAR,
            0,
            body,
            null);
    program.emit(Opcode.Function, 0, first, first + arguments.length, new P4.Call(function, arguments.length));
  }

  /** A bare word names a file or schema here, not a column. */
  private static Expression nameAsText(Expression expression) {
    return expression instanceof Expression.ColumnReference reference && reference.table() == null
        ? new Expression.StringLiteral(reference.position(), reference.column())
        : expression;
  }

  private static String text(Register register) {
    if (register.type() == Register.INTEGER || register.type() == Register.REAL) {
      new Conversion(TextEncoding.UTF8).stringify(register);
    }
    return register.type() >= Register.TEXT ? register.string(TextEncoding.UTF8) : "";
  }

  /** A text, or a blob as it is; null for NULL, an empty one, or no KEY. */
  private static byte[] key(Register register) {
    if (register.type() == Register.BLOB) {
      byte[] bytes = Arrays.copyOfRange(register.bytes(), register.offset(), register.offset() + register.length());
      return bytes.length == 0 ? null : bytes;
    }
    return DatabaseKey.ofText(text(register));
  }

  private void attach(FunctionContext call, Register[] registers, int first, int count) {
    String file = text(registers[first]);
    String name = text(registers[first + 1]);
    if (session.databaseCount() - 2 >= session.limit(Limits.ATTACHED)) {
      throw call.error("too many attached databases - max " + session.limit(Limits.ATTACHED));
    }
    for (int i = 0; i < session.databaseCount(); i++) {
      if (Ascii.equal(session.database(i).name(), name)) {
        throw call.error("database " + name + " is already in use");
      }
    }
    DatabaseUri uri;
    try {
      uri = DatabaseUri.parse(file, OpenOptions.Access.CREATE).in(session.directory());
    } catch (EngineException e) {
      throw call.error(e.code(), e.getMessage());
    }
    Btree btree;
    try {
      OpenOptions options = uri.openOptions();
      byte[] key = key(registers[first + 2]);
      btree = session.backends().open(options, key == null ? DatabaseKey.of(options.parameters()) : key);
    } catch (StoreException e) {
      throw call.error(
          e.code(), e.isUserMessage() ? e.getMessage() : "unable to open database: " + DatabaseKey.hiddenIn(file));
    }
    session.attach(name, btree);
    try {
      session.loadedSchema(session.databaseCount() - 1);
    } catch (StoreException e) {
      session.detach(session.databaseCount() - 1);
      throw call.error(e.code(), e.userMessage());
    }
  }

  private void detach(FunctionContext call, Register[] registers, int first, int count) {
    String name = text(registers[first]);
    int number = -1;
    for (int i = 0; i < session.databaseCount(); i++) {
      boolean isOpen = session.database(i).btree() != null; // temp is there from its first use on
      if (isOpen && Ascii.equal(session.database(i).name(), name)) {
        number = i;
      }
    }
    if (number < 0) {
      throw call.error("no such database: " + name);
    }
    if (number <= Session.TEMP) {
      throw call.error("cannot detach database " + name);
    }
    if (session.database(number).btree().transactionState() != TransactionState.NONE) {
      throw call.error("database " + name + " is locked");
    }
    session.detach(number);
  }

  // ---- VACUUM --------------------------------------------------------------------------------------------------------------------

  private void vacuum(Statement.Vacuum vacuum) {
    int database = vacuum.schema() == null ? Session.MAIN : session.catalog().number(vacuum.schema());
    if (database < 0) {
      throw new SqlException(ResultCode.ERROR, "unknown database " + vacuum.schema(), vacuum.schemaPosition());
    }
    if (database == Session.TEMP) {
      return;
    }
    int target = 0;
    if (vacuum.into() != null) {
      target = program.newRegister();
      Expression into = vacuum.into();
      context.expressions().codeTo(new Resolver(session.catalog()).bindExpression(into, new Scope(null)), target);
    }
    context.replacesFile();
    program.emit(Opcode.Vacuum, database, target);
    context.setColumns(List.of());
  }
}
