// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.With;

/** Queries (https://sqlite.org/lang_select.html). */
final class SelectParser {
  /** Grammar symbols that a query within an expression or a FROM clause lies deeper. */
  private static final int DEPTH = 4;
  private static final int WITH_DEPTH = 1;

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final FromParser from;
  private WindowParser windows;
  private int height;

  SelectParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.from = new FromParser(tokens, this, expressions);
  }

  WindowParser windows() {
    if (windows == null) {
      windows = new WindowParser(tokens, this);
    }
    return windows;
  }

  FromParser from() {
    return from;
  }

  /** Height of the highest expression of the query parsed last. */
  int height() {
    return height;
  }

  Expression expression() {
    Expression expression = expressions.parse();
    height = Math.max(height, expressions.height());
    return expression;
  }

  private List<Expression> expressionList() {
    List<Expression> list = expressions.list();
    height = Math.max(height, expressions.height());
    return list;
  }

  /**
   * A query within another statement's expression or FROM clause; {@link #height()} is its height until the next
   * call.
   */
  Select nested() {
    tokens.enter(DEPTH);
    height = 0;
    Select select = select();
    tokens.leave(DEPTH);
    return select;
  }

  /** A query with its own WITH clause, if any. */
  Select select() {
    int position = tokens.start();
    return select(position, with());
  }

  Select select(int position, With with) {
    List<Select.Arm> arms = new ArrayList<>(1);
    Select.CompoundOperator operator = null;
    List<OrderingTerm> orderBy = List.of();
    Limit limit = Limit.NONE;
    String misplaced = null;
    int number = 0;
    while (true) {
      boolean isValues = tokens.at(TokenKind.VALUES);
      arms.add(new Select.Arm(operator, isValues ? values() : simple()));
      if (!isValues) {
        orderBy = orderBy();
        limit = limit();
      }
      number = tokens.nextSelectNumber(isValues && isSeveral(arms.get(arms.size() - 1)) ? 2 : 1);
      operator = compoundOperator();
      if (operator == null) {
        break;
      }
      if (!orderBy.isEmpty() || limit.limit() != null) {
        String clause = orderBy.isEmpty() ? "LIMIT" : "ORDER BY";
        misplaced = clause + " clause should come after " + operator.text() + " not before";
      }
    }
    if (misplaced != null) {
      tokens.failNext(misplaced);
    } else if (arms.size() > tokens.limits().compoundSelect() && tokens.limits().compoundSelect() > 0) {
      tokens.failNext("too many terms in compound SELECT");
    }
    return new Select(position, with, arms, orderBy, limit.limit(), limit.offset(), number);
  }

  /** The rows of VALUES stand for a SELECT of their own under the one that has them. */
  private static boolean isSeveral(Select.Arm arm) {
    return ((Select.Values) arm.core()).rows().size() > 1;
  }

  private Select.CompoundOperator compoundOperator() {
    if (tokens.take(TokenKind.UNION)) {
      return tokens.take(TokenKind.ALL) ? Select.CompoundOperator.UNION_ALL : Select.CompoundOperator.UNION;
    }
    if (tokens.take(TokenKind.INTERSECT)) {
      return Select.CompoundOperator.INTERSECT;
    }
    return tokens.take(TokenKind.EXCEPT) ? Select.CompoundOperator.EXCEPT : null;
  }

  private Select.Values values() {
    int position = tokens.start();
    tokens.expect(TokenKind.VALUES);
    List<List<Expression>> rows = new ArrayList<>();
    do {
      tokens.expect(TokenKind.LEFT_PARENTHESIS);
      List<Expression> row = expressionList();
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      if (!rows.isEmpty() && rows.get(0).size() != row.size()) {
        tokens.failAtEnd("all VALUES must have the same number of terms", -1);
      }
      rows.add(row);
    } while (tokens.take(TokenKind.COMMA));
    return new Select.Values(position, rows);
  }

  private Select.Simple simple() {
    int position = tokens.start();
    tokens.expect(TokenKind.SELECT);
    boolean distinct = tokens.take(TokenKind.DISTINCT);
    if (!distinct) {
      tokens.take(TokenKind.ALL);
    }
    List<Select.ResultItem> results = resultItems();
    FromItem source = tokens.take(TokenKind.FROM) ? from.items() : null;
    Expression where = where();
    List<Expression> groupBy = List.of();
    if (tokens.take(TokenKind.GROUP)) {
      tokens.expect(TokenKind.BY);
      groupBy = expressionList();
    }
    Expression having = tokens.take(TokenKind.HAVING) ? expression() : null;
    List<Select.NamedWindow> named = tokens.at(TokenKind.WINDOW) ? windows().clause() : List.of();
    return new Select.Simple(position, distinct, results, source, where, groupBy, having, named);
  }

  Expression where() {
    if (!tokens.take(TokenKind.WHERE)) {
      return null;
    }
    tokens.enter(1);
    Expression where = expression();
    tokens.leave(1);
    return where;
  }

  List<Select.ResultItem> resultItems() {
    List<Select.ResultItem> items = new ArrayList<>(4);
    do {
      items.add(resultItem());
    } while (tokens.take(TokenKind.COMMA));
    return items;
  }

  private Select.ResultItem resultItem() {
    int position = tokens.start();
    if (tokens.take(TokenKind.STAR)) {
      return new Select.AllColumns(position);
    }
    if (tokens.kind().isName() && tokens.peek(1) == TokenKind.DOT && tokens.peek(2) == TokenKind.STAR) {
      String table = tokens.takeName();
      tokens.advance();
      tokens.advance();
      return new Select.TableColumns(position, table);
    }
    Expression expression = expression();
    String text = text(expression, position);
    return new Select.ResultExpression(expression, alias(), text);
  }

  /** The text of an expression that was just read; of a plain column it is the name that is there already. */
  private String text(Expression expression, int position) {
    if (expression instanceof Expression.ColumnReference column
        && column.table() == null
        && tokens.isSpan(position, column.column().length())) {
      return column.column();
    }
    return tokens.span(position);
  }

  /** AS name, or a name that is no join word; null if there is none. */
  String alias() {
    if (tokens.take(TokenKind.AS)) {
      return tokens.name();
    }
    return tokens.kind().isIdentifierOrString() ? tokens.takeName() : null;
  }

  List<OrderingTerm> orderBy() {
    if (!tokens.take(TokenKind.ORDER)) {
      return List.of();
    }
    tokens.expect(TokenKind.BY);
    return orderingTerms();
  }

  List<OrderingTerm> orderingTerms() {
    List<OrderingTerm> terms = new ArrayList<>();
    do {
      terms.add(orderingTerm(expression()));
    } while (tokens.take(TokenKind.COMMA));
    return terms;
  }

  /** ASC, DESC and NULLS behind a term. */
  OrderingTerm orderingTerm(Expression expression) {
    boolean descending = descending();
    OrderingTerm.Nulls nulls = OrderingTerm.Nulls.DEFAULT;
    if (tokens.take(TokenKind.NULLS)) {
      if (tokens.take(TokenKind.FIRST)) {
        nulls = OrderingTerm.Nulls.FIRST;
      } else {
        tokens.expect(TokenKind.LAST);
        nulls = OrderingTerm.Nulls.LAST;
      }
    }
    return new OrderingTerm(expression, descending, nulls);
  }

  boolean descending() {
    if (tokens.take(TokenKind.DESC)) {
      return true;
    }
    tokens.take(TokenKind.ASC);
    return false;
  }

  /** LIMIT and OFFSET, each null if not given. */
  record Limit(Expression limit, Expression offset) {
    static final Limit NONE = new Limit(null, null);
  }

  Limit limit() {
    if (!tokens.take(TokenKind.LIMIT)) {
      return Limit.NONE;
    }
    Expression first = expression();
    if (tokens.take(TokenKind.OFFSET)) {
      return new Limit(first, expression());
    }
    // LIMIT offset, count
    return tokens.take(TokenKind.COMMA) ? new Limit(expression(), first) : new Limit(first, null);
  }

  // ---- WITH -------------------------------------------------------------------------------------------------------

  /** The WITH clause, null if there is none. */
  With with() {
    if (!tokens.take(TokenKind.WITH)) {
      return null;
    }
    boolean recursive = tokens.take(TokenKind.RECURSIVE);
    List<With.CommonTable> tables = new ArrayList<>();
    do {
      With.CommonTable table = commonTable();
      for (With.CommonTable other : tables) {
        if (Ascii.equal(other.name(), table.name())) {
          tokens.failNext("duplicate WITH table name: " + table.name());
        }
      }
      tables.add(table);
    } while (tokens.take(TokenKind.COMMA));
    return new With(recursive, tables);
  }

  private With.CommonTable commonTable() {
    int position = tokens.start();
    String name = tokens.name();
    List<String> columns = columnNames();
    tokens.expect(TokenKind.AS);
    With.Materialized materialized = With.Materialized.ANY;
    if (tokens.take(TokenKind.MATERIALIZED)) {
      materialized = With.Materialized.MATERIALIZED;
    } else if (tokens.take(TokenKind.NOT)) {
      tokens.expect(TokenKind.MATERIALIZED);
      materialized = With.Materialized.NOT_MATERIALIZED;
    }
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    int outer = height;
    tokens.enter(WITH_DEPTH);
    Select select = nested();
    tokens.leave(WITH_DEPTH);
    height = outer;
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return new With.CommonTable(position, name, columns, materialized, select);
  }

  /**
   * Names in parentheses, null if there is no parenthesis. COLLATE and a direction are understood, but mean an error.
   */
  List<String> columnNames() {
    if (!tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    do {
      String text = tokens.text();
      String name = tokens.name();
      boolean decorated = false;
      if (tokens.take(TokenKind.COLLATE)) {
        tokens.identifierOrString();
        decorated = true;
      }
      if (tokens.at(TokenKind.ASC) || tokens.at(TokenKind.DESC)) {
        tokens.advance();
        decorated = true;
      }
      if (decorated) {
        tokens.failNext("syntax error after column name \"" + text + "\"");
      }
      names.add(name);
    } while (tokens.take(TokenKind.COMMA));
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return names;
  }

  /** Forgets the height of a part that does not count for the query around it. */
  void setHeight(int outer) {
    height = outer;
  }
}
