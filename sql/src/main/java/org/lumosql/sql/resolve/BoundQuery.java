// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.value.Affinity;

/**
 * A bound query: one arm, or several with compound operators (left-associative), then ORDER BY and LIMIT over all.
 * Equal by identity.
 *
 * <p>In a simple query the ORDER BY terms are bound in the block; in a compound each is a result column's number.
 */
public final class BoundQuery {
  private final List<Arm> arms;
  private final List<BoundOrderingTerm> orderBy;
  private final int[] orderColumns;
  private final BoundExpression limit;
  private final BoundExpression offset;
  private final Recursion recursion;
  private boolean correlated;
  private int number;
  private int lastNumber;
  // found once when somebody asks: each is made of what is known of the queries inside
  private OuterReferences outer;
  private Affinity[] affinities;
  private Collation[] collations;

  /**
   * A SELECT of a compound.
   *
   * @param operator null for the first
   * @param isUntyped whether its columns have no affinity, whatever their expressions have: see {@link ValuesRows}
   */
  public record Arm(CompoundOperator operator, QueryBlock block, boolean isUntyped) {
    public Arm(CompoundOperator operator, QueryBlock block) {
      this(operator, block, false);
    }

    /** The same with another block. */
    public Arm with(QueryBlock newBlock) {
      return new Arm(operator, newBlock, isUntyped);
    }
  }

  /**
   * What makes a common table recursive.
   *
   * @param firstRecursiveArm arms before it are the initial select
   * @param reference the source that stands for the row being expanded
   */
  public record Recursion(int firstRecursiveArm, Source.RecursiveSource reference) {}

  /**
   * @param orderBy empty if none; of a compound the expressions are ignored but for direction and collation
   * @param orderColumns of a compound: the 0-based result column of each term; else null
   * @param limit or null
   * @param offset or null
   * @param recursion or null
   */
  public BoundQuery(
      List<Arm> arms,
      List<BoundOrderingTerm> orderBy,
      int[] orderColumns,
      BoundExpression limit,
      BoundExpression offset,
      Recursion recursion) {
    this.arms = List.copyOf(arms);
    this.orderBy = List.copyOf(orderBy);
    this.orderColumns = orderColumns;
    this.limit = limit;
    this.offset = offset;
    this.recursion = recursion;
  }

  public List<Arm> arms() {
    return arms;
  }

  public boolean isCompound() {
    return arms.size() > 1;
  }

  /** The first arm: it gives the column names. */
  public QueryBlock first() {
    return arms.get(0).block();
  }

  public List<BoundOrderingTerm> orderBy() {
    return orderBy;
  }

  public int[] orderColumns() {
    return orderColumns;
  }

  public BoundExpression limit() {
    return limit;
  }

  public BoundExpression offset() {
    return offset;
  }

  public Recursion recursion() {
    return recursion;
  }

  public int columnCount() {
    return first().results().size();
  }

  /**
   * The affinity of a column of a subquery or view: that of the first arm that has one, unless another arm may give
   * values that it would change.
   */
  public Affinity columnAffinity(int column) {
    if (affinities == null) {
      affinities = new Affinity[columnCount()];
    }
    if (affinities[column] == null) {
      affinities[column] = findAffinity(column);
    }
    return affinities[column];
  }

  private Affinity findAffinity(int column) {
    int possible = 0;
    int i = 0;
    Affinity affinity = affinity(0, column);
    while (affinity == Affinity.NONE && i + 1 < arms.size()) {
      possible |= storageClasses(i, column);
      i++;
      affinity = affinity(i, column);
    }
    for (i++; i < arms.size(); i++) {
      possible |= storageClasses(i, column);
    }
    if (affinity == Affinity.TEXT && (possible & Typing.NUMBERS) != 0
        || affinity.isNumeric() && (possible & Typing.TEXTS) != 0) {
      return Affinity.BLOB;
    }
    // in a compound a CAST to some kind of number says no more than that
    boolean isCastInCompound = isCompound() && affinity.isNumeric() && expression(0, column) instanceof BoundExpression.Cast;
    return isCastInCompound ? Affinity.FLEXNUM : affinity;
  }

