// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Subtypes;
import org.lumosql.sql.resolve.Typing;

/**
 * Results of a grouped query that are a term of GROUP BY. Where min() or max() says which row's columns the group shows, a result that is a term and no mere column
 * shows the group's key all the same: the value of its first row, which is equal to those of the others but may be written otherwise (0.0 and 0, 'a' and 'A'). Keys have no subtypes either.
 */
final class GroupKeys {
  private final CompileContext context;
  private final List<BoundOrderingTerm> groups;
  private final int firstRegister;
  private final boolean isRowChosen;
  private final boolean hasWindows;
  private final boolean isDistinct;
  private final Map<BoundExpression, Integer> registers = new LinkedHashMap<>(0);

  /**
   * @param firstRegister of the present group's key
   * @param isRowChosen whether columns are those of the row with the least or largest value
   */
  GroupKeys(CompileContext context, QueryBlock block, List<BoundOrderingTerm> groups, int firstRegister, boolean isRowChosen) {
    this.context = context;
    this.groups = groups;
    this.firstRegister = firstRegister;
    this.isDistinct = block.isDistinct();
    this.isRowChosen = isRowChosen;
    this.hasWindows = !block.windows().isEmpty();
  }

  /** @param orderBy what the rows are sorted by afterwards: a result that is one of these terms comes out of the sorter, computed as any expression, unless DISTINCT wants it before */
  List<BoundExpression> results(List<BoundExpression> results, List<BoundOrderingTerm> orderBy) {
    if (hasWindows) {
      return results;
    }
    List<BoundExpression> shown = new ArrayList<>(results.size());
    for (BoundExpression result : results) {
      boolean isSorted = !isDistinct && orderBy.stream().anyMatch(term -> isSame(term.expression(), result));
      shown.add(isSorted ? result : shown(result));
    }
    return shown;
  }

  /** In an arm of a merge the terms are the results with the collations of the whole query. */
  private static boolean isSame(BoundExpression term, BoundExpression result) {
    return term.equals(result) || term instanceof BoundExpression.Collated collated && collated.operand().equals(result);
  }

  private BoundExpression shown(BoundExpression expression) {
    BoundExpression inner = expression;
    while (inner instanceof BoundExpression.Collated collated) {
      inner = collated.operand();
    }
    inner = Typing.withoutHints(inner);
    if (inner instanceof BoundExpression.ColumnValue || !isRowChosen && !Subtypes.mayBeGiven(inner)) {
      return expression;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).expression().equals(expression)) {
        BoundExpression key = new BoundExpression.Projected(expression, Typing.affinity(expression), Typing.collation(expression));
        registers.put(key, firstRegister + i);
        return key;
      }
    }
    return expression;
  }

  /** From here on these results mean the key. */
  void begin() {
    registers.forEach((key, register) -> context.setReplacement(key, Replacements.register(register)));
  }

  void end() {
    registers.keySet().forEach(key -> context.setReplacement(key, null));
  }
}
