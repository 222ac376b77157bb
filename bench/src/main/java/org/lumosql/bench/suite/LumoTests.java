// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import java.util.ArrayList;
import java.util.List;

/** Makes the tests for a data size. The same size gives the same statements in each dialect. */
public final class LumoTests {
  private static final long SEED = 20261121;
  private static final String INSERT = "INSERT INTO %s VALUES(?,?,?)";

  private final DataSize size;
  private final String average;
  private final List<LumoTest> tests = new ArrayList<>();

  private LumoTests(DataSize size, Dialect dialect) {
    this.size = size;
    this.average = dialect.average();
  }

  /** All of them, in their order. */
  public static List<LumoTest> all(DataSize size, Dialect dialect) {
    LumoTests suite = new LumoTests(size, dialect);
    suite.fill();
    suite.query();
    suite.update();
    suite.move();
    return List.copyOf(suite.tests);
  }

  private void fill() {
    int few = size.writes(1000);
    int many = size.writes(25_000);
    add("0000", "Creating database and tables", "create a table", Steps.of(Step.of("CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100))")));
    add("0010", few + " INSERTs", "inserts, a commit each", each(few, (i, random) -> insert("t1", i, random.nextInt(100_000))));
    int updates = size.writes(100);
    Steps upgrade =
        each(updates, (i, random) -> Step.of("UPDATE t1 SET b=? WHERE a=?", random.nextInt(100_000), i)).after(Step.of("SELECT a, b FROM t1 WHERE a=1"));
    add("0015", updates + " UPDATEs without an index, upgrading a read-only transaction", "a read, then updates", upgrade.inTransaction());
    // the numbers of t2 are the tool's own: so are the results of the queries
    Steps second =
        each(many, (i, random) -> insert("t2", i, (int) ((14285L * i - 14284) % 500_000))).after(Step.of("CREATE TABLE t2(a INTEGER, b INTEGER, c VARCHAR(100))"));
    add("0020", many + " INSERTs in a transaction", "inserts", second.inTransaction());
    check("0025", "Row counts", few, many);
  }

  private void query() {
    int ranges = size.reads(100);
    add(
        "0030",
        ranges + " SELECTs without an index",
        "ranges without an index",
        each(ranges, (i, random) -> Step.of("SELECT count(*), " + average + " FROM t2 WHERE b>=? AND b<?", 100 * (i - 1), 100 * (i + 9))),
        "41|486.365", "40|598.5", "40|698.5", "40|798.5");
    add(
        "0040",
        ranges + " SELECTs on a string comparison",
        "LIKE",
        each(ranges, (i, random) -> Step.of("SELECT count(*), " + average + " FROM t2 WHERE c LIKE ?", "%" + EnglishNumbers.words(i) + "%")),
        "15859|238012.06", "8538|251259.42", "8506|300266.44", "8773|343643.69", "4602|252464.62");
    add("0045", "Creating an index", "create indexes", Steps.of(Step.of("CREATE INDEX i2a ON t2(a)"), Step.of("CREATE INDEX i2b ON t2(b)")));
    int lookups = size.reads(5000);
    add(
        "0050",
        lookups + " SELECTs with an index",
        "ranges of an index",
        each(lookups, (i, random) -> Step.of("SELECT count(*), " + average + " FROM t2 WHERE b>=? AND b<?", 100 * (i - 1), 100 * i)),
        "5|39.0", "4|148.5", "4|248.5");
  }

  private void update() {
    int few = size.writes(1000);
    int many = size.writes(25_000);
    add(
        "0060",
        few + " UPDATEs without an index",
        "updates of ranges without an index",
        each(few, (i, random) -> Step.of("UPDATE t1 SET b=b*2 WHERE a>=? AND a<?", 10 * (i - 1), 10 * i)).inTransaction());
    add(
        "0070",
        many + " UPDATEs with an index",
        "updates of an indexed column",
        each(many, (i, random) -> Step.of("UPDATE t2 SET b=? WHERE a=?", random.nextInt(500_000), i)).inTransaction());
    add(
        "0080",
        many + " text UPDATEs with an index",
        "updates of a text",
        each(many, (i, random) -> Step.of("UPDATE t2 SET c=? WHERE a=?", EnglishNumbers.words(random.nextInt(100_000)), i)).inTransaction());
  }

  private void move() {
    add(
        "0090",
        "INSERTs from a SELECT",
        "INSERT from SELECT",
        Steps.of(Step.of("INSERT INTO t1 SELECT b,a,c FROM t2"), Step.of("INSERT INTO t2 SELECT b,a,c FROM t1")).inTransaction());
    int few = size.writes(1000);
    int many = size.writes(25_000);
    check("0095", "Row counts after INSERTs", few + many, few + 2 * many);
    add("0100", "DELETE without an index", "DELETE by LIKE", Steps.of(Step.of("DELETE FROM t2 WHERE c LIKE '%fifty%'")));
    add("0110", "DELETE with an index", "DELETE of a range", Steps.of(Step.of("DELETE FROM t2 WHERE a>10 AND a<20000")));
    add("0120", "A big INSERT after a big DELETE", "INSERT from SELECT again", Steps.of(Step.of("INSERT INTO t2 SELECT * FROM t1")));
    Steps refill = each(3000, (i, random) -> Step.of(INSERT.formatted("t1"), i, random.nextInt(100_000), EnglishNumbers.words(i))).after(Step.of("DELETE FROM t1"));
    add("0130", "A big DELETE followed by many small INSERTs", "DELETE of all, inserts", refill.inTransaction());
    // what all the changes have made of the tables: an engine that lost one of them is found here
    tests.add(
        new LumoTest(
            "0135",
            "Contents at the end",
            "sums over what is left",
            false,
            Steps.of(
                Step.of("SELECT count(*), " + average + " FROM t1"),
                Step.of("SELECT count(*), " + average + " FROM t2"),
                Step.of("SELECT count(*), " + average.replace("(b", "(a") + " FROM t2"),
                Step.of("SELECT count(*), max(c) FROM t2 WHERE c LIKE '%seven%'")),
            List.of("3000|")));
    add("0140", "DROP TABLE", "drop tables", Steps.of(Step.of("DROP TABLE t1"), Step.of("DROP TABLE t2")));
  }

  /** The first lines that the tool knows are those of its own size. */
  private void add(String number, String name, String description, Steps steps, String... expected) {
    tests.add(new LumoTest(number, name, description, true, steps, size.equals(DataSize.ONE) ? List.of(expected) : List.of()));
  }

  private void check(String number, String name, int first, int second) {
    tests.add(
        new LumoTest(
            number,
            name,
            "rows of both tables",
            false,
            Steps.of(Step.of("SELECT count(*) FROM t1"), Step.of("SELECT count(*) FROM t2")),
            List.of(Integer.toString(first), Integer.toString(second))));
  }

  private static Step insert(String table, int a, int b) {
    return Step.of(INSERT.formatted(table), a, b, EnglishNumbers.words(b));
  }

  /** What is random in a test does not depend on those before it. */
  private Steps each(int count, Steps.Maker maker) {
    return Steps.each(count, SEED + tests.size(), maker);
  }
}
