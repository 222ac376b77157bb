// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import java.util.Objects;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;

/**
 * Whether the records of one table, and of its indexes, would be those of another: every record that the source can hold passes the target's constraints unchanged,
 * but for keys that are there already. What is not sure counts as different.
 */
final class TransferRules {
  private final Environment environment;
  private final Table from;
  private final Table to;
  private Source.TableSource names;

  TransferRules(Environment environment, Table from, Table to) {
    this.environment = environment;
    this.from = from;
    this.to = to;
  }

  boolean hold() {
    return from != to
        && from.kind() == Table.Kind.TABLE
        && from.hasRowid() == to.hasRowid()
        && (from.isStrict() || !to.isStrict())
        && from.rowidAlias() == to.rowidAlias()
        && from.columnCount() == to.columnCount()
        && haveSameColumns()
        && haveSameChecks()
        && to.indexes().stream().allMatch(index -> counterpart(index) != null);
  }

  private boolean haveSameColumns() {
    for (int i = 0; i < to.columnCount(); i++) {
      if (!isSame(from.column(i), to.column(i)) || i > 0 && !haveSameDefault(from.column(i), to.column(i))) {
        return false;
      }
    }
    return true;
  }

  /** Records made before ADD COLUMN are short, but none is without its first column. */
  private static boolean haveSameDefault(Column source, Column target) {
    return target.isGenerated() || Objects.equals(source.defaultText(), target.defaultText());
  }

  private boolean isSame(Column source, Column target) {
    return source.affinity() == target.affinity()
        && Ascii.equal(collation(source), collation(target))
        && (source.notNull() != null || target.notNull() == null)
        && (!to.isStrict() || source.affinity() == Affinity.INTEGER || Ascii.equal(source.declaredType(), target.declaredType()))
        && source.isGenerated() == target.isGenerated()
        && source.generatedStored() == target.generatedStored()
        && (!target.isGenerated() || areSame(source.generated(), target.generated(), Scope.Use.GENERATED));
  }

  private static String collation(Column column) {
    return column.collation() == null ? "BINARY" : column.collation();
  }

  private boolean haveSameChecks() {
    if (to.definition().checks().isEmpty() || environment.isOn(Setting.IGNORE_CHECK_CONSTRAINTS)) {
      return true;
    }
    List<Table.CheckConstraint> sources = from.definition().checks();
    List<Table.CheckConstraint> targets = to.definition().checks();
    if (sources.size() != targets.size()) {
      return false;
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!areSame(sources.get(i).expression(), targets.get(i).expression(), Scope.Use.CHECK)) {
        return false;
      }
    }
    return true;
  }

  /** The source's index whose entries are those that an index of the target needs, or null. */
  Index counterpart(Index index) {
    for (Index candidate : from.indexes()) {
      if (isSame(candidate, index)) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isSame(Index source, Index target) {
    if (source.isUnique() != target.isUnique()
        || source.isTable() != target.isTable()
        || source.keyCount() != target.keyCount()
        || source.parts().size() != target.parts().size()
        || source.definition().onConflict() != target.definition().onConflict()
        || source.isPartial() != target.isPartial()
        || source.isPartial() && !areSame(source.definition().where(), target.definition().where(), Scope.Use.PARTIAL_INDEX)) {
      return false;
    }
    for (int i = 0; i < source.parts().size(); i++) {
      if (!isSame(source.parts().get(i), target.parts().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Index.Part source, Index.Part target) {
    return source.column() == target.column()
        && source.descending() == target.descending()
        && Ascii.equal(source.collation(), target.collation())
        && (source.column() != Index.EXPRESSION || areSame(source.expression(), target.expression(), Scope.Use.INDEX));
  }

  /** Whether expressions of the two definitions mean the same: both are read as one of the source, where all columns have the same names. */
  private boolean areSame(Expression source, Expression target, Scope.Use use) {
    for (int i = 0; i < to.columnCount(); i++) {
      if (!Ascii.equal(from.column(i).name(), to.column(i).name())) {
        return false;
      }
    }
    if (names == null) {
      names = environment.resolver().tableSource(from, null);
    }
    try {
      return bound(source, use).equals(bound(target, use));
    } catch (SqlException unknownName) {
      return false; // perhaps the target's own name
    }
  }

  private BoundExpression bound(Expression expression, Scope.Use use) {
    Scope scope = new Scope(null, use);
    scope.add(names);
    return environment.resolver().bindExpression(expression, scope);
  }
}
