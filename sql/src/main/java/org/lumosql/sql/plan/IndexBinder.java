// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;

/** The indexes of sources, with their expressions and conditions bound to the source. */
public final class IndexBinder {
  private final Binding binding;
  private final Map<Source, List<BoundIndex>> known = new IdentityHashMap<>();

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
    List<BoundIndex> list = known.get(source);
    if (list == null) {
      list = bind(source);
      known.put(source, list);
    }
    return list;
  }

  private List<BoundIndex> bind(Source source) {
    if (!(source instanceof Source.TableSource tableSource)) {
      return List.of();
    }
    Table table = tableSource.table();
    List<BoundIndex> list = new ArrayList<>();
    for (Index index : table.indexes()) {
      List<BoundExpression> parts = new ArrayList<>();
      for (Index.Part part : index.parts()) {
        if (part.column() == Index.EXPRESSION) {
          parts.add(Expressions.withoutCollation(binding.bind(tableSource, part.expression())));
        } else {
          parts.add(new BoundExpression.ColumnValue(source, part.column()));
        }
      }
      BoundExpression where =
          index.isPartial() ? binding.bind(tableSource, index.definition().where()) : null;
      list.add(new BoundIndex(index, parts, where));
    }
    return list;
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
