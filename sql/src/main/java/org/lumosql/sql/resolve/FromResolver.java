// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Select;
import org.lumosql.vdbe.VirtualTable;

/**
 * Binds a FROM clause: a list of sources, the conditions between them, and the names they make visible. Views and
 * common tables become
 * subqueries. A join in parentheses becomes part of the list where that means the same, else a subquery whose
 * tables stay visible by name.
 */
final class FromResolver {
  private static final List<String> ROWID_NAMES = List.of("_ROWID_", "ROWID", "OID");

  private static final int JOIN_LEVELS = 1;

  private final ResolverState state;
  private final Scope scope;
  private final RecursiveReference recursion;
  private final List<Source> sources = new ArrayList<>();
  private final List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
  private final List<PendingOn> pending = new ArrayList<>(0);
  private final List<PendingCall> calls = new ArrayList<>(0);
  /** Conditions of NATURAL and USING in plain joins, by their place among the conditions. */
  private Map<Integer, Source> innerEqualities = Map.of();

  /** Whether a join of this clause keeps the rows of its right side. */
  private boolean keepsRight;

  private Scope visible;
  private boolean joining;

  /** A table-valued function whose arguments are bound once all tables are known. */
  private record PendingCall(Source.FunctionSource source, FromItem.Function item) {}

  /**
   * An ON clause that is bound once all tables are known.
   *
   * @param visible what it sees: in parentheses only the tables inside
   */
  private record PendingOn(Expression on, Source source, JoinType type, Scope visible) {}

  /** How an item is joined to those before it. */
  private record JoinClause(JoinType type, boolean natural, Expression on, List<String> using, int position) {
    static JoinClause first(int position) {
      return new JoinClause(JoinType.INNER, false, null, null, position);
    }
  }

  /** @param recursion what a table name stands for in the recursive part of a common table; else null */
  FromResolver(ResolverState state, Scope scope, RecursiveReference recursion) {
    this.state = state;
    this.scope = scope;
    this.recursion = recursion;
    this.visible = scope;
  }

  List<Source> sources() {
    return sources;
  }

  List<QueryBlock.JoinCondition> conditions() {
    return conditions;
  }

  /** Everything at once. */
  void resolve(FromItem from) {
    resolveSources(from);
    bindOnClauses();
    bindCalls();
  }

  /**
   * The first step: tables, subqueries, and the columns that joins have in common. Then come {@link #bindOnClauses()} and {@link #bindCalls()}.
   *
   * @param from null if there is none
   */
  void resolveSources(FromItem from) {
    if (from != null) {
      keepsRight = hasKeptRight(from);
      item(from, JoinClause.first(0));
      if (sources.size() > 64) {
        throw new SqlException("at most 64 tables in a join");
      }
    }
  }

  /** Whether it failed because of NATURAL or USING. */
  boolean isJoining() {
    return joining;
  }

  /** Binds the arguments of table-valued functions. */
  void bindCalls() {
    bindCalls(scope);
  }

  /** Binds the arguments of table-valued functions. @param names what they may refer to */
  void bindCalls(Scope names) {
    for (PendingCall call : calls) {
      List<BoundExpression> arguments = new ExpressionResolver(state, names).scalars(call.item().arguments());
      for (int i = sources.indexOf(call.source()) + 1; i < sources.size(); i++) {
        Source later = sources.get(i);
        boolean refers =
            arguments.stream()
                .anyMatch(
                    argument ->
                        BoundTree.any(
                            argument,
                            e -> e instanceof BoundExpression.ColumnValue column && column.source() == later));
        if (refers && later.joinType() != JoinType.INNER && later.joinType() != JoinType.CROSS) {
          throw new SqlException("table-function argument references tables to its right");
        }
      }
      call.source().setArguments(arguments);
    }
  }

