// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Typing;

/** Orders of sorters and ephemeral indexes. */
final class KeyOrders {
  private KeyOrders() {}

  /** @param extra columns behind the terms that count too, ascending and BINARY */
  static KeyOrder ofTerms(CompileContext context, List<BoundOrderingTerm> terms, int extra) {
    int count = terms.size() + extra;
    Collation[] collations = new Collation[count];
    boolean[] descending = new boolean[count];
    boolean[] bigNulls = new boolean[count];
    for (int i = 0; i < count; i++) {
      collations[i] =
          i < terms.size() ? Typing.collationOrBinary(terms.get(i).expression()) : Collations.binary();
      descending[i] = i < terms.size() && terms.get(i).descending();
      bigNulls[i] = i < terms.size() && terms.get(i).hasBigNulls();
    }
    return new KeyOrder(context.databases().encoding(), collations, descending, bigNulls);
  }

  static KeyOrder ofExpressions(CompileContext context, List<BoundExpression> expressions) {
    return ofTerms(context, ascending(expressions), 0);
  }

  static List<BoundOrderingTerm> ascending(List<BoundExpression> expressions) {
    List<BoundOrderingTerm> terms = new ArrayList<>(expressions.size());
    for (BoundExpression expression : expressions) {
      terms.add(new BoundOrderingTerm(expression, false, false));
    }
    return terms;
  }
}
