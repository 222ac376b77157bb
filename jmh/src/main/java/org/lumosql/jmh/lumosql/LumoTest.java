// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.lumosql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * One of the tests of LumoSQL's benchmark tool, for a data size (the tool's is 1): statements that are compiled and run one by one. They build on each other.
 *
 * @param number as in the tool
 * @param description what it does
 * @param statements the texts
 */
record LumoTest(String number, String description, List<String> statements) {
  /** All of them, in their order. The same size gives the same statements. */
  static List<LumoTest> all(double size) {
    Random random = new Random(20261121);
    IntFunction<String> row = i -> i + "," + random.nextInt(100_000);
    List<LumoTest> tests = new ArrayList<>();
    tests.add(new LumoTest("0000", "create a table", List.of("CREATE TABLE t1(a INTEGER, b INTEGER, c VARCHAR(100))")));
    tests.add(new LumoTest("0010", "inserts, a commit each", each((int) (1000 * size), i -> insert("t1", i, random.nextInt(100_000)))));
    List<String> upgrade = each((int) (100 * size), i -> "UPDATE t1 SET b=" + random.nextInt(100_000) + " WHERE a=" + i);
    upgrade.add(0, "SELECT a, b FROM t1 WHERE a=1");
    tests.add(new LumoTest("0015", "a read, then updates", inTransaction(upgrade)));
    List<String> second = each((int) (25_000 * size), i -> insert("t2", i, (int) ((14285L * i - 14284) % 500_000)));
    second.add(0, "CREATE TABLE t2(a INTEGER, b INTEGER, c VARCHAR(100))");
    tests.add(new LumoTest("0020", "inserts", inTransaction(second)));
    tests.add(
        new LumoTest("0030", "ranges without an index",
            each((int) (100 * size), i -> "SELECT count(*), avg(b) FROM t2 WHERE b>=" + 100 * (i - 1) + " AND b<" + 100 * (i + 9))));
    tests.add(
        new LumoTest("0040", "LIKE", each((int) (100 * size), i -> "SELECT count(*), avg(b) FROM t2 WHERE c LIKE '%" + EnglishNumbers.words(i) + "%'")));
    tests.add(new LumoTest("0045", "create indexes", List.of("CREATE INDEX i2a ON t2(a)", "CREATE INDEX i2b ON t2(b)")));
    tests.add(
        new LumoTest("0050", "ranges of an index",
            each((int) (5000 * size), i -> "SELECT count(*), avg(b) FROM t2 WHERE b>=" + 100 * (i - 1) + " AND b<" + 100 * i)));
    tests.add(
        new LumoTest("0060", "updates of ranges without an index",
            inTransaction(each((int) (1000 * size), i -> "UPDATE t1 SET b=b*2 WHERE a>=" + 10 * (i - 1) + " AND a<" + 10 * i))));
    tests.add(
        new LumoTest("0070", "updates of an indexed column",
            inTransaction(each((int) (25_000 * size), i -> "UPDATE t2 SET b=" + random.nextInt(500_000) + " WHERE a=" + i))));
    tests.add(
        new LumoTest("0080", "updates of a text",
            inTransaction(
                each((int) (25_000 * size), i -> "UPDATE t2 SET c='" + EnglishNumbers.words(random.nextInt(100_000)) + "' WHERE a=" + i))));
    tests.add(
        new LumoTest("0090", "INSERT from SELECT",
            inTransaction(
                new ArrayList<>(List.of("INSERT INTO t1 SELECT b,a,c FROM t2", "INSERT INTO t2 SELECT b,a,c FROM t1")))));
    tests.add(new LumoTest("0100", "DELETE by LIKE", List.of("DELETE FROM t2 WHERE c LIKE '%fifty%'")));
    tests.add(new LumoTest("0110", "DELETE of a range", List.of("DELETE FROM t2 WHERE a>10 AND a<20000")));
    tests.add(new LumoTest("0120", "INSERT from SELECT again", List.of("INSERT INTO t2 SELECT * FROM t1")));
    List<String> refill = each(3000, i -> "INSERT INTO t1 VALUES(" + row.apply(i) + ",'" + EnglishNumbers.words(i) + "')");
    refill.add(0, "DELETE FROM t1");
    tests.add(new LumoTest("0130", "DELETE of all, inserts", inTransaction(refill)));
    tests.add(new LumoTest("0140", "drop tables", List.of("DROP TABLE t1", "DROP TABLE t2")));
    return tests;
  }

  private static String insert(String table, int a, int b) {
    return "INSERT INTO " + table + " VALUES(" + a + "," + b + ",'" + EnglishNumbers.words(b) + "')";
  }

  private static List<String> each(int count, IntFunction<String> statement) {
    List<String> statements = new ArrayList<>(count + 2);
    for (int i = 1; i <= count; i++) {
      statements.add(statement.apply(i));
    }
    return statements;
  }

  private static List<String> inTransaction(List<String> statements) {
    statements.add(0, "BEGIN");
    statements.add("COMMIT");
    return statements;
  }
}
