// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lumosql.function.BuiltinFunctions;
import org.lumosql.function.FunctionRegistry;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.TextEncoding;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.IndexBuilder;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.plan.ColumnUsage;
import org.lumosql.sql.plan.IndexBinder;
import org.lumosql.sql.plan.JoinPlan;
import org.lumosql.sql.plan.LoopPlan;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.plan.Planner;
import org.lumosql.sql.plan.QueryRows;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.rewrite.BlockRewriting;
import org.lumosql.sql.resolve.Scope;

/**
 * Plans queries with our planner, and asks the C library for its plan of the same query over the same schema. Lines are
 * {@code cost text}; the costs are the estimates in the third column of EXPLAIN QUERY PLAN.
 */
final class PlanHarness implements Databases, AutoCloseable {
  private final Schema schema = new Schema(0);
  private final FunctionRegistry functions = new FunctionRegistry(BuiltinFunctions.registry());
  private final Collation nocase = Collations.nocase(TextEncoding.UTF8);
  private final Collation rtrim = Collations.rtrim(TextEncoding.UTF8);
  private final Set<Optimisation> switchedOff = EnumSet.noneOf(Optimisation.class);
  private final Connection oracle;

  /** @param url of the C library's database; its schema is read from there */
  PlanHarness(String url, String... statements) throws SQLException {
    try (Connection maker = DriverManager.getConnection(url);
        java.sql.Statement statement = maker.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
    // opened anew, so that statistics are read as they are stored
    oracle = DriverManager.getConnection(url);
    readSchema();
  }

  private void readSchema() throws SQLException {
    try (java.sql.Statement statement = oracle.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY rowid")) {
      while (rows.next()) {
        define(rows.getString(1));
      }
    }
    try (java.sql.Statement statement = oracle.createStatement()) {
      ResultSet exists = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'");
      if (exists.next()) {
        readStatistics(statement);
      }
    }
  }

  private void readStatistics(java.sql.Statement statement) throws SQLException {
    ResultSet rows = statement.executeQuery("SELECT tbl, idx, stat FROM sqlite_stat1");
    while (rows.next()) {
      Table table = schema.table(rows.getString(1));
      List<Long> numbers = new ArrayList<>();
      for (String word : rows.getString(3).split(" ")) {
        if (word.matches("[0-9]+")) {
          numbers.add(Long.parseLong(word));
        }
      }
      table.setRowEstimate(numbers.get(0), true);
      String name = rows.getString(2);
      if (name != null) {
        Index index = name.equals(table.name()) ? table.primaryKeyIndex() : schema.index(name);
        index.setAverageRows(numbers.stream().mapToLong(Long::longValue).toArray());
      }
    }
  }

  private void define(String sql) {
    Statement statement = Parser.parse(sql).statement();
    if (statement instanceof Statement.CreateTable create) {
      TableBuilder.Result built = new TableBuilder(create, 0, "main").build(sql, 2000);
      schema.add(built.table());
      built.indexes().forEach(schema::add);
    } else if (statement instanceof Statement.CreateIndex create) {
      schema.add(IndexBuilder.build(create, schema.table(create.table()), sql));
    }
  }

  void switchOff(Optimisation optimisation) {
    switchedOff.add(optimisation);
  }

  JoinPlan plan(String sql) {
    BoundQuery query = new Resolver(this).bindQuery(((Statement.Query) Parser.parse(sql).statement()).select(), null);
    QueryBlock block =
        BlockRewriting.apply(new BlockRewriting.Ordered(query.first(), query.orderBy(), query.offset() != null), this).block();
    LoopRequest request =
        LoopRequest.of(new ColumnUsage().add(block, query));
    List<BoundOrderingTerm> order = query.orderBy();
    LoopRequest.Purpose purpose = LoopRequest.Purpose.ORDER_BY;
    if (!block.groupBy().isEmpty()) {
      order = block.groupBy().stream().map(e -> new BoundOrderingTerm(e, false, false)).toList();
      purpose = LoopRequest.Purpose.GROUP_BY;
    } else {
      request = request.withResultCount(block.results().size());
    }
    if (block.isDistinct()) {
      request = request.withDistinct(block.results().stream().map(QueryBlock.Result::expression).toList());
    }
    if (!order.isEmpty()) {
      request = request.withOrder(order, purpose);
    }
    if (query.limit() != null) {
      request = request.withLimit(query.limit() instanceof BoundExpression.IntegerConstant c ? c.value() : -1);
    }
    IndexBinder binder =
        new IndexBinder(
            (source, expression) -> {
              Scope scope = new Scope(null, Scope.Use.INDEX);
              scope.add(source);
              return new Resolver(this).bindExpression(expression, scope);
            });
    return new Planner(this, binder, new QueryRows(this, binder)::of)
        .plan(block.sources(), block.conditions(), request, false);
  }

  /** Our plan's lines. */
  List<String> ours(String sql) {
    JoinPlan plan = plan(sql);
    List<String> lines = new ArrayList<>();
    for (LoopPlan loop : plan.loops()) {
      if (loop.path().kind() == org.lumosql.sql.plan.AccessPath.Kind.OR) {
        lines.add("0 MULTI-INDEX OR");
        continue;
      }
      lines.add(loop.path().cost() + " " + PlanLine.of(loop, false, plan.isLeftJoined(loop.number()), false, false));
    }
    return lines;
  }

  /** The C library's lines of the loops of the outermost query. */
  List<String> theirs(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (java.sql.Statement statement = oracle.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.next()) {
        String text = rows.getString(4);
        boolean loop = text.startsWith("SCAN ") || text.startsWith("SEARCH ") || text.startsWith("MULTI-INDEX");
        if (rows.getInt(2) == 0 && loop) {
          lines.add(rows.getInt(3) + " " + text);
        }
      }
    }
    return lines;
  }

  // ---- Databases --------------------------------------------------------------------------------------------------

  @Override
  public int count() {
    return 1;
  }

  @Override
  public String name(int database) {
    return "main";
  }

  @Override
  public int number(String name) {
    return name.equalsIgnoreCase("main") ? 0 : -1;
  }

  @Override
  public Schema schema(int database) {
    return schema;
  }

  @Override
  public Table findTable(String schemaName, String name) {
    return schema.table(name);
  }

  @Override
  public Index findIndex(String schemaName, String name) {
    return schema.index(name);
  }

  @Override
  public FunctionRegistry functions() {
    return functions;
  }

  @Override
  public TextEncoding encoding() {
    return TextEncoding.UTF8;
  }

  @Override
  public Collation collation(String name) {
    switch (name.toUpperCase(java.util.Locale.ROOT)) {
      case "BINARY":
        return Collations.binary();
      case "NOCASE":
        return nocase;
      case "RTRIM":
        return rtrim;
      default:
        return null;
    }
  }

  @Override
  public Collation requireCollation(String name) {
    return collation(name);
  }

  @Override
  public int limit(int which) {
    return 1000;
  }

  @Override
  public boolean isOn(Setting setting) {
    return setting == Setting.AUTOMATIC_INDEX || setting == Setting.SHORT_COLUMN_NAMES;
  }

  @Override
  public boolean isOptimisationOn(Optimisation optimisation) {
    return !switchedOff.contains(optimisation);
  }

  @Override
  public void close() throws SQLException {
    oracle.close();
  }
}
