// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;

/**
 * ORDER BY of a compound query: each term is a result column, by number, by alias, or by being the same expression
 * in one of the arms.
 */
final class CompoundTerms {
  private final List<BoundQuery.Arm> arms;
  private final List<Scope> scopes;
  private final ResolverState state;

  CompoundTerms(List<BoundQuery.Arm> arms, List<Scope> scopes, ResolverState state) {
    this.arms = arms;
    this.scopes = scopes;
    this.state = state;
  }

  /** The 0-based result column of each term; null if there are none. */
  int[] bind(List<OrderingTerm> terms) {
    if (terms.isEmpty()) {
      return null;
    }
    ResultTerms.checkCount(state, terms.size(), "ORDER");
    int[] columns = new int[terms.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(terms.get(i).expression(), i);
    }
    return columns;
  }

  private int column(Expression term, int index) {
    int count = arms.get(0).block().results().size();
    Expression bare = Syntax.unwrapCollate(term);
    Integer number = Syntax.integerOf(term);
    if (number != null) {
      if (number < 1 || number > count) {
        throw ResultTerms.outOfRange(index, "ORDER", count, term.position());
      }
      return number - 1;
    }
    for (int arm = 0; arm < arms.size(); arm++) {
      int column = byAlias(bare, scopes.get(arm));
      if (column < 0) {
        column = byExpression(bare, arm);
      }
      if (column >= 0) {
        return column;
      }
    }
    throw new SqlException(
        Syntax.ordinal(index + 1) + " ORDER BY term does not match any column in the result set");
  }

  private static int byAlias(Expression term, Scope scope) {
    if (term instanceof Expression.ColumnReference name && name.table() == null) {
      List<Scope.Alias> aliases = scope.aliases();
      for (int i = 0; i < aliases.size(); i++) {
        if (aliases.get(i).name() != null && Ascii.equal(aliases.get(i).name(), name.column())) {
          return i;
        }
      }
    }
    return -1;
  }

  private int byExpression(Expression term, int arm) {
    BoundExpression bound;
    Scope scope = scopes.get(arm);
    Scope.Calls aggregates = scope.setAggregateRule(Scope.Calls.ALLOWED);
    try {
      bound = new ExpressionResolver(state, scope).bind(term);
    } catch (SqlException notThisArm) {
      return -1;
    } finally {
      scope.setAggregateRule(aggregates);
    }
    List<QueryBlock.Result> results = arms.get(arm).block().results();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).expression().equals(bound)) {
        return i;
      }
    }
    return -1;
  }

  /** The terms with direction, and with the collation of COLLATE or of the leftmost arm that has one for the column. */
  static List<BoundOrderingTerm> termsOf(
      int[] columns, List<OrderingTerm> terms, List<BoundQuery.Arm> arms, ResolverState state) {
    List<BoundOrderingTerm> bound = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      BoundExpression value = arms.get(0).block().results().get(columns[i]).expression();
      if (terms.get(i).expression().unwrapped() instanceof Expression.Collate collate) {
        value = new BoundExpression.Collated(value, state.databases().collationOrMissing(collate.collation()));
      } else {
        value = new BoundExpression.Collated(value, collationOf(columns[i], arms));
      }
      bound.add(FunctionResolver.term(value, terms.get(i)));
    }
    return bound;
  }

  /** The collation of a column of a compound: that of the leftmost arm that has one, BINARY if none has. */
  static org.lumosql.record.Collation collationOf(int column, List<BoundQuery.Arm> arms) {
    for (BoundQuery.Arm arm : arms) {
      var collation = Typing.collation(arm.block().results().get(column).expression());
      if (collation == null && arm.isUntyped()) {
        break; // a column of rows computed beside the query is one of a table: it has a collation, BINARY
      }
      if (collation != null) {
        return collation;
      }
    }
    return org.lumosql.record.Collations.binary();
  }
}
