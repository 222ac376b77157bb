// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;
import org.lumosql.vdbe.VirtualValues;

/** What virtual tables are told when a query is planned, and what they may take upon themselves (https://sqlite.org/vtab.html#xbestindex). */
class VirtualPlanTest {
  private static final int ROWS = 20;

  private final NumbersModule module = new NumbersModule();
  private final Connection connection = Connection.open(":memory:");

  VirtualPlanTest() {
    connection.addModule(module);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  /** The rows (1, 'n1') to (20, 'n20'), of columns n, name, half. A test says which constraints are used. */
  private static final class NumbersModule implements VirtualModule {
    String told = "";
    String given = "";
    List<String> literals = List.of();
    Predicate<IndexPlan.Constraint> used = c -> false;
    boolean omits = true;
    boolean isWhole;
    boolean consumesOrder;
    IndexPlan.Wanted wanted;
    /** Rows that are passed over, and the last one. */
    int skipped;
    int last = ROWS;
    int scans;
    int shown;

    @Override
    public String name() {
      return "numbers";
    }

    @Override
    public boolean isEponymous() {
      return true;
    }

    @Override
    public boolean isCreatable() {
      return false;
    }

    @Override
    public VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create) {
      return new VirtualTable() {
        @Override
        public String declaration() {
          return "CREATE TABLE x(n, name TEXT COLLATE NOCASE, half)";
        }

        @Override
        public boolean plan(IndexPlan plan) {
          return choose(plan);
        }

        @Override
        public FunctionDefinition function(String name, int argumentCount) {
          return name.equals("near")
              ? FunctionDefinition.scalar("near", 2, 0, (context, registers, first, count) -> context.result().setInteger(1))
              : null;
        }

        @Override
        public int functionConstraint(String name) {
          return 7;
        }

        @Override
        public VirtualCursor open() {
          return new Rows();
        }
      };
    }

    private boolean choose(IndexPlan plan) {
      told =
          plan.constraints().stream()
              .map(c -> c.operator() + (isBound(c) ? "" : " " + c.column()) + (c.isIn() ? " in" : "") + (c.function() == 0 ? "" : " f" + c.function())
                      + (c.collation().equals("BINARY") ? "" : " " + c.collation()) + (c.usable() ? "" : " unknown"))
              .collect(Collectors.joining(", "));
      literals = plan.constraints().stream().map(c -> text(c.literal())).toList();
      wanted = plan.orders().isEmpty() ? null : plan.wanted();
      for (int i = 0; i < plan.constraints().size(); i++) {
        IndexPlan.Constraint constraint = plan.constraints().get(i);
        if (constraint.usable() && used.test(constraint)) {
          if (isWhole && constraint.isIn()) {
            plan.useWhole(i, omits);
          } else {
            plan.use(i, omits);
          }
        }
      }
      if (consumesOrder) {
        plan.consumeOrder();
      }
      plan.setEstimate(plan.argumentCount() == 0 ? 1e6 : 1e6 / Math.pow(1000, plan.argumentCount()), ROWS);
      return true;
    }

    private static boolean isBound(IndexPlan.Constraint constraint) {
      return constraint.operator() == IndexPlan.Operator.LIMIT || constraint.operator() == IndexPlan.Operator.OFFSET;
    }

    static String text(Register value) {
      if (value == null) {
        return "?";
      }
      VirtualValues values = VirtualValues.of(value);
      if (values != null) {
        List<String> all = new ArrayList<>();
        for (boolean more = values.first(); more; more = values.next()) {
          all.add(text(values.value()));
        }
        return "{" + String.join(" ", all) + "}";
      }
      switch (value.type()) {
        case Register.NULL:
          return "NULL";
        case Register.INTEGER:
          return Long.toString(value.integer());
        case Register.REAL:
          return Double.toString(value.real());
        default:
          return value.string(TextEncoding.UTF8);
      }
    }

    private final class Rows implements VirtualCursor {
      private int row;

      @Override
      public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
        List<String> all = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
          all.add(text(registers[i]));
        }
        given = String.join(", ", all);
        scans++;
        row = skipped + 1;
        shown++;
      }

