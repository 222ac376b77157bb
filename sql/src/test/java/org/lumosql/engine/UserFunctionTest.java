// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.function.Accumulator;
import org.lumosql.function.Arguments;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Register;

/** Functions and collations of users: examples of each kind, and what they may do. */
class UserFunctionTest {
  private final Connection connection = Connection.open(":memory:");
  private int compiledPatterns;

  @AfterEach
  void close() {
    connection.close();
  }

  private List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(i == 0 ? "" : "|").append(statement.columnText(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  /** {@code x REGEXP pattern}; the compiled pattern is kept from row to row if it is constant. */
  private void regexp(FunctionContext context, Register[] registers, int first, int count) {
    if (registers[first].isNull() || registers[first + 1].isNull()) {
      return;
    }
    Pattern pattern = (Pattern) context.auxiliary(0);
    if (pattern == null) {
      pattern = Pattern.compile(Arguments.text(registers[first]).string(TextEncoding.UTF8));
      compiledPatterns++;
      context.setAuxiliary(0, pattern);
    }
    String text = Arguments.text(registers[first + 1]).string(TextEncoding.UTF8);
    context.result().setBoolean(pattern.matcher(text).find());
  }

  /** The product of integers; over windows it forgets what leaves the frame. */
  private static final class Product extends Accumulator {
    private final ArrayDeque<Long> factors = new ArrayDeque<>();

    @Override
    public void step(FunctionContext context, Register[] registers, int first, int count) {
      factors.add(Arguments.integer(registers[first]));
    }

    @Override
    public void inverse(FunctionContext context, Register[] registers, int first, int count) {
      factors.remove();
    }

    @Override
    public void value(FunctionContext context) {
      long product = 1;
      for (long factor : factors) {
        product *= factor;
      }
      context.result().setInteger(product);
    }

    @Override
    public void finish(FunctionContext context) {
      value(context);
    }
  }

  @Test
  void aScalarFunctionWithAuxiliaryDataServesAnOperator() {
    connection.addFunction(FunctionDefinition.scalar("REGEXP", 2, FunctionDefinition.DETERMINISTIC, this::regexp));
    connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES('cat'),('dog'),('cow'),(NULL),(12)");
    assertThat(rows("SELECT a FROM t WHERE a REGEXP '^c|1'")).containsExactly("cat", "cow", "12");
    assertThat(compiledPatterns).isEqualTo(1);
  }

  @Test
  void anAggregateRunsOverGroupsAndWindows() {
    connection.addFunction(FunctionDefinition.window("product", 1, FunctionDefinition.DETERMINISTIC, Product::new));
    connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1),(2),(3),(4),(5)");
    assertThat(rows("SELECT product(a), product(a) FILTER (WHERE a>3) FROM t")).containsExactly("120|20");
    assertThat(rows("SELECT a%2, product(a) FROM t GROUP BY 1")).containsExactly("0|8", "1|15");
    assertThat(rows("SELECT product(a) OVER (ORDER BY a ROWS 1 PRECEDING) FROM t")).containsExactly("1", "2", "6", "12", "20");
  }

  @Test
  void anAggregateWithoutInverseIsRefusedOverWindows() {
    connection.addFunction(FunctionDefinition.aggregate("product", 1, 0, Product::new));
    assertThat(rows("SELECT product(column1) FROM (VALUES(2),(3))")).containsExactly("6");
    assertThatThrownBy(() -> rows("SELECT product(1) OVER ()")).hasMessage("product() may not be used as a window function");
  }

  @Test
  void overloadsAreChosenByTheNumberOfArguments() {
    connection.addFunction(FunctionDefinition.scalar("kind", 1, 0, (context, r, first, count) -> context.setResult("one")));
    connection.addFunction(FunctionDefinition.scalar("kind", -1, 0, (context, r, first, count) -> context.setResult("any of " + count)));
    assertThat(rows("SELECT kind(1), kind(), kind(1,2), KIND(1,2,3)")).containsExactly("one|any of 0|any of 2|any of 3");
    connection.removeFunction("kind", -1);
    assertThatThrownBy(() -> rows("SELECT kind(1,2)")).hasMessage("wrong number of arguments to function kind()");
    assertThat(rows("SELECT kind(1)")).containsExactly("one");
  }

  @Test
  void aBuiltInFunctionCanBeReplacedAndComesBack() {
    connection.addFunction(FunctionDefinition.scalar("upper", 1, 0, (context, r, first, count) -> context.setResult("mine")));
    assertThat(rows("SELECT upper('a')")).containsExactly("mine");
    connection.removeFunction("UPPER", 1);
    assertThat(rows("SELECT upper('a')")).containsExactly("A");
  }

  @Test
  void errorsCarryTheirCodeAndMessage() {
    connection.addFunction(
        FunctionDefinition.scalar(
            "fail",
            1,
            0,
            (context, r, first, count) -> {
              throw context.error(ResultCode.of((int) Arguments.integer(r[first])), "failed on purpose");
            }));
    assertThatThrownBy(() -> rows("SELECT fail(" + ResultCode.AUTH.code() + ")"))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.AUTH))
        .hasMessage("failed on purpose");
    connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    assertThatThrownBy(() -> connection.execute("UPDATE t SET a=fail(1)")).hasMessage("failed on purpose");
    assertThat(rows("SELECT a FROM t")).containsExactly("1");
  }

  @Test
  void flagsSayWhereAFunctionMayBeUsed() {
    connection.addFunction(FunctionDefinition.scalar("varies", 0, 0, (context, r, first, count) -> context.result().setInteger(1)));
    connection.addFunction(
        FunctionDefinition.scalar(
            "outside", 0, FunctionDefinition.DIRECT_ONLY, (context, r, first, count) -> context.result().setInteger(1)));
    connection.execute("CREATE TABLE t(a)");
    assertThatThrownBy(() -> connection.execute("CREATE INDEX i ON t(varies())"))
        .hasMessage("non-deterministic functions prohibited in index expressions");
    connection.execute("CREATE VIEW v AS SELECT outside()");
    assertThatThrownBy(() -> rows("SELECT * FROM v")).hasMessage("unsafe use of outside()");
    assertThat(rows("SELECT outside()")).containsExactly("1");
  }

  @Test
  void subtypesGoFromFunctionToFunction() {
    connection.addFunction(
        FunctionDefinition.scalar(
            "marked",
            1,
            FunctionDefinition.SUBTYPE,
            (context, r, first, count) -> {
              context.result().copyFrom(r[first]);
              context.result().setSubtype(7);
            }));
    assertThat(rows("SELECT subtype(marked('a')), subtype('a')")).containsExactly("7|0");
  }

  @Test
  void whatIsInUseIsNotReplaced() {
    connection.addFunction(FunctionDefinition.scalar("f", 1, 0, (context, r, first, count) -> context.setResult("old")));
    connection.addCollation(backwards());
    try (Statement running = connection.prepare("SELECT f(value) FROM generate_series(1,3)")) {
      running.step();
      assertThatThrownBy(() -> connection.removeFunction("f", 1))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.BUSY))
          .hasMessage("unable to delete/modify user-function due to active statements");
      assertThatThrownBy(
              () -> connection.addFunction(FunctionDefinition.scalar("f", 1, 0, (context, r, first, count) -> context.setResult("new"))))
          .hasMessage("unable to delete/modify user-function due to active statements");
      assertThatThrownBy(() -> connection.removeCollation("backwards"))
          .hasMessage("unable to delete/modify collation sequence due to active statements");
      connection.addFunction(FunctionDefinition.scalar("g", 1, 0, (context, r, first, count) -> context.setResult("other")));
      running.step();
      assertThat(running.columnText(0)).isEqualTo("old");
    }
    connection.removeFunction("f", 1);
    assertThatThrownBy(() -> rows("SELECT f(1)")).hasMessage("no such function: f");
  }

  private static Collation backwards() {
    return new Collation() {
      @Override
      public String name() {
        return "backwards";
      }

      @Override
      public int compare(byte[] left, int leftOffset, int leftLength, byte[] right, int rightOffset, int rightLength) {
        return java.util.Arrays.compareUnsigned(
            right, rightOffset, rightOffset + rightLength, left, leftOffset, leftOffset + leftLength);
      }
    };
  }

  @Test
  void aCollationOrdersRowsAndIndexes() {
    connection.addCollation(backwards());
    connection.execute("CREATE TABLE t(a COLLATE backwards UNIQUE); INSERT INTO t VALUES('b'),('c'),('a')");
    assertThat(rows("SELECT a FROM t ORDER BY a")).containsExactly("c", "b", "a");
    assertThat(rows("SELECT a FROM t WHERE a<'b'")).containsExactly("c");
    connection.removeCollation("BACKWARDS");
    assertThatThrownBy(() -> rows("SELECT a FROM t ORDER BY a"))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.ERROR_MISSING_COLLSEQ))
        .hasMessage("no such collation sequence: backwards");
  }
}
