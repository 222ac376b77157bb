// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Upsert;
import org.lumosql.sql.ast.With;

/** INSERT, REPLACE, UPDATE and DELETE, alone and in triggers, where less is allowed. */
final class ChangeParser {
  private final TokenStream tokens;
  private final SelectParser selects;
  private OrderingTerm.Nulls explicitNulls = OrderingTerm.Nulls.DEFAULT;
  private String misplaced;
  private boolean isQualified;

  ChangeParser(TokenStream tokens, SelectParser selects) {
    this.tokens = tokens;
    this.selects = selects;
  }

  private void misplacedInTrigger(String message) {
    misplaced = misplaced == null ? message : misplaced;
  }

  /** At the end of a trigger's step: tells what was in it that triggers do not allow. */
  void endTriggerStep() {
    if (misplaced != null) {
      tokens.failNext(misplaced);
    }
  }

  /** Whether a step of a trigger names the database of the table that it changes: only temporary triggers may. */
  boolean hasQualifiedTarget() {
    return isQualified;
  }

  // ---- names and clauses ------------------------------------------------------------------------------------------

  QualifiedName qualifiedName() {
    int position = tokens.start();
    String name = tokens.name();
    if (tokens.take(TokenKind.DOT)) {
      int namePosition = tokens.start();
      return new QualifiedName(position, namePosition, name, tokens.name());
    }
    return new QualifiedName(position, position, null, name);
  }

  private QualifiedName target(boolean inTrigger) {
    QualifiedName name = qualifiedName();
    if (inTrigger && name.schema() != null) {
      isQualified = true;
    }
    return name;
  }

  private FromItem.Table targetTable(boolean inTrigger) {
    QualifiedName name = target(inTrigger);
    String alias = tokens.take(TokenKind.AS) ? tokens.name() : null;
    FromItem.Table table = selects.from().table(name.position(), name.schema(), name.name(), alias);
    if (inTrigger && table.indexedBy() != null) {
      misplacedInTrigger(
          "the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers");
    }
    if (inTrigger && table.notIndexed()) {
      misplacedInTrigger(
          "the NOT INDEXED clause is not allowed on UPDATE or DELETE statements within triggers");
    }
    return table;
  }

  /** OR action, DEFAULT if there is none. */
  private ConflictAction orConflict() {
    return tokens.take(TokenKind.OR) ? resolution() : ConflictAction.DEFAULT;
  }

  /** ON CONFLICT action of a constraint, DEFAULT if there is none. */
  ConflictAction onConflict() {
    if (!tokens.take(TokenKind.ON)) {
      return ConflictAction.DEFAULT;
    }
    tokens.expect(TokenKind.CONFLICT);
    return resolution();
  }

  private ConflictAction resolution() {
    switch (tokens.kind()) {
      case ROLLBACK:
      case ABORT:
      case FAIL:
      case IGNORE:
      case REPLACE:
        ConflictAction action = ConflictAction.valueOf(tokens.kind().name());
        tokens.advance();
        return action;
      default:
        throw tokens.syntaxError();
    }
  }

  private List<Select.ResultItem> returning() {
    return tokens.take(TokenKind.RETURNING) ? selects.resultItems() : List.of();
  }

  private static void refuseReturning(boolean inTrigger, List<Select.ResultItem> returning) {
    if (inTrigger && !returning.isEmpty()) {
      throw new SqlException("cannot use RETURNING in a trigger");
    }
  }

  /** Columns of an index, a key or an upsert target, without their parentheses. */
  List<IndexedColumn> indexedColumns() {
    List<IndexedColumn> columns = new ArrayList<>();
    do {
      int position = tokens.start();
      Expression expression = selects.expression();
      String text = tokens.span(position);
      OrderingTerm term = selects.orderingTerm(expression);
      if (term.nulls() != OrderingTerm.Nulls.DEFAULT) {
        explicitNulls = term.nulls();
      }
      columns.add(new IndexedColumn(expression, term.descending(), text));
    } while (tokens.take(TokenKind.COMMA));
    return columns;
  }

  /** The error of NULLS FIRST or LAST in indexed columns, told once the constraint around them is complete. */
  void refuseNulls() {
    if (explicitNulls != OrderingTerm.Nulls.DEFAULT) {
      tokens.failNext("unsupported use of NULLS " + explicitNulls.name());
    }
  }

  // ---- INSERT -----------------------------------------------------------------------------------------------------

