// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * What one statement's compilation has at hand: the program being made, the resolver, the names around it (OLD and
 * NEW in a trigger), and what all
 * statements of one program share.
 */
public final class Environment {
  private final CompileContext context;
  private final Resolver resolver;
  private final Scope outer;
  private final Subprograms subprograms;
  private final Trigger trigger;
  private final boolean internal;
  private final boolean counting;

  /**
   * The trigger that a statement is a step of.
   *
   * @param policy conflict policy of the statement that fired it, which goes before that of the steps
   * @param database where unqualified tables are looked up, −1 for everywhere
   */
  record Trigger(Table table, ConflictAction policy, int database) {}

  /** The environment of a statement at the top. */
  public Environment(CompileContext context) {
    this(context, new Resolver(context.databases()), null, new Subprograms(context), null, false, true);
  }

  private Environment(
      CompileContext context,
      Resolver resolver,
      Scope outer,
      Subprograms subprograms,
      Trigger trigger,
      boolean internal,
      boolean counting) {
    this.context = context;
    this.resolver = resolver;
    this.outer = outer;
    this.subprograms = subprograms;
    this.trigger = trigger;
    this.internal = internal;
    this.counting = counting;
  }

  /**
   * The same for a statement that the compiler writes for itself: it may change schema tables, and fires no triggers.
   *
   * @param counted whether its changes count for {@code changes()}
   */
  public Environment forInternalStatement(boolean counted) {
    return new Environment(context, new Resolver(context.databases()), null, subprograms, null, true, counted);
  }

  /** Whether changed rows are counted. */
  boolean isCounting() {
    return counting;
  }

  boolean isInternal() {
    return internal;
  }

  /** The environment of a trigger's program, or of one of its steps. */
  Environment inTrigger(CompileContext nested, Resolver triggerResolver, Scope names, Trigger of) {
    return new Environment(nested, triggerResolver, names, subprograms, of, false, true);
  }

  public CompileContext context() {
    return context;
  }

  public ProgramBuilder program() {
    return context.program();
  }

  public Databases databases() {
    return context.databases();
  }

  public Resolver resolver() {
    return resolver;
  }

  /** The scope around the statement's own names, or null. */
  Scope outer() {
    return outer;
  }

  Subprograms subprograms() {
    return subprograms;
  }

  boolean isInTrigger() {
    return trigger != null;
  }

  public boolean isOn(Databases.Setting setting) {
    return databases().isOn(setting);
  }

  /** The conflict policy of a statement that says {@code own}. */
  ConflictAction policy(ConflictAction own) {
    return trigger == null || trigger.policy() == ConflictAction.DEFAULT ? own : trigger.policy();
  }

  /** The table or view that a statement names as its target. */
  Table table(String schema, String name, int position) {
    Table table = findTable(schema, name);
    if (table == null) {
      String home = home(schema);
      throw new SqlException("no such table: " + (home == null ? name : home + "." + name));
    }
    return table;
  }

  /** The table or view of a name, or null. */
  Table findTable(String schema, String name) {
    return databases().findTable(home(schema), name);
  }

  private String home(String schema) {
    boolean isOfTrigger = schema == null && trigger != null && trigger.database() >= 0;
    return isOfTrigger ? databases().name(trigger.database()) : schema;
  }

  /** Asks the authorizer, if there is one, whether a table or view may be changed; false if the change is to be left out. */
  boolean permits(Authorizer.Action action, Table table) {
    Authority authority = databases().authority();
    return authority == null || authority.permits(action, table, null);
  }

  /** The columns of a view whose rows are not read: the authorizer is not asked about its query. @param alias or null */
  ViewShape unreadShape(Resolver of, Table view, String alias) {
    Authority authority = databases().authority();
    if (authority == null) {
      return new ViewShape(of.viewSource(view, alias));
    }
    authority.suspend();
    try {
      return new ViewShape(of.viewSource(view, alias));
    } finally {
      authority.resume();
    }
  }

  /** Emits the check that must come before the first row that a change returns. */
  void checkForeignKeys() {
    program().emit(Opcode.FkCheck);
  }
}