      @Override
      public boolean isAtEnd() {
        return row > last;
      }

      @Override
      public void next() {
        row++;
        shown++;
      }

      @Override
      public void column(FunctionContext context, int column) {
        if (column == 0) {
          context.result().setInteger(row);
        } else if (column == 1) {
          context.setResult("n" + row);
        } else {
          context.result().setInteger(row / 2);
        }
      }

      @Override
      public long rowid() {
        return row;
      }

      @Override
      public void close() {}
    }
  }

  private String rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        rows.add(statement.columnText(0));
      }
    }
    return String.join(" ", rows);
  }

  private String told(String sql) {
    module.told = "";
    rows(sql);
    return module.told;
  }

  @Test
  void limitAndOffsetAreToldIfNothingElseDecidesAboutRows() {
    assertThat(told("SELECT * FROM numbers LIMIT 3")).isEqualTo("LIMIT");
    assertThat(module.literals).containsExactly("3");
    assertThat(told("SELECT * FROM numbers LIMIT 3 OFFSET 2")).isEqualTo("OFFSET, LIMIT");
    assertThat(told("SELECT * FROM numbers WHERE n>1 AND name='x' ORDER BY n LIMIT 3")).isEqualTo("GT 0, EQ 1 NOCASE, LIMIT");
    assertThat(told("SELECT * FROM numbers LIMIT 1+1")).isEqualTo("LIMIT");
    assertThat(told("SELECT (SELECT n FROM numbers WHERE n=3)")).isEqualTo("EQ 0, LIMIT");
    assertThat(told("SELECT n FROM numbers UNION ALL SELECT n FROM numbers LIMIT 3")).isEqualTo("LIMIT");
    for (String other :
        List.of(
            "SELECT DISTINCT n FROM numbers LIMIT 3",
            "SELECT count(*) FROM numbers LIMIT 3",
            "SELECT * FROM numbers WHERE n+1=3 LIMIT 3",
            "SELECT * FROM numbers ORDER BY n+1 LIMIT 3",
            "SELECT * FROM numbers a, numbers b LIMIT 3",
            "SELECT * FROM numbers WHERE n=1 OR n=2+half LIMIT 3",
            "SELECT n FROM numbers UNION SELECT n FROM numbers LIMIT 3",
            "SELECT n FROM numbers UNION ALL SELECT n FROM numbers LIMIT 3 OFFSET 1",
            "SELECT * FROM numbers")) {
      assertThat(told(other)).as(other).doesNotContain("LIMIT").doesNotContain("OFFSET");
    }
  }

  @Test
  void aTableThatPassesOverRowsIsNotAskedToPassOverThemTwice() {
    module.used = c -> true;
    module.skipped = 5;
    assertThat(rows("SELECT n FROM numbers LIMIT 3 OFFSET 5")).isEqualTo("6 7 8");
    assertThat(module.given).isEqualTo("5, 3");
    assertThat(rows("SELECT n FROM numbers LIMIT -1 OFFSET 2+3")).isEqualTo("6 7 8 9 10 11 12 13 14 15 16 17 18 19 20");
    assertThat(module.given).isEqualTo("5, -1");
    module.skipped = 0;
    module.last = 3;
    assertThat(rows("SELECT n FROM numbers LIMIT 1+2")).isEqualTo("1 2 3");
    // without omit the rows are passed over as always
    module.omits = false;
    assertThat(rows("SELECT n FROM numbers LIMIT 3 OFFSET 1")).isEqualTo("2 3");
  }

  @Test
  void limitCountsNothingIfAnotherConstraintIsLeftToTheQuery() {
    module.used = c -> c.operator() == IndexPlan.Operator.LIMIT || c.operator() == IndexPlan.Operator.OFFSET;
    assertThat(rows("SELECT n FROM numbers WHERE n>10 LIMIT 2 OFFSET 1")).isEqualTo("12 13");
    assertThat(module.given).isEmpty();
    module.used = c -> true;
    module.omits = false;
    assertThat(rows("SELECT n FROM numbers WHERE n IN (4,6,8) LIMIT 2")).isEqualTo("4 6");
    assertThat(module.given).isEqualTo("6"); // one scan for each value, without the limit
  }

  @Test
  void theValuesOfAnInComeAtOnceIfTheTableWantsThem() {
    module.used = c -> c.isIn();
    module.isWhole = true;
    module.omits = false;
    assertThat(rows("SELECT n FROM numbers WHERE n IN (7,3,5,3,NULL,'n1')")).isEqualTo("3 5 7");
    assertThat(module.given).isEqualTo("{NULL 3 5 7 n1}");
    assertThat(module.scans).isEqualTo(1);
    assertThat(rows("SELECT n FROM numbers WHERE name IN (SELECT upper(name) FROM numbers WHERE n<3 ORDER BY n DESC)")).isEqualTo("1 2");
    assertThat(module.given).isEqualTo("{N1 N2}");
    connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, x UNIQUE); INSERT INTO t VALUES(2,'n9'),(4,'n8')");
    assertThat(rows("SELECT n FROM numbers WHERE n IN (SELECT id FROM t)")).isEqualTo("2 4");
    assertThat(rows("SELECT n FROM numbers WHERE name IN (SELECT x FROM t)")).isEqualTo("8 9");
    assertThat(rows("SELECT t.id FROM t, numbers b WHERE b.n IN (t.id, t.id+1, 1) ORDER BY 1")).isEqualTo("2 2 2 4 4 4");
    module.omits = true;
    assertThat(rows("SELECT count(*) FROM numbers WHERE n IN (7,3,5)")).isEqualTo("20");
    // and one by one otherwise
    module.isWhole = false;
    module.scans = 0;
    assertThat(rows("SELECT count(n) FROM numbers WHERE n IN (7,3,5)")).isEqualTo("60");
    assertThat(module.scans).isEqualTo(3);
    assertThatThrownBy(() -> plan().useWhole(0, true)).isInstanceOf(IllegalArgumentException.class);
  }

  private static IndexPlan plan() {
    return new IndexPlan(
        List.of(new IndexPlan.Constraint(0, IndexPlan.Operator.EQ, true)), List.of(), IndexPlan.Wanted.ORDERED, 0);
  }

  @Test
  void anInThatIsTakenOneByOneIsAlsoOfferedAsUnusable() {
    List<String> all = new ArrayList<>();
    module.used =
        c -> {
          all.add(module.told);
          return c.isIn();
        };
    rows("SELECT n FROM numbers WHERE n IN (7,3,5) AND half>1 ORDER BY n");
    assertThat(all).contains("EQ 0 in, GT 2").anyMatch(t -> t.equals("EQ 0 in unknown, GT 2"));
  }

  @Test
  void theTableIsToldWhyRowsAreWantedInAnOrder() {
    String[][] expected = {
      {"SELECT * FROM numbers ORDER BY n", "ORDERED"},
      {"SELECT half, count(*) FROM numbers GROUP BY half", "GROUPED"},
      {"SELECT half, count(*) FROM numbers GROUP BY half ORDER BY half", "ORDERED"},
      {"SELECT DISTINCT half FROM numbers", "DISTINCT"},
      {"SELECT DISTINCT half FROM numbers ORDER BY half", "DISTINCT_ORDERED"},
      {"SELECT DISTINCT half FROM numbers ORDER BY n", "ORDERED"},
      {"SELECT count(DISTINCT half) FROM numbers", "DISTINCT"},
    };
    for (String[] one : expected) {
      module.wanted = null;
      rows(one[0]);
      assertThat(module.wanted).as(one[0]).isEqualTo(IndexPlan.Wanted.valueOf(one[1]));
    }
    for (String none : List.of("SELECT * FROM numbers ORDER BY n+1", "SELECT * FROM numbers ORDER BY name COLLATE BINARY", "SELECT * FROM numbers")) {
      module.wanted = null;
      rows(none);
      assertThat(module.wanted).as(none).isNull();
    }
  }

  @Test
  void whatTheTableGroupsOrSortsIsNotSortedAgain() {
    module.consumesOrder = true;
    assertThat(plan("SELECT half, count(*) FROM numbers GROUP BY half")).doesNotContain("TEMP B-TREE");
    assertThat(rows("SELECT count(*) FROM numbers GROUP BY half")).isEqualTo("1 2 2 2 2 2 2 2 2 2 1");
    assertThat(rows("SELECT DISTINCT half FROM numbers")).isEqualTo("0 1 2 3 4 5 6 7 8 9 10");
    assertThat(plan("SELECT DISTINCT half FROM numbers")).doesNotContain("TEMP B-TREE");
    assertThat(rows("SELECT count(DISTINCT half) FROM numbers")).isEqualTo("11");
    assertThat(plan("SELECT DISTINCT half FROM numbers ORDER BY half")).doesNotContain("TEMP B-TREE");
    assertThat(plan("SELECT n FROM numbers ORDER BY name COLLATE NOCASE DESC, 'x'")).doesNotContain("TEMP B-TREE");
    module.consumesOrder = false;
    assertThat(plan("SELECT half, sum(n) FROM numbers GROUP BY half")).contains("TEMP B-TREE FOR GROUP BY");
  }

  private String plan(String sql) {
    try (Statement statement = connection.prepare("EXPLAIN QUERY PLAN " + sql)) {
      StringBuilder all = new StringBuilder();
      while (statement.step()) {
        all.append(statement.columnText(3)).append('\n');
      }
      return all.toString();
    }
  }

  @Test
  void literalsAndCollationsAreTold() {
    assertThat(told("SELECT * FROM numbers WHERE n>-5 AND name='x' AND half<2.5 AND n<?1 AND name>'a' COLLATE RTRIM AND half IS NOT NULL"))
        .isEqualTo("GT 0, EQ 1 NOCASE, LT 2, LT 0, GT 1 RTRIM, IS_NOT_NULL 2");
    assertThat(module.literals).containsExactly("-5", "x", "2.5", "?", "?", "?");
    // a plan that was made for one literal is not used for another
    module.used = c -> c.literal() != null && c.literal().integer() == 3;
    module.omits = false;
    assertThat(rows("SELECT n FROM numbers WHERE n=3 AND half=1")).isEqualTo("3");
    assertThat(module.given).isEqualTo("3");
    assertThat(rows("SELECT n FROM numbers WHERE n=4 AND half=2")).isEqualTo("4");
    assertThat(module.given).isEmpty();
  }

  @Test
  void ofARowValueTheFirstFieldIsToldAndTheWholeIsTested() {
    module.used = c -> true;
    assertThat(rows("SELECT n FROM numbers WHERE (n,half)>(18,9) LIMIT 5")).isEqualTo("19 20");
    assertThat(module.given).startsWith("18");
    assertThat(told("SELECT n FROM numbers WHERE (n,half)>(18,9)")).isEqualTo("GE 0");
  }

  @Test
  void functionsOfTheTablesOwnAreConstraints() {
    connection.addFunction(
        FunctionDefinition.scalar("near", 2, 0, (context, registers, first, count) -> context.result().setInteger(0)));
    module.used = c -> c.operator() == IndexPlan.Operator.FUNCTION;
    module.last = 4;
    assertThat(rows("SELECT n FROM numbers WHERE near(name,'x')")).isEqualTo("1 2 3 4");
    assertThat(module.told).isEqualTo("FUNCTION 1 f7 NOCASE");
    assertThat(module.given).isEqualTo("x");
  }
}