  /** The affinity of a column in the first arm that has one, whatever the others give. */
  Affinity firstAffinity(int column) {
    Affinity affinity = affinity(0, column);
    for (int i = 1; affinity == Affinity.NONE && i < arms.size(); i++) {
      affinity = affinity(i, column);
    }
    return affinity;
  }

  private Affinity affinity(int arm, int column) {
    return arms.get(arm).isUntyped() ? Affinity.NONE : Typing.affinity(expression(arm, column));
  }

  private int storageClasses(int arm, int column) {
    if (arms.get(arm).isUntyped()) {
      return Typing.NUMBERS | Typing.TEXTS | Typing.BLOBS;
    }
    return Typing.storageClasses(expression(arm, column));
  }

  /** The affinity of a column where the query is a value or stands behind IN: that of the last arm. */
  public Affinity valueAffinity(int column) {
    return affinity(arms.size() - 1, column);
  }

  /** The collation that a comparison by IN with this operand goes by: the query's part in it is that of its last arm. */
  public Collation comparisonCollation(BoundExpression operand, int column) {
    int last = arms.size() - 1;
    while (last > 0 && arms.get(last).isUntyped() && arms.get(last - 1).isUntyped()) {
      last--; // rows computed beside the query have what the first of them has
    }
    return Typing.comparisonCollation(operand, expression(last, column));
  }

  /**
   * The type that a table with this column would declare: the column's own where it comes from a table and nothing changes its affinity, else a word for the
   * affinity; null if it has none.
   */
  public String declaredType(int column) {
    Affinity affinity = columnAffinity(column);
    org.lumosql.vdbe.Program.ResultColumn origin = first().results().get(column).origin();
    String declared = origin == null ? null : origin.declaredType();
    return declared != null && Affinity.ofDeclaredType(declared) == affinity ? declared : typeWord(column);
  }

  /** The word for the affinity of a column; null if it has none. */
  public String typeWord(int column) {
    return switch (columnAffinity(column)) {
      case NONE -> null;
      case BLOB -> "BLOB";
      case TEXT -> "TEXT";
      case INTEGER -> "INT";
      case REAL -> "REAL";
      case NUMERIC, FLEXNUM -> "NUM";
    };
  }

  private BoundExpression expression(int arm, int column) {
    return arms.get(arm).block().results().get(column).expression();
  }

  /** The collation of a column of a subquery or view: that of the first arm. */
  public Collation columnCollation(int column) {
    if (collations == null) {
      collations = new Collation[columnCount()];
    }
    if (collations[column] == null) {
      collations[column] = Typing.collationOrBinary(expression(0, column));
    }
    return collations[column];
  }

  /** The collation by which rows of the first arms of a compound are compared: that of the leftmost arm that has one. */
  public Collation comparisonCollation(int column, int count) {
    return CompoundTerms.collationOf(column, arms.subList(0, count));
  }

  /** Whether it uses columns of queries around it, so that it must run again for each of their rows. */
  public boolean isCorrelated() {
    return correlated;
  }

  /**
   * The columns of queries around it that are read in it, at any depth, and the values of aggregates and window functions that are computed around it. Not to be
   * asked before all names are resolved.
   */
  public List<BoundExpression> outerReferences() {
    return outer().values();
  }

  /** Whether an expression inside it, at any depth, holds a query that must run again for each row around it. */
  public boolean hasCorrelatedQuery() {
    return outer().hasCorrelated();
  }

  private OuterReferences outer() {
    if (outer == null) {
      outer = OuterReferences.of(this);
    }
    return outer;
  }

  /** The number that EXPLAIN QUERY PLAN calls it by. */
  public int number() {
    return number;
  }