  /** Binds the ON clauses. */
  void bindOnClauses() {
    int lastKept = -1;
    for (int i = 0; i < sources.size(); i++) {
      JoinType type = sources.get(i).joinType();
      if (type == JoinType.RIGHT || type == JoinType.FULL) {
        lastKept = i;
      }
    }
    for (Map.Entry<Integer, Source> equality : innerEqualities.entrySet()) {
      if (sources.indexOf(equality.getValue()) < lastKept) { // rows that a later join keeps need not fulfil it
        BoundExpression condition = conditions.get(equality.getKey()).expression();
        conditions.set(equality.getKey(), new QueryBlock.JoinCondition(condition, equality.getValue()));
      }
    }
    for (PendingOn on : pending) {
      boolean outerToTheRight = sources.indexOf(on.source()) < lastKept;
      boolean isInner = on.type() == JoinType.INNER || on.type() == JoinType.CROSS;
      BoundExpression bound = onClause(on);
      Conjunctions.split(bound, isInner && !outerToTheRight ? null : on.source(), true, conditions);
      if (on.visible().isCorrelated()) {
        scope.markCorrelated();
      }
    }
  }

  /** Errors in ON tell no place, as in SQLite. */
  private BoundExpression onClause(PendingOn on) {
    try {
      return new ExpressionResolver(state, on.visible()).whole(on.on());
    } catch (SqlException e) {
      throw e.withoutOffset();
    }
  }

  private void item(FromItem item, JoinClause join) {
    int level = state.enter(JOIN_LEVELS);
    itemHere(item, join);
    state.leave(level);
  }

  private void itemHere(FromItem item, JoinClause join) {
    if (item instanceof FromItem.Join nested) {
      item(nested.left(), join);
      item(
          nested.right(),
          new JoinClause(nested.type(), nested.natural(), nested.on(), nested.using(), nested.position()));
      return;
    }
    if (item instanceof FromItem.Parenthesised parenthesised && parenthesised.alias() == null) {
      parenthesised(parenthesised, join);
      return;
    }
    Source source = source(item);
    source.setJoinType(join.type());
    addJoined(List.of(new VisibleSource(source, nameOf(item, source), true)), source, List.of(), join);
  }

  /** A recursive reference is one source for all arms, though each may call it differently. */
  private static String nameOf(FromItem item, Source source) {
    if (source instanceof Source.RecursiveSource && item instanceof FromItem.Table table && table.alias() != null) {
      return table.alias();
    }
    return source.name();
  }

  private void parenthesised(FromItem.Parenthesised item, JoinClause join) {
    FromItem inner = item.inner();
    boolean isFirst = sources.isEmpty();
    boolean isPlain = join.type() == JoinType.INNER && !join.natural() && join.using() == null;
    boolean isMerged = isFirst || isPlain && !hasKeptRight(inner) && state.listener() == null;
    if (!(inner instanceof FromItem.Join) || isMerged) {
      if (!(inner instanceof FromItem.Join)) {
        item(inner, join);
        return;
      }
      int before = sources.size();
      Scope around = visible;
      visible = new Scope(scope.outer());
      item(inner, new JoinClause(join.type(), false, null, null, join.position()));
      visible.entries().forEach(entry -> addIfOther(around, entry));
      if (!isFirst) {
        label(visible.entries());
      }
      visible = around;
      if (join.on() != null) {
        pending.add(new PendingOn(join.on(), sources.get(before), join.type(), visible));
      }
      return;
    }
    Scope nestedScope = new Scope(scope.outer());
    FromResolver nested = new FromResolver(state, nestedScope, recursion);
    nested.resolve(inner);
    if (nestedScope.isCorrelated()) {
      scope.markCorrelated();
    }
    addNested(nestedScope, nested, join);
  }

  /** Gives the columns of some tables the names that they would have as columns of one subquery. */
  private static void label(List<Scope.Entry> entries) {
    List<String> names = new ArrayList<>();
    for (Scope.Entry entry : entries) {
      addNames(entry.table(), names);
    }
    List<String> unique = ColumnNames.unique(names);
    int first = 0;
    for (Scope.Entry entry : entries) {
      int count = entry.table().columnCount() + (entry.table().hasRowid() ? 1 : 0);
      if (entry.table() instanceof VisibleSource table) {
        table.source().setLabels(unique.subList(first, first + count));
      }
      first += count;
    }
  }

  private static void addNames(Scope.Visible table, List<String> names) {
    for (int column = 0; column < table.columnCount(); column++) {
      names.add(table.columnLabel(column));
    }
    if (table.hasRowid()) {
      names.add(rowidName(table));
    }
  }

  /** The outermost scope has all tables already. */
  private void addIfOther(Scope around, Scope.Entry entry) {
    if (around != scope) {
      around.add(entry);
    }
  }

