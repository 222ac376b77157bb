// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Upsert;
import org.lumosql.sql.ast.Window;
import org.lumosql.sql.ast.With;
import org.lumosql.sql.resolve.ConstantFolding;

/**
 * Walks a view or trigger and fails if it names a database other than its own: it is stored in one file, and the
 * others may be attached
 * under any name. Definitions in temp may name all.
 */
final class SchemaNames {
  private final String schema;
  private final String object;
  private final int position;

  /** @param schema name of the object's database; @param object kind and name, for the message; @param position of its name */
  SchemaNames(String schema, String object, int position) {
    this.schema = schema;
    this.object = object;
    this.position = position;
  }

  private void name(String named) {
    if (named != null && !Ascii.equal(named, schema)) {
      throw new SqlException(object + " cannot reference objects in database " + named, position);
    }
  }

  void trigger(Statement.CreateTrigger trigger) {
    for (Statement statement : trigger.body()) {
      if (statement instanceof Statement.Query query) {
        select(query.select());
      } else if (statement instanceof Statement.Insert insert) {
        select(insert.source());
        insert.upserts().forEach(this::upsert);
      } else if (statement instanceof Statement.Update update) {
        expression(update.where());
        assignments(update.assignments());
        from(update.from());
      } else if (statement instanceof Statement.Delete delete) {
        expression(delete.where());
      }
    }
    expression(trigger.when());
  }

  private void upsert(Upsert upsert) {
    for (IndexedColumn column : upsert.target()) {
      expression(column.expression());
    }
    expression(upsert.targetWhere());
    if (upsert.assignments() != null) {
      assignments(upsert.assignments());
    }
    expression(upsert.where());
  }

  private void assignments(List<Assignment> list) {
    list.forEach(assignment -> expression(assignment.value()));
  }

  // ---- queries ----------------------------------------------------------------------------------------------------

  /** The last arm of a compound comes first; of each, the names in FROM, then expressions, then queries in FROM. */
  void select(Select select) {
    if (select == null) {
      return;
    }
    int last = select.arms().size() - 1;
    for (int i = last; i >= 0; i--) {
      Select.Core core = select.arms().get(i).core();
      Select.Simple simple = core instanceof Select.Simple it ? it : null;
      if (simple != null) {
        names(simple.from());
      }
      if (i == last && select.with() != null) {
        select.with().tables().forEach(table -> select(table.select()));
      }
      if (core instanceof Select.Values values) {
        values.rows().forEach(this::expressions);
      }
      if (simple != null) {
        expressionsOf(simple);
      }
      if (i == last) {
        terms(select.orderBy());
        expression(select.limit());
        expression(select.offset());
      }
      if (simple != null) {
        queries(simple.from());
      }
    }
  }

  private void expressionsOf(Select.Simple simple) {
    for (Select.ResultItem item : simple.results()) {
      if (item instanceof Select.ResultExpression result) {
        expression(result.expression());
      }
    }
    expression(simple.where());
    expressions(simple.groupBy());
    expression(simple.having());
    simple.windows().forEach(named -> window(named.window()));
  }

  private void from(FromItem item) {
    names(item);
    queries(item);
  }

  /** The names of tables in FROM, and conditions of joins. */
  private void names(FromItem item) {
    if (item instanceof FromItem.Table table) {
      name(table.schema());
    } else if (item instanceof FromItem.Function function) {
      name(function.schema());
    } else if (item instanceof FromItem.Parenthesised parenthesised) {
      names(parenthesised.inner());
    } else if (item instanceof FromItem.Join join) {
      names(join.left());
      names(join.right());
      expression(join.on());
    }
  }

  /** The queries in FROM, and arguments of table-valued functions. */
  private void queries(FromItem item) {
    if (item instanceof FromItem.Function function) {
      expressions(function.arguments());
    } else if (item instanceof FromItem.Subselect subselect) {
      select(subselect.select());
    } else if (item instanceof FromItem.Parenthesised parenthesised) {
      queries(parenthesised.inner());
    } else if (item instanceof FromItem.Join join) {
      queries(join.left());
      queries(join.right());
    }
  }

  private void terms(List<OrderingTerm> terms) {
    terms.forEach(term -> expression(term.expression()));
  }

  private void window(Window window) {
    if (window != null) {
      expressions(window.partitionBy());
      terms(window.orderBy());
    }
  }

  // ---- expressions ------------------------------------------------------------------------------------------------

  private void expressions(List<Expression> list) {
    if (list != null) {
      list.forEach(this::expression);
    }
  }

  private void expression(Expression expression) {
    if (expression != null && ConstantFolding.isFalse(expression)) {
      return; // what is false as it is written is nothing else from then on
    }
    if (expression instanceof Expression.Unary e) {
      expression(e.operand());
    } else if (expression instanceof Expression.Binary e) {
      expression(e.left());
      expression(e.right());
    } else if (expression instanceof Expression.Parenthesised e) {
      expression(e.inner());
    } else if (expression instanceof Expression.Collate e) {
      expression(e.operand());
    } else if (expression instanceof Expression.Cast e) {
      expression(e.operand());
    } else if (expression instanceof Expression.FunctionCall e) {
      expressions(e.arguments());
      terms(e.orderBy());
      expression(e.filter());
      window(e.over());
    } else if (expression instanceof Expression.RowValue e) {
      expressions(e.values());
    } else if (expression instanceof Expression.Raise e) {
      expression(e.message());
    } else if (expression instanceof Expression.Case e) {
      caseExpression(e);
    } else if (expression != null) {
      condition(expression);
    }
  }

  private void caseExpression(Expression.Case expression) {
    expression(expression.base());
    for (Expression.When when : expression.whens()) {
      expression(when.condition());
      expression(when.result());
    }
    expression(expression.otherwise());
  }

  private void condition(Expression expression) {
    if (expression instanceof Expression.Like e) {
      expression(e.operand());
      expression(e.pattern());
      expression(e.escape());
    } else if (expression instanceof Expression.Between e) {
      expression(e.operand());
      expression(e.low());
      expression(e.high());
    } else if (expression instanceof Expression.InList e) {
      expression(ConstantFolding.isTruth(e) ? null : e.operand()); // with nothing in the list, what stands before NOT IN is nothing either
      expressions(e.list());
    } else if (expression instanceof Expression.InSelect e) {
      expression(e.operand());
      select(e.select());
    } else if (expression instanceof Expression.InTable e) {
      expression(e.operand());
      name(e.schema());
      expressions(e.arguments());
    } else if (expression instanceof Expression.Exists e) {
      select(e.select());
    } else if (expression instanceof Expression.Subquery e) {
      select(e.select());
    }
  }
}