  /** The highest number that any query had when this one was bound. */
  public int lastNumber() {
    return lastNumber;
  }

  void setNumber(int number, int lastNumber) {
    this.number = number;
    this.lastNumber = lastNumber;
  }

  /** A copy with another number. */
  public BoundQuery withNumber(int newNumber) {
    BoundQuery copy = copy(orderBy, orderColumns, limit);
    copy.number = newNumber;
    return copy;
  }

  /** The same rows by other arms. @param columns the result columns that the ORDER BY terms are, null if there are none */
  public BoundQuery with(List<Arm> newArms, List<BoundOrderingTerm> newOrder, int[] columns) {
    BoundQuery copy = new BoundQuery(newArms, newOrder, columns, limit, offset, recursion);
    copy.correlated = correlated;
    copy.number = number;
    copy.lastNumber = lastNumber;
    return copy;
  }

  /** The same with a LIMIT. */
  public BoundQuery withLimit(BoundExpression newLimit) {
    return copy(orderBy, orderColumns, newLimit);
  }

  /** The same without ORDER BY, if no LIMIT makes the order matter. */
  public BoundQuery withoutOrder() {
    return limit != null || orderBy.isEmpty() ? this : copy(List.of(), null, null);
  }

  /**
   * The query as EXISTS runs it: order plays no part, nor do equal rows. As in SQLite, DISTINCT goes even if OFFSET
   * counts rows, while a LIMIT keeps UNION as it is.
   */
  public BoundQuery forExistence() {
    if (!isCompound()) {
      BoundQuery unordered = orderBy.isEmpty() ? this : copy(List.of(), null, limit);
      return first().isDistinct()
          ? unordered.with(List.of(new Arm(null, first().withDuplicates())), List.of())
          : unordered;
    }
    if (limit != null) {
      return this;
    }
    return with(appendedArms(), orderBy).withoutOrder();
  }

  /** If one row is wanted, and any: without a search for equal rows. */
  public BoundQuery withUnionsAppended() {
    boolean isAny = orderBy.isEmpty() && offset == null && limit instanceof BoundExpression.IntegerConstant one && one.value() == 1;
    return isAny && isCompound() ? with(appendedArms(), orderBy) : this;
  }

  /** The last arms by UNION ALL instead of UNION. */
  private List<Arm> appendedArms() {
    List<Arm> all = new ArrayList<>(arms);
    for (int i = all.size() - 1; i > 0 && all.get(i).operator().isUnion(); i--) {
      all.set(i, new Arm(CompoundOperator.UNION_ALL, all.get(i).block(), all.get(i).isUntyped()));
    }
    return all;
  }

  /** The same with other arms and terms of ORDER BY, one for one. */
  public BoundQuery with(List<Arm> newArms, List<BoundOrderingTerm> newOrder) {
    BoundQuery copy = new BoundQuery(newArms, newOrder, orderColumns, limit, offset, recursion);
    copy.correlated = correlated;
    copy.number = number;
    copy.lastNumber = lastNumber;
    return copy;
  }

  private BoundQuery copy(List<BoundOrderingTerm> newOrder, int[] newColumns, BoundExpression newLimit) {
    BoundQuery copy = new BoundQuery(arms, newOrder, newColumns, newLimit, offset, recursion);
    copy.correlated = correlated;
    copy.number = number;
    copy.lastNumber = lastNumber;
    return copy;
  }

  /** Whether its last arm reads the table of another source, as a part of FROM. */
  public boolean lastArmReads(Source changed) {
    if (!(changed instanceof Source.TableSource target)) {
      return false;
    }
    for (Source source : arms.get(arms.size() - 1).block().sources()) {
      if (source instanceof Source.TableSource own && own.table() == target.table()) {
        return true;
      }
    }
    return false;
  }

  /** As if it used columns of queries around it, or as if it did not. */
  public void setCorrelated(boolean correlated) {
    this.correlated = correlated;
  }
}
