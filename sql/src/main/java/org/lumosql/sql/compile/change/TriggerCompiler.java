// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Authority;
import org.lumosql.schema.Table;
import org.lumosql.schema.Trigger;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;

/**
 * Makes the program of a trigger: WHEN, then its statements one after the other. OLD and NEW are read from the
 * caller's registers.
 */
final class TriggerCompiler {
  private static final int TEMP = 1;

  private final Environment caller;
  private final Table table;
  private final Trigger trigger;
  private final RowPair rows;
  private final ConflictAction policy;

  TriggerCompiler(Environment caller, Table table, Trigger trigger, RowPair rows, ConflictAction policy) {
    this.caller = caller;
    this.table = table;
    this.trigger = trigger;
    this.rows = rows;
    this.policy = policy;
  }

  Program compile() {
    Authority authority = caller.databases().authority();
    String responsible = authority == null ? null : authority.enter(trigger.name());
    try {
      return program();
    } catch (SqlException e) {
      // a place in the trigger's text is none in the statement's
      throw new SqlException(e.code(), e.getMessage(), -1);
    } finally {
      if (authority != null) {
        authority.leave(responsible);
      }
    }
  }

  private Program program() {
    CompileContext context = caller.context().nested();
    int home = trigger.database() == TEMP ? -1 : trigger.database();
    Resolver resolver =
        new Resolver(caller.databases()).forTrigger(home < 0 ? null : caller.databases().name(home));
    ViewShape view = table.isView() ? caller.unreadShape(resolver, table, null) : null;
    Scope names = names(caller, table, view, trigger.definition().event(), rows);
    Environment environment =
        caller.inTrigger(context, resolver, names, new Environment.Trigger(table, policy, home));
    int end = context.program().newLabel();
    if (trigger.definition().when() != null) {
      BoundExpression when = resolver.bindExpression(trigger.definition().when(), names);
      context.expressions().jumpIfFalse(when, end, true);
    }
    for (Statement statement : trigger.definition().body()) {
      step(environment, statement);
    }
    context.program().place(end);
    return context.finish(null);
  }

  /** The scope of OLD and NEW, as far as the event has them. */
  static Scope names(Environment environment, Table table, ViewShape view, TriggerEvent event, RowPair rows) {
    Scope scope = new Scope(null);
    int size = rows.old().columnCount() + 1;
    if (event != TriggerEvent.INSERT) {
      scope.add(new TriggerNames(environment, "old", table, view, registers(table, rows, 0)));
    }
    if (event != TriggerEvent.DELETE) {
      scope.add(new TriggerNames(environment, "new", table, view, registers(table, rows, size)));
    }
    return scope;
  }

  private static RowRegisters registers(Table table, RowPair rows, int first) {
    return table.isView() ? new RowRegisters(rows.old().columnCount(), first) : new RowRegisters(table, first);
  }

  private static void step(Environment environment, Statement statement) {
    CompileContext context = environment.context();
    if (statement instanceof Statement.Query query) {
      BoundQuery bound = environment.resolver().bindQuery(query.select(), environment.outer());
      context.compile(bound, Destination.discard());
    } else {
      ChangeCompiler.compile(environment, statement);
      context.program().emit(Opcode.ResetCount);
    }
  }
}
