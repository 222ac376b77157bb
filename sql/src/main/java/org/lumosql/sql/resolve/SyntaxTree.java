// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Window;

/** What a node of the syntax tree consists of, in the order in which SQLite walks along it. */
final class SyntaxTree {
  private SyntaxTree() {}

  /** The expressions in an expression; those of its queries are not among them. */
  static List<Expression> children(Expression expression) {
    List<Expression> children = new ArrayList<>(4);
    if (expression instanceof Expression.Unary e) {
      children.add(e.operand());
    } else if (expression instanceof Expression.Binary e) {
      children.add(e.left());
      children.add(e.right());
    } else if (expression instanceof Expression.Parenthesised e) {
      children.add(e.inner());
    } else if (expression instanceof Expression.Collate e) {
      children.add(e.operand());
    } else if (expression instanceof Expression.Cast e) {
      children.add(e.operand());
    } else if (expression instanceof Expression.FunctionCall e) {
      children.addAll(e.arguments());
      addTerms(children, e.orderBy());
      if (e.over() != null) {
        children.addAll(e.over().partitionBy());
        addTerms(children, e.over().orderBy());
      }
      addIfThere(children, e.filter());
    } else if (expression instanceof Expression.RowValue e) {
      children.addAll(e.values());
    } else if (expression instanceof Expression.Raise e) {
      addIfThere(children, e.message());
    } else if (expression instanceof Expression.Case e) {
      addIfThere(children, e.base());
      for (Expression.When when : e.whens()) {
        children.add(when.condition());
        children.add(when.result());
      }
      addIfThere(children, e.otherwise());
    } else {
      addOperands(children, expression);
    }
    return children;
  }

  private static void addOperands(List<Expression> children, Expression expression) {
    if (expression instanceof Expression.Like e) {
      children.add(e.pattern());
      children.add(e.operand());
      addIfThere(children, e.escape());
    } else if (expression instanceof Expression.Between e) {
      children.add(e.operand());
      children.add(e.low());
      children.add(e.high());
    } else if (expression instanceof Expression.InList e) {
      children.add(e.operand());
      children.addAll(e.list());
    } else if (expression instanceof Expression.InSelect e) {
      children.add(e.operand());
    } else if (expression instanceof Expression.InTable e) {
      children.add(e.operand());
    }
  }

  private static void addIfThere(List<Expression> children, Expression expression) {
    if (expression != null) {
      children.add(expression);
    }
  }

  private static void addTerms(List<Expression> children, List<OrderingTerm> terms) {
    terms.forEach(term -> children.add(term.expression()));
  }

  /** The query that an expression is or has behind IN; null if there is none. */
  static Select query(Expression expression) {
    if (expression instanceof Expression.Subquery e) {
      return e.select();
    }
    if (expression instanceof Expression.Exists e) {
      return e.select();
    }
    if (expression instanceof Expression.InSelect e) {
      return e.select();
    }
    return expression instanceof Expression.InTable e ? Syntax.selectAll(e) : null;
  }

  /** The names of a query's columns; null if a star stands for some of them. */
  static List<String> names(Select select) {
    List<String> names = new ArrayList<>();
    if (select.arms().get(0).core() instanceof Select.Values values) {
      for (int i = 1; i <= values.rows().get(0).size(); i++) {
        names.add("column" + i);
      }
      return names;
    }
    for (Select.ResultItem item : ((Select.Simple) select.arms().get(0).core()).results()) {
      if (!(item instanceof Select.ResultExpression result)) {
        return null;
      }
      boolean isColumn = Syntax.unwrapCollate(result.expression()) instanceof Expression.ColumnReference;
      names.add(
          result.alias() != null
              ? result.alias()
              : isColumn ? ((Expression.ColumnReference) Syntax.unwrapCollate(result.expression())).column() : result.text());
    }
    return names;
  }

  /** The expressions of one SELECT, with the ON clauses behind WHERE. */
  static List<Expression> expressions(Select.Simple select) {
    List<Expression> all = new ArrayList<>();
    for (Select.ResultItem item : select.results()) {
      if (item instanceof Select.ResultExpression result) {
        all.add(result.expression());
      }
    }
    addIfThere(all, select.where());
    if (select.from() != null) {
      addOn(all, select.from());
    }
    all.addAll(select.groupBy());
    addIfThere(all, select.having());
    for (Select.NamedWindow named : select.windows()) {
      Window window = named.window();
      all.addAll(window.partitionBy());
      addTerms(all, window.orderBy());
    }
    return all;
  }

  private static void addOn(List<Expression> all, FromItem item) {
    if (item instanceof FromItem.Join join) {
      addOn(all, join.left());
      addOn(all, join.right());
      addIfThere(all, join.on());
    } else if (item instanceof FromItem.Parenthesised inner) {
      addOn(all, inner.inner());
    } else if (item instanceof FromItem.Function function) {
      all.addAll(function.arguments());
    }
  }

  /** The tables, functions and subqueries of a FROM clause. */
  static List<FromItem> sources(FromItem from) {
    List<FromItem> all = new ArrayList<>();
    addSources(all, from);
    return all;
  }

  private static void addSources(List<FromItem> all, FromItem item) {
    if (item instanceof FromItem.Join join) {
      addSources(all, join.left());
      addSources(all, join.right());
    } else if (item instanceof FromItem.Parenthesised inner) {
      addSources(all, inner.inner());
    } else if (item != null) {
      all.add(item);
    }
  }
}