  Statement insert(With with, boolean inTrigger) {
    ConflictAction action;
    if (tokens.take(TokenKind.REPLACE)) {
      action = ConflictAction.REPLACE;
    } else {
      tokens.expect(TokenKind.INSERT);
      action = orConflict();
    }
    tokens.expect(TokenKind.INTO);
    QualifiedName table = target(inTrigger);
    String alias = tokens.take(TokenKind.AS) ? tokens.name() : null;
    List<String> columns = null;
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      columns = tokens.names();
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    if (!inTrigger && tokens.take(TokenKind.DEFAULT)) {
      tokens.expect(TokenKind.VALUES);
      return new Statement.Insert(with, action, table, alias, columns, null, List.of(), returning());
    }
    Select source = selects.select();
    List<Upsert> upserts = upserts();
    List<Select.ResultItem> returning = returning();
    refuseReturning(inTrigger, returning);
    return new Statement.Insert(with, action, table, alias, columns, source, upserts, returning);
  }

  private List<Upsert> upserts() {
    List<Upsert> upserts = new ArrayList<>();
    boolean more = true;
    while (more && tokens.at(TokenKind.ON)) {
      Upsert upsert = upsert();
      upserts.add(upsert);
      // a clause without target catches everything: none may follow
      more = !upsert.target().isEmpty();
    }
    return upserts;
  }

  private Upsert upsert() {
    int position = tokens.start();
    tokens.expect(TokenKind.ON);
    tokens.expect(TokenKind.CONFLICT);
    List<IndexedColumn> target = List.of();
    Expression targetWhere = null;
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      target = indexedColumns();
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      targetWhere = selects.where();
      refuseNulls();
    }
    tokens.expect(TokenKind.DO);
    if (tokens.take(TokenKind.NOTHING)) {
      return new Upsert(position, target, targetWhere, null, null);
    }
    tokens.expect(TokenKind.UPDATE);
    tokens.expect(TokenKind.SET);
    List<Assignment> assignments = assignments();
    return new Upsert(position, target, targetWhere, assignments, selects.where());
  }

  // ---- UPDATE and DELETE ------------------------------------------------------------------------------------------

  private List<Assignment> assignments() {
    List<Assignment> assignments = new ArrayList<>();
    do {
      int position = tokens.start();
      List<String> columns;
      boolean isRow = tokens.take(TokenKind.LEFT_PARENTHESIS);
      if (isRow) {
        columns = tokens.names();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      } else {
        columns = List.of(tokens.name());
      }
      tokens.expect(TokenKind.EQUAL);
      Expression value = selects.expression();
      if (isRow) {
        requireSize(columns.size(), value.unwrapped());
      }
      assignments.add(new Assignment(position, columns, isRow, value));
    } while (tokens.take(TokenKind.COMMA));
    return assignments;
  }

  /** A row that is written out has as many values as there are columns; what a query has is seen later. */
  private static void requireSize(int columns, Expression value) {
    int values = value instanceof Expression.RowValue row ? row.values().size() : 1;
    if (values != columns && !(value instanceof Expression.Subquery)) {
      throw new SqlException(columns + " columns assigned " + values + " values");
    }
  }

  Statement update(With with, boolean inTrigger) {
    tokens.expect(TokenKind.UPDATE);
    ConflictAction action = orConflict();
    FromItem.Table table = targetTable(inTrigger);
    tokens.expect(TokenKind.SET);
    List<Assignment> assignments = assignments();
    FromItem from = tokens.take(TokenKind.FROM) ? selects.from().items() : null;
    Expression where = selects.where();
    if (inTrigger) {
      return new Statement.Update(
          with, action, table, assignments, from, where, List.of(), List.of(), null, null);
    }
    List<Select.ResultItem> returning = returning();
    List<OrderingTerm> orderBy = selects.orderBy();
    SelectParser.Limit limit = selects.limit();
    return new Statement.Update(
        with, action, table, assignments, from, where, returning, orderBy, limit.limit(), limit.offset());
  }

  Statement delete(With with, boolean inTrigger) {
    tokens.expect(TokenKind.DELETE);
    tokens.expect(TokenKind.FROM);
    FromItem.Table table = targetTable(inTrigger);
    Expression where = selects.where();
    if (inTrigger) {
      return new Statement.Delete(with, table, where, List.of(), List.of(), null, null);
    }
    List<Select.ResultItem> returning = returning();
    List<OrderingTerm> orderBy = selects.orderBy();
    SelectParser.Limit limit = selects.limit();
    return new Statement.Delete(with, table, where, returning, orderBy, limit.limit(), limit.offset());
  }
}
