// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Index;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;

/** The indexes of sources, with their expressions and conditions bound to the source. */
public final class IndexBinder {
  private final Binding binding;
  private final List<Known> known = new ArrayList<>(2);

  /** What was bound for a source already. There are few: a search along the list is cheaper than a map. */
  private record Known(Source source, List<BoundIndex> indexes) {}

  /** Resolves an expression of an index definition against a source. */
  @FunctionalInterface
  public interface Binding {
    BoundExpression bind(Source.TableSource source, Expression expression);
  }

  public IndexBinder(Binding binding) {
    this.binding = binding;
  }

  /** The indexes of a source, newest first; none for sources without a table. */
  List<BoundIndex> indexes(Source source) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).source() == source) {
        return known.get(i).indexes();
      }
    }
    List<BoundIndex> list = bind(source);
    known.add(new Known(source, list));
    return list;
  }

  private List<BoundIndex> bind(Source source) {
    if (!(source instanceof Source.TableSource tableSource)) {
      return List.of();
    }
    List<Index> indexes = tableSource.table().indexes();
    if (indexes.isEmpty()) {
      return List.of();
    }
    List<BoundIndex> list = new ArrayList<>(indexes.size());
    for (Index index : indexes) {
      BoundExpression[] expressions = expressions(tableSource, index);
      BoundExpression where =
          index.isPartial() ? binding.bind(tableSource, index.definition().where()) : null;
      list.add(new BoundIndex(source, index, expressions, where));
    }
    return list;
  }

  private BoundExpression[] expressions(Source.TableSource source, Index index) {
    List<Index.Part> parts = index.parts();
    BoundExpression[] expressions = null;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).column() == Index.EXPRESSION) {
        if (expressions == null) {
          expressions = new BoundExpression[parts.size()];
        }
        expressions[i] = Expressions.withoutCollation(binding.bind(source, parts.get(i).expression()));
      }
    }
    return expressions;
  }

  /** Whether an index of the source has an expression as a part. */
  boolean hasExpression(Source source, BoundExpression expression) {
    for (BoundIndex index : indexes(source)) {
      for (int i = 0; i < index.index().keyCount(); i++) {
        if (index.column(i) == Term.EXPRESSION && index.part(i).equals(expression)) {
          return true;
        }
      }
    }
    return false;
  }
}
