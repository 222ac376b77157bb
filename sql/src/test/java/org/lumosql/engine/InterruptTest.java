// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/**
 * Statements that would run for minutes stop soon after {@link Connection#interrupt()} or when the progress handler says so, and the connection works as before.
 * How soon is measured with a margin for busy machines: the best of three attempts counts.
 */
class InterruptTest {
  private static final long MOST_MILLISECONDS = 250;
  private static final int ATTEMPTS = 3;

  @TempDir Path folder;

  /** Each kind of work that takes long. */
  private static Map<String, String> endless() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("recursion", "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c");
    kinds.put("join without output", "SELECT 1 FROM big a, big b, big c WHERE a.y=-1");
    kinds.put("aggregate", "SELECT sum(a.x*b.x) FROM big a, big b, big c");
    kinds.put("sort", "SELECT a.y||b.y k FROM big a, big b, big c ORDER BY k");
    kinds.put("distinct", "SELECT count(DISTINCT a.x*7919+b.x*17+c.x) FROM big a, big b, big c");
    kinds.put("group by", "SELECT a.x*7919+b.x k, count(*) FROM big a, big b, big c GROUP BY k");
    kinds.put("union", "SELECT a.x*7919+b.x*31+c.x FROM big a, big b, big c UNION SELECT 1");
    kinds.put("window", "SELECT max(a.x) OVER () FROM big a, big b, big c");
    kinds.put("sliding window", "SELECT max(a.x) OVER (ROWS BETWEEN 9 PRECEDING AND 900000 FOLLOWING) FROM big a, big b, big c");
    kinds.put("group_concat", "SELECT length(group_concat(a.y)) FROM big a, big b, big c");
    kinds.put("replace", "SELECT length(replace(replace(a,'a','bcb'),'b','aa')) FROM (SELECT printf('%.*c',90000000,'a') a)");
    kinds.put("instr", "SELECT instr(a,substr(a,1,length(a)/2)||'b') FROM (SELECT printf('%.*c',2000000,'a') a)");
    kinds.put("trim", "SELECT length(trim(a,b)) FROM (SELECT printf('%.*c',30000000,'a') a,printf('%.*c',9000,'b')||'a' b)");
    kinds.put("like", "SELECT a LIKE '%'||substr(a,1,30000)||'b' FROM (SELECT printf('%.*c',30000000,'a') a)");
    kinds.put("glob", "SELECT a GLOB '*'||substr(a,1,30000)||'b' FROM (SELECT printf('%.*c',30000000,'a') a)");
    kinds.put("json", "SELECT length(json('['||replace(printf('%.*c',20000000,'a'),'a','[1],')||'1]'))");
    kinds.put("table function", "SELECT count(*) FROM generate_series(1,100000000000)");
    kinds.put("insert", "INSERT INTO sink SELECT a.x,b.y FROM big a, big b, big c");
    kinds.put("create table", "CREATE TABLE made AS SELECT a.x, b.y FROM big a, big b, big c");
    kinds.put("update", "UPDATE big SET x=(SELECT count(*) FROM big a, big b, big c WHERE a.x<>big.x)");
    kinds.put("delete", "DELETE FROM big WHERE (SELECT count(*) FROM big a, big b, big c WHERE a.x<>big.x)=0");
    kinds.put("trigger", "INSERT INTO pulled VALUES(1)");
    kinds.put("automatic index", "SELECT count(*) FROM (SELECT a.x*b.x k FROM big a, big b, big c) p JOIN (SELECT a.x+b.x k FROM big a, big b, big c) q ON p.k=q.k");
    return kinds;
  }

  private static void fill(Connection connection) {
    connection.execute(
        "PRAGMA synchronous=off; CREATE TABLE big(x,y); CREATE TABLE sink(x,y); CREATE TABLE pulled(x);"
            + "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n+1 FROM c WHERE n<3000)"
            + " INSERT INTO big SELECT n*37%4001,'text '||n FROM c;"
            + "CREATE TRIGGER pull AFTER INSERT ON pulled BEGIN INSERT INTO sink SELECT a.x,b.y FROM big a, big b, big c; END");
  }

  /** Milliseconds between the interruption and the end of the statement. */
  private static long delay(Connection connection, String sql) {
    long[] interrupted = new long[1];
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(60);
              } catch (InterruptedException e) {
                return;
              }
              interrupted[0] = System.nanoTime();
              connection.interrupt();
            },
            "interrupter");
    other.start();
    ResultCode code = ResultCode.OK;
    String message = "finished";
    try {
      connection.execute(sql);
    } catch (EngineException e) {
      code = e.code();
      message = e.getMessage();
    }
    long end = System.nanoTime();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(message).as(sql).isEqualTo("interrupted");
    assertThat(code).isEqualTo(ResultCode.INTERRUPT);
    return (end - interrupted[0]) / 1_000_000;
  }

  @Test
  void interruptStopsEveryKindOfWorkSoonAndNothingIsLost() {
    String file = folder.resolve("interrupt.db").toString();
    List<String> slow = new ArrayList<>();
    try (Connection connection = Connection.open(file)) {
      fill(connection);
      for (Map.Entry<String, String> kind : endless().entrySet()) {
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && best > MOST_MILLISECONDS; attempt++) {
          best = Math.min(best, delay(connection, kind.getValue()));
        }
        if (best > MOST_MILLISECONDS) {
          slow.add(kind.getKey() + ": " + best + " ms");
        }
        assertThat(connection.isAutocommit()).as(kind.getKey()).isTrue();
      }
      assertThat(slow).isEmpty();
      assertThat(row(connection, "SELECT count(*)||' '||sum(x) FROM big")).isEqualTo(row(connection, "SELECT 3000||' '||sum(x) FROM big"));
      assertThat(row(connection, "SELECT (SELECT count(*) FROM sink)||(SELECT count(*) FROM pulled)")).isEqualTo("00");
      assertThat(row(connection, "SELECT count(*) FROM sqlite_schema WHERE name='made'")).isEqualTo("0");
      assertThat(row(connection, "PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  @Test
  void anInterruptedChangeEndsTheTransactionAndAQueryDoesNot() {
    try (Connection connection = Connection.open(":memory:")) {
      fill(connection);
      connection.execute("BEGIN; INSERT INTO sink VALUES(1,2)");
      delay(connection, endless().get("sort"));
      assertThat(connection.isAutocommit()).isFalse();
      delay(connection, endless().get("insert"));
      assertThat(connection.isAutocommit()).isTrue();
      assertThat(row(connection, "SELECT count(*) FROM sink")).isEqualTo("0");
    }
  }

  @Test
  void theProgressHandlerStopsWhatTakesLongInsideAFunction() {
    try (Connection connection = Connection.open(":memory:")) {
      fill(connection);
      for (Map.Entry<String, String> kind : endless().entrySet()) {
        long start = System.nanoTime();
        connection.setProgressHandler(100, () -> System.nanoTime() - start > 60_000_000);
        ResultCode code = ResultCode.OK;
        try {
          connection.execute(kind.getValue());
        } catch (EngineException e) {
          code = e.code();
        }
        connection.setProgressHandler(0, null);
        assertThat(code).as(kind.getKey()).isEqualTo(ResultCode.INTERRUPT);
      }
      assertThat(row(connection, "PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  private static String row(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnText(0);
    }
  }
}
