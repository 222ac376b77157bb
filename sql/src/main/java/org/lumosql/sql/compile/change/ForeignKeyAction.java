// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.ForeignKeyClause.Action;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;

/**
 * Makes the program of ON DELETE and ON UPDATE: a statement on the child table, as a trigger of the parent would have
 * it.
 */
final class ForeignKeyAction {
  private final Environment caller;
  private final ForeignKeyMap map;
  private final Action action;
  private final boolean isUpdate;

  ForeignKeyAction(Environment caller, ForeignKeyMap map, Action action, boolean isUpdate) {
    this.caller = caller;
    this.map = map;
    this.action = action;
    this.isUpdate = isUpdate;
  }

  Program compile() {
    CompileContext context = caller.context().nested();
    Table parent = map.parent();
    Resolver resolver = new Resolver(caller.databases()).forTrigger(caller.databases().name(parent.database()));
    Scope names = new Scope(null);
    names.add(new TriggerNames(caller, "old", parent, null, new RowRegisters(parent, 0)));
    if (isUpdate) {
      names.add(new TriggerNames(caller, "new", parent, null, new RowRegisters(parent, parent.columnCount() + 1)));
    }
    Environment environment =
        caller.inTrigger(
            context, resolver, names, new Environment.Trigger(parent, ConflictAction.ABORT, parent.database()));
    int end = context.program().newLabel();
    if (isUpdate) {
      context.expressions().jumpIfFalse(resolver.bindExpression(keyChanged(), names), end, true);
    }
    Statement statement = statement();
    if (statement instanceof Statement.Query query) {
      context.compile(resolver.bindQuery(query.select(), names), Destination.discard());
    } else {
      ChangeCompiler.compile(environment, statement);
      context.program().emit(Opcode.ResetCount);
    }
    context.program().place(end);
    return context.finish(null);
  }

  private static Expression name(String table, String column) {
    return new Expression.ColumnReference(-1, null, table, column);
  }

  private String parentName(int place) {
    return map.parent().columnName(map.parentColumns().get(place));
  }

  private String childName(int place) {
    return map.child().columnName(map.childColumns().get(place));
  }

  /** NOT (OLD.a IS NEW.a AND …). */
  private Expression keyChanged() {
    Expression same = null;
    for (int i = 0; i < map.parentColumns().size(); i++) {
      Expression equal =
          new Expression.Binary(-1, BinaryOperator.IS, name("old", parentName(i)), name("new", parentName(i)));
      same = same == null ? equal : new Expression.Binary(-1, BinaryOperator.AND, same, equal);
    }
    return new Expression.Unary(-1, Expression.UnaryOperator.NOT, same);
  }

  /** OLD.a = child.b AND …. */
  private Expression refersToOld() {
    Expression all = null;
    for (int i = 0; i < map.parentColumns().size(); i++) {
      Expression equal =
          new Expression.Binary(
              -1, BinaryOperator.EQUAL, name("old", parentName(i)), name(map.child().name(), childName(i)));
      all = all == null ? equal : new Expression.Binary(-1, BinaryOperator.AND, all, equal);
    }
    return all;
  }

  private Statement statement() {
    FromItem.Table child = new FromItem.Table(-1, null, map.child().name(), null, null, false);
    if (action == Action.RESTRICT) {
      Expression raise =
          new Expression.Raise(
              -1, ConflictAction.ABORT, new Expression.StringLiteral(-1, "FOREIGN KEY constraint failed"));
      Select.Core core =
          new Select.Simple(
              -1,
              false,
              List.of(new Select.ResultExpression(raise, null, "raise")),
              child,
              refersToOld(),
              List.of(),
              null,
              List.of());
      return new Statement.Query(
          new Select(-1, null, List.of(new Select.Arm(null, core)), List.of(), null, null));
    }
    if (action == Action.CASCADE && !isUpdate) {
      return new Statement.Delete(null, child, refersToOld(), List.of(), List.of(), null, null);
    }
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < map.childColumns().size(); i++) {
      assignments.add(new Assignment(-1, List.of(childName(i)), false, newValue(i)));
    }
    return new Statement.Update(
        null, ConflictAction.DEFAULT, child, assignments, null, refersToOld(), List.of(), List.of(), null, null);
  }

  private Expression newValue(int place) {
    if (action == Action.CASCADE) {
      return name("new", parentName(place));
    }
    Column column = map.child().column(map.childColumns().get(place));
    boolean hasDefault = action == Action.SET_DEFAULT && column.defaultValue() != null && !column.isGenerated();
    return hasDefault ? column.defaultValue() : new Expression.NullLiteral(-1);
  }
}
