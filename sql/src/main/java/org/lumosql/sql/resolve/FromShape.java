// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;

/**
 * A FROM clause with nothing left but what NATURAL and USING look at: tables, and the names of the columns that subqueries have. All expressions are gone, so that it can
 * be resolved although a name in one of them means nothing.
 */
final class FromShape {
  private final CommonTables commonTables;

  FromShape(CommonTables commonTables) {
    this.commonTables = commonTables;
  }

  FromItem of(FromItem item) {
    if (item instanceof FromItem.Join join) {
      return new FromItem.Join(
          join.position(), of(join.left()), of(join.right()), join.type(), join.natural(), join.comma(), null, join.using());
    }
    if (item instanceof FromItem.Parenthesised inner) {
      return new FromItem.Parenthesised(inner.position(), of(inner.inner()), inner.alias());
    }
    if (item instanceof FromItem.Subselect subselect) {
      return new FromItem.Subselect(subselect.position(), of(subselect.select(), null), subselect.alias());
    }
    if (item instanceof FromItem.Table table && table.schema() == null) {
      CommonTables.Entry common = CommonTables.find(commonTables, table.name());
      if (common != null && !hasStar(common.table().select())) {
        String name = table.alias() == null ? table.name() : table.alias();
        return new FromItem.Subselect(table.position(), of(common.table().select(), common.table().columns()), name);
      }
    }
    return item;
  }

  /** @param names of the columns; null for those of the first SELECT */
  private Select of(Select select, List<String> names) {
    List<Select.ResultItem> results = new ArrayList<>();
    Select.Core first = select.arms().get(0).core();
    FromItem from = null;
    if (first instanceof Select.Simple simple) {
      for (Select.ResultItem item : simple.results()) {
        results.add(item instanceof Select.ResultExpression result ? nothing(name(result, names, results.size())) : item);
      }
      from = hasStar(select) ? of(simple.from()) : null;
    } else {
      for (int i = 0; i < ((Select.Values) first).rows().get(0).size(); i++) {
        results.add(nothing(names != null && i < names.size() ? names.get(i) : "column" + (i + 1)));
      }
    }
    Select.Simple core = new Select.Simple(select.position(), false, results, from, null, List.of(), null, List.of());
    return new Select(select.position(), select.with(), List.of(new Select.Arm(null, core)), List.of(), null, null);
  }

  private static String name(Select.ResultExpression result, List<String> names, int place) {
    if (names != null) {
      return place < names.size() ? names.get(place) : result.text();
    }
    if (result.alias() != null) {
      return result.alias();
    }
    return result.expression().unwrapped() instanceof Expression.ColumnReference column ? column.column() : result.text();
  }

  private static Select.ResultItem nothing(String name) {
    return new Select.ResultExpression(new Expression.NullLiteral(0), name, name);
  }

  private static boolean hasStar(Select select) {
    return select.arms().get(0).core() instanceof Select.Simple simple
        && !simple.results().stream().allMatch(Select.ResultExpression.class::isInstance);
  }
}