  private void addNested(Scope nestedScope, FromResolver nested, JoinClause join) {
    List<QueryBlock.Result> results = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    for (Scope.Entry entry : nestedScope.entries()) {
      Scope.Visible table = entry.table();
      firsts.add(results.size());
      for (int column = 0; column < table.columnCount() + (table.hasRowid() ? 1 : 0); column++) {
        boolean isRowid = column == table.columnCount();
        String name = isRowid ? rowidName(table) : table.columnName(column);
        results.add(
            new QueryBlock.Result(
                table.value(isRowid ? -1 : column), name, Origins.of(table.value(isRowid ? -1 : column), name, state)));
        names.add(name);
      }
    }
    QueryBlock block =
        new QueryBlock(
            false, results, nested.sources(), nested.conditions(), List.of(), null, List.of(), List.of());
    BoundQuery query =
        new BoundQuery(List.of(new BoundQuery.Arm(null, block)), List.of(), null, null, null, null);
    query.setCorrelated(nestedScope.isCorrelated());
    Source.QuerySource source =
        new Source.QuerySource(
            "(join-" + state.nextJoinNumber() + ")", query, ColumnNames.unique(names), Source.QuerySource.Origin.SUBQUERY, null);
    source.setJoinType(join.type());
    List<Scope.Visible> parts = new ArrayList<>();
    for (int i = 0; i < nestedScope.entries().size(); i++) {
      parts.add(new VisiblePart(nestedScope.entries().get(i).table(), source, firsts.get(i)));
    }
    addJoined(parts, source, nestedScope.entries(), join);
  }

  /** The first of the rowid's names that no column has. */
  private static String rowidName(Scope.Visible table) {
    for (String name : ROWID_NAMES) {
      if (NameResolver.columnOf(table, name) < 0) {
        return name;
      }
    }
    return "rowid";
  }

  private static boolean hasKeptRight(FromItem item) {
    if (item instanceof FromItem.Join join) {
      return join.type() == JoinType.RIGHT
          || join.type() == JoinType.FULL
          || hasKeptRight(join.left())
          || hasKeptRight(join.right());
    }
    return item instanceof FromItem.Parenthesised inner && hasKeptRight(inner.inner());
  }

  /**
   * Adds a source, makes its tables visible, and works out NATURAL and USING.
   *
   * @param inner the entries of a nested join, else empty
   */
  private void addJoined(List<Scope.Visible> tables, Source source, List<Scope.Entry> inner, JoinClause join) {
    if (join.natural() && (join.on() != null || join.using() != null)) {
      joining = true;
      throw new SqlException("a NATURAL join may not have an ON or USING clause");
    }
    joining = join.natural() || join.using() != null;
    List<String> names = join.natural() ? commonColumns(tables) : join.using();
    List<BoundExpression> equalities = List.of();
    Set<String> using = Set.of();
    if (names != null) {
      equalities = new ArrayList<>();
      using = new HashSet<>();
      for (String name : names) {
        equalities.add(usingEquality(name, tables, join.position()));
        using.add(Ascii.lower(name));
      }
    }
    joining = false;
    boolean isUnseen = state.listener() != null && !inner.isEmpty(); // ALTER TABLE does not find such columns by any name, in SQLite: it refuses
    for (int i = 0; i < tables.size() && !isUnseen; i++) {
      boolean isFirst = i == 0;
      Set<String> own = using;
      if (!inner.isEmpty() && !inner.get(i).using().isEmpty()) {
        own = new HashSet<>(inner.get(i).using());
        own.addAll(using);
      }
      JoinType type = isFirst || inner.isEmpty() ? join.type() : inner.get(i).joinType();
      Scope.Entry entry = new Scope.Entry(tables.get(i), type, own);
      scope.add(entry);
      addIfOther(visible, entry);
    }
    sources.add(source);
    for (BoundExpression equality : equalities) {
      boolean isInner = join.type() == JoinType.INNER || join.type() == JoinType.CROSS;
      if (isInner) {
        innerEqualities = innerEqualities.isEmpty() ? new HashMap<>() : innerEqualities;
        innerEqualities.put(conditions.size(), source);
      }
      conditions.add(new QueryBlock.JoinCondition(equality, isInner ? null : source, true));
    }
    if (join.on() != null) {
      pending.add(new PendingOn(join.on(), source, join.type(), visible));
    }
  }

  private List<String> commonColumns(List<Scope.Visible> tables) {
    List<String> names = new ArrayList<>();
    for (Scope.Visible table : tables) {
      for (int column = 0; column < table.columnCount(); column++) {
        String name = table.columnName(column);
        if (!table.isHidden(column) && leftMostValue(name, -1) != null) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The columns of that name in all tables so far, merged, whatever joins them; null if there is none. */
  private BoundExpression leftValue(String name, int position) {
    List<BoundExpression> columns = new ArrayList<>(2);
    for (Scope.Entry entry : scope.entries()) {
      int column = NameResolver.columnOf(entry.table(), name);
      if (column < 0 || entry.table().isHidden(column)) {
        continue;
      }
      if (!columns.isEmpty() && !entry.using().contains(Ascii.lower(name))) {
        throw new SqlException("ambiguous reference to " + name + " in USING()", position);
      }
      columns.add(entry.table().value(column));
    }
    if (columns.isEmpty()) {
      return null;
    }
    return columns.size() == 1 ? columns.get(0) : new BoundExpression.MergedColumn(columns);
  }

  private BoundExpression usingEquality(String name, List<Scope.Visible> tables, int position) {
    BoundExpression right = null;
    for (Scope.Visible table : tables) {
      int column = NameResolver.columnOf(table, name);
      if (column >= 0) {
        right = table.value(column);
        break;
      }
    }
    BoundExpression left = leftMostValue(name, position);
    if (left == null || right == null) {
      throw new SqlException(
          "cannot join using column " + name + " - column not present in both tables");
    }
    return new BoundExpression.Comparison(Expression.BinaryOperator.EQUAL, left, right);
  }

  /** In a chain of plain joins the leftmost table's column counts, even if later ones have it without USING. */
  private BoundExpression leftMostValue(String name, int position) {
    if (keepsRight) {
      return leftValue(name, position);
    }
    for (Scope.Entry entry : scope.entries()) {
      int column = NameResolver.columnOf(entry.table(), name);
      if (column >= 0 && !entry.table().isHidden(column)) {
        return entry.table().value(column);
      }
    }
    return null;
  }

  // ---- single items
  // ----------------------------------------------------------------------------------------------------------

  private Source source(FromItem item) {
    if (item instanceof FromItem.Table table) {
      return table(table);
    }
    if (item instanceof FromItem.Function function) {
      return function(function);
    }
    if (item instanceof FromItem.Subselect subselect) {
      return subquery(subselect.select(), subselect.alias());
    }
    if (item instanceof FromItem.Parenthesised parenthesised) {
      return subquery(Syntax.selectAll(parenthesised.position(), parenthesised.inner()), parenthesised.alias());
    }
    throw new AssertionError(item);
  }

  private Source subquery(Select select, String alias) {
    BoundQuery query = state.query(select, scope.outer());
    noteCorrelation(query);
    String name = alias == null ? "(subquery-" + query.number() + ")" : alias;
    return new Source.QuerySource(
        name, query, ColumnNames.ofSubquery(query, null), Source.QuerySource.Origin.SUBQUERY, null);
  }

  private void noteCorrelation(BoundQuery query) {
    if (query.isCorrelated()) {
      scope.markCorrelated();
    }
  }

  private Source table(FromItem.Table item) {
    if (item.schema() == null) {
      if (recursion != null && Ascii.equal(recursion.name(), item.name())) {
        Source.RecursiveSource itself = recursion.source(item.alias());
        itself.setWritten(null, item.name(), item.alias());
        return itself;
      }
      CommonTables.Entry common = CommonTables.find(state.commonTables(), item.name());
      if (common != null) {
        return commonTable(common, item);
      }
    }
    Table table = state.requireTable(item.schema(), item.name(), item.position());
    String name = item.alias() == null ? table.name() : item.alias();
    if (table.isView()) {
      Source.QuerySource view = viewSource(table, name, item.position());
      indexedBy(item, table); // it has none
      view.setWritten(null, item.name(), item.alias());
      return view;
    }
    Source source;
    if (table.isVirtual()) {
      requireSafe(table);
      indexedBy(item, table); // it has none
      source = Resolver.virtualSource(state.databases(), table, name);
    } else {
      source = Resolver.tableSource(state.databases(), table, name, indexedBy(item, table), item.notIndexed());
    }
    source.setWritten(state.isStored() ? null : item.schema(), item.name(), item.alias());
    if (item.alias() != null) {
      source.markAliased();
    }
    return source;
  }

  /** A view or trigger that somebody else may have written must not do everything with virtual tables. */
  private void requireSafe(Table table) {
    if (state.isStored()) {
      VirtualTable.Risk risk = state.databases().virtualTable(table).risk();
      boolean isTrusted = state.databases().isOn(Setting.TRUSTED_SCHEMA);
      if (risk == VirtualTable.Risk.DIRECT_ONLY || risk == VirtualTable.Risk.NORMAL && !isTrusted) {
        throw new SqlException("unsafe use of virtual table \"" + table.name() + "\"");
      }
    }
  }

  private Index indexedBy(FromItem.Table item, Table table) {
    if (item.indexedBy() == null) {
      return null;
    }
    for (Index index : table.indexes()) {
      if (Ascii.equal(index.name(), item.indexedBy())) {
        return index;
      }
    }
    throw new SqlException("no such index: " + item.indexedBy());
  }

  Source.QuerySource viewSource(Table view, String name, int position) {
    BoundQuery query = state.view(view, position);
    List<String> given = view.definition().viewColumns();
    if (given != null && given.size() != query.columnCount()) {
      throw new SqlException(
          "expected " + given.size() + " columns for '" + view.name() + "' but got " + query.columnCount(), position);
    }
    return new Source.QuerySource(
        name == null ? view.name() : name,
        query,
        ColumnNames.of(query, given),
        Source.QuerySource.Origin.VIEW,
        view);
  }

  private Source commonTable(CommonTables.Entry entry, FromItem.Table item) {
    if (entry.error() != null) {
      throw new SqlException(entry.error() + entry.table().name());
    }
    if (item.indexedBy() != null) {
      throw new SqlException("no such index: " + item.indexedBy());
    }
    BoundQuery query = commonTable(entry);
    noteCorrelation(query);
    Source.QuerySource.Origin origin = Source.QuerySource.Origin.COMMON_TABLE;
    switch (entry.table().materialized()) {
      case MATERIALIZED:
        origin = Source.QuerySource.Origin.COMMON_TABLE_MATERIALIZED;
        break;
      case NOT_MATERIALIZED:
        origin = Source.QuerySource.Origin.COMMON_TABLE_NOT_MATERIALIZED;
        break;
      case ANY:
        break;
    }
    entry.addUses(state.useCount());
    String name = item.alias() == null ? entry.table().name() : item.alias();
    Source.QuerySource source = new Source.QuerySource(name, query, ColumnNames.ofSubquery(query, entry.table().columns()), origin, entry);
    source.setWritten(null, item.name(), item.alias());
    return source;
  }

  private BoundQuery commonTable(CommonTables.Entry entry) {
    RecursionResolver resolver = new RecursionResolver(state, scope.outer());
    Authority authority = state.databases().authority();
    if (authority == null) {
      return resolver.commonTable(entry);
    }
    String responsible = authority.enter(entry.table().name());
    try {
      return resolver.commonTable(entry);
    } finally {
      authority.leave(responsible);
    }
  }

  /** The table that a call in FROM names. */
  static Table requireFunction(ResolverState state, FromItem.Function item) {
    boolean isCommonTable = item.schema() == null && CommonTables.find(state.commonTables(), item.name()) != null;
    Table table = isCommonTable ? null : state.requireTable(item.schema(), item.name(), item.position());
    if (table == null || !table.isVirtual()) {
      throw new SqlException("'" + item.name() + "' is not a function");
    }
    return table;
  }

  private Source function(FromItem.Function item) {
    if (item.schema() == null && recursion != null && Ascii.equal(recursion.name(), item.name())) {
      throw new SqlException("'" + item.name() + "' is not a function");
    }
    Table table = requireFunction(state, item);
    requireSafe(table);
    int hidden = 0;
    for (int column = 0; column < table.columnCount(); column++) {
      hidden += table.column(column).hidden() ? 1 : 0;
    }
    if (item.arguments().size() > hidden) {
      throw new SqlException(
          "too many arguments on " + item.name() + "() - max " + hidden, item.position());
    }
    Source.FunctionSource source = Resolver.virtualSource(state.databases(), table, item.alias());
    source.setWritten(state.isStored() ? null : item.schema(), item.name(), item.alias());
    calls.add(new PendingCall(source, item));
    return source;
  }
}
