// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/**
 * Statements that would run for long stop within 50 milliseconds after {@link Connection#interrupt()} or when the progress handler says so, and the connection
 * works as before. The milliseconds are those in which the statement's thread runs: on a busy machine it may not run at all for longer than that. The median of
 * up to five attempts at different moments counts; no more are made than decide it.
 */
class InterruptTest {
  private static final long MOST_MILLISECONDS = 50;
  private static final int ATTEMPTS = 5;
  private static final int[] MOMENTS = {60, 20, 150, 90, 40};
  /** Bytes of the texts that functions work on again and again. */
  private static final String SIZE = "10000000";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir Path folder;

  /** Of a long text {@code t} and a long blob {@code b}. */
  private static final String[] FUNCTIONS = {
    "upper(t)", "hex(b)", "quote(b)", "quote(t)", "unhex(hex(b))", "randomblob(length(t))", "t||t", "concat(t,b)", "concat_ws(t,1,2)", "substr(t,-5000000)",
    "instr(t,'b')", "replace(t,'b','c')", "printf('%40000000s',t)", "printf('%,020000000d',length(t))", "printf('%q',t)", "printf('%!.9000000s',t)", "ltrim(t,'a')", "rtrim(t||b)",
    "json_quote(t)", "json('\"'||t||'\"')", "unistr(t)", "strftime(t,1)", "date(t)", "CAST(b AS TEXT)", "t+1", "CAST('1'||hex(b) AS REAL)", "t=t||1",
    "t LIKE '%a%a%b'", "t GLOB '*[b-z]'", "t||b COLLATE NOCASE=t", "iif(length(t),t,b)", "char(length(t))||lower(t)"
  };

  /** Of a long array {@code j}. */
  private static final String[] JSON_FUNCTIONS = {
    "json(j)", "jsonb(j)", "json_valid(jsonb(j),8)", "json_extract(j,'$[#-1]')", "json_extract(j,'$[1400000]')", "json_set(j,'$[1]',2)", "json_remove(j,'$[3]')",
    "json_pretty(j)", "json_array_length(j)", "json_error_position(j||'x')", "(SELECT count(*) FROM json_each(j))"
  };

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
    for (String call : FUNCTIONS) {
      kinds.put(call, "SELECT sum(length(" + call + ")) FROM (SELECT printf('%.*c'," + SIZE + ",'a')||x t, zeroblob(" + SIZE + "+x) b FROM big) big");
    }
    for (String call : JSON_FUNCTIONS) {
      kinds.put(call, "SELECT sum(length(" + call + ")) FROM (SELECT '['||replace(printf('%.*c',1500000+x,'a'),'a','1,')||'1]' j FROM big) big");
    }
    kinds.put("json_patch", "SELECT length(json_patch(o,o)) FROM (SELECT json_group_object('k'||a.x||b.x,1) o FROM big a, (SELECT x FROM big LIMIT 20) b)");
    kinds.put("group_concat of long texts", "SELECT sum((SELECT length(group_concat(printf('%.*c',1000000,'a')||big.x||o.x)) FROM big WHERE x<100)) FROM big o");
    kinds.put("json_group_array", "SELECT length(json_group_array(printf('%.*c',100000,'a')||x)) FROM big");
    kinds.put("sort of long rows", "SELECT printf('%.*c',1000000,'a')||x k FROM big ORDER BY k");
    kinds.put("distinct long rows", "SELECT count(DISTINCT printf('%.*c',1000000,'a')||x) FROM big");
    kinds.put("median", "SELECT median((a.x*7919+b.x*104729)%1000003) FROM big a, big b");
    kinds.put("window frame", "SELECT sum(a.x) OVER (ORDER BY a.x,b.x GROUPS BETWEEN 5000 PRECEDING AND 5000 FOLLOWING EXCLUDE TIES) FROM big a, big b");
    kinds.put("group_concat in order", "SELECT length(group_concat(a.y,b.y ORDER BY b.x)) FROM big a, big b");
    kinds.put("recursion with union", "WITH RECURSIVE c(x) AS (VALUES(1) UNION SELECT x*2%1000000007 FROM c) SELECT count(*) FROM c");
    kinds.put("recursion in order", "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x*2 FROM c UNION ALL SELECT x*2+1 FROM c ORDER BY 1) SELECT max(x) FROM c");
    kinds.put("long values", "INSERT INTO sink SELECT zeroblob(30000000), x FROM big");
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

  /**
   * Interrupts a statement when its thread has run for some milliseconds.
   *
   * @return milliseconds that the thread runs between the interruption and the end of the statement
   */
  private static long delay(Connection connection, String sql, int milliseconds) {
    AtomicLong interrupted = new AtomicLong();
    long runner = Thread.currentThread().getId();
    ResultCode code = ResultCode.OK;
    String message = "finished";
    try (Statement statement = connection.prepare(sql)) {
      long moment = THREADS.getCurrentThreadCpuTime() + milliseconds * 1_000_000L;
      Thread other =
          new Thread(
              () -> {
                while (THREADS.getThreadCpuTime(runner) < moment) {
                  LockSupport.parkNanos(1_000_000);
                }
                interrupted.set(THREADS.getThreadCpuTime(runner));
                connection.interrupt();
              },
              "interrupter");
      other.start();
      while (statement.step()) {
        continue;
      }
    } catch (EngineException e) {
      code = e.code();
      message = e.getMessage();
    }
    long end = THREADS.getCurrentThreadCpuTime();
    assertThat(message).as(sql).isEqualTo("interrupted");
    assertThat(code).isEqualTo(ResultCode.INTERRUPT);
    return (end - interrupted.get()) / 1_000_000;
  }

  /** The median of so many attempts, or what is known of it once it is within the bound in any case. */
  private static long median(Connection connection, String sql) {
    List<Long> delays = new ArrayList<>();
    int good = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long delay = delay(connection, sql, MOMENTS[attempt % MOMENTS.length]);
      delays.add(delay);
      good += delay <= MOST_MILLISECONDS ? 1 : 0;
      if (good > 1 && good == attempt + 1) {
        break;
      }
    }
    delays.sort(null);
    return delays.get(delays.size() / 2);
  }

  @Test
  void interruptStopsEveryKindOfWorkSoonAndNothingIsLost() {
    String file = folder.resolve("interrupt.db").toString();
    List<String> slow = new ArrayList<>();
    try (Connection connection = Connection.open(file)) {
      fill(connection);
      for (Map.Entry<String, String> kind : endless().entrySet()) {
        long median = median(connection, kind.getValue());
        if (median > MOST_MILLISECONDS) {
          slow.add(kind.getKey() + ": " + median + " ms");
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
      delay(connection, endless().get("sort"), 60);
      assertThat(connection.isAutocommit()).isFalse();
      delay(connection, endless().get("insert"), 60);
      assertThat(connection.isAutocommit()).isTrue();
      assertThat(row(connection, "SELECT count(*) FROM sink")).isEqualTo("0");
    }
  }

  /** Of a file of some megabytes: what a statement does to all of it, with what goes before in the same transaction. */
  private static final String[][] WHOLE = {
    {"VACUUM"}, {"VACUUM INTO '%s'"}, {"ANALYZE"}, {"CREATE INDEX made ON rows(c,b)"}, {"CREATE UNIQUE INDEX made ON rows(b,a)"}, {"REINDEX"}, {"DELETE FROM rows"},
    {"DELETE FROM rows WHERE 1+a"}, {"DROP TABLE rows"}, {"DROP TABLE keyed"}, {"DROP INDEX rows_a"}, {"PRAGMA integrity_check"}, {"PRAGMA quick_check"}, {"PRAGMA foreign_key_check"},
    {"PRAGMA optimize=0x10002"}, {"ALTER TABLE rows DROP COLUMN c"}, {"ALTER TABLE rows ADD COLUMN z CHECK(z IS NULL)"}, {"INSERT INTO copy SELECT * FROM rows"},
    {"INSERT INTO keyed SELECT a+2000000,b,c FROM keyed"}, {"CREATE TABLE made AS SELECT * FROM rows"}, {"UPDATE rows SET a=a+1"}, {"REPLACE INTO rows SELECT * FROM rows"},
    {"SELECT count(*) FROM dbstat"}, {"SELECT count(*) FROM keyed"}, {"SELECT count(*) FROM rows NOT INDEXED"}, {"PRAGMA secure_delete=on", "DELETE FROM rows"},
    {"BEGIN", "UPDATE rows SET c=hex(zeroblob(150))", "COMMIT"}, {"SAVEPOINT s", "UPDATE rows SET c=hex(zeroblob(150))", "RELEASE s"},
    {"PRAGMA cache_spill=off", "PRAGMA journal_mode=wal", "UPDATE rows SET c=hex(zeroblob(150))"}, {"PRAGMA auto_vacuum=full", "VACUUM", "DELETE FROM rows WHERE id<20000"},
    {"PRAGMA auto_vacuum=incremental", "VACUUM", "DELETE FROM rows WHERE id<20000", "PRAGMA incremental_vacuum"}
  };

  private static final String ROWS =
      "PRAGMA synchronous=off; CREATE TABLE parent(id INTEGER PRIMARY KEY); INSERT INTO parent VALUES(1);"
          + "CREATE TABLE rows(id INTEGER PRIMARY KEY,a,b,c,p REFERENCES parent); CREATE INDEX rows_a ON rows(a); CREATE INDEX rows_b ON rows(b);"
          + "CREATE TABLE copy(id INTEGER PRIMARY KEY,a,b,c,p); CREATE TABLE keyed(a,b,c,PRIMARY KEY(a,b)) WITHOUT ROWID;"
          + "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n+1 FROM c WHERE n<40000)"
          + " INSERT INTO rows SELECT n,n*7919%1000003,'text '||n*104729%1000003,hex(zeroblob(60)),1 FROM c;"
          + "INSERT INTO keyed SELECT a,b,c FROM rows";

  /**
   * Statements that work on a whole database look for an interruption often: the handler is called again within the bound, so that they stop there. That is
   * measured in one run to the end, and another one is stopped in its middle.
   */
  @Test
  void workOnAWholeDatabaseStopsSoonAndIsUndone() throws IOException {
    Path master = folder.resolve("master.db");
    try (Connection connection = Connection.open(master.toString())) {
      connection.execute(ROWS);
    }
    List<String> slow = new ArrayList<>();
    for (String[] script : WHOLE) {
      String last = script[script.length - 1].formatted(folder.resolve("into.db"));
      long bound = MOST_MILLISECONDS * 1_000_000;
      long gap = longestGap(master, script, last);
      if (gap > bound && (gap = Math.min(gap, longestGap(master, script, last))) > bound) {
        slow.add(last + ": " + gap / 1_000_000 + " ms");
      }
    }
    assertThat(slow).isEmpty();
  }

  /** The longest time between two calls of the progress handler, then how it is to be stopped after half of them. */
  private long longestGap(Path master, String[] script, String last) throws IOException {
    int[] calls = {0};
    long[] longest = {0};
    try (Connection connection = prepared(master, script)) {
      long[] before = {THREADS.getCurrentThreadCpuTime()};
      BooleanSupplier look =
          () -> {
            long now = THREADS.getCurrentThreadCpuTime();
            longest[0] = Math.max(longest[0], now - before[0]);
            before[0] = now;
            calls[0]++;
            return false;
          };
      connection.setProgressHandler(1000, look);
      run(connection, last);
      look.getAsBoolean();
      connection.setProgressHandler(0, null);
    }
    try (Connection connection = prepared(master, script)) {
      String state = state(connection);
      boolean inTransaction = !connection.isAutocommit();
      int[] left = {calls[0] / 2};
      connection.setProgressHandler(1000, () -> left[0]-- <= 0);
      assertThatThrownBy(() -> run(connection, last)).as(last).isInstanceOf(EngineException.class).hasMessage("interrupted");
      connection.setProgressHandler(0, null);
      assertThat(connection.isAutocommit()).as(last).isTrue();
      assertThat(state(connection)).as(last).isEqualTo(inTransaction ? "40000 40000 4800000 0" : state);
      assertThat(row(connection, "PRAGMA integrity_check")).as(last).isEqualTo("ok");
    }
    return longest[0];
  }

  private static String state(Connection connection) {
    return row(connection,
        "SELECT (SELECT count(*) FROM rows)||' '||(SELECT count(*) FROM keyed)||' '||(SELECT sum(length(c)) FROM rows)||' '||(SELECT count(*) FROM copy)");
  }

  private Connection prepared(Path master, String[] script) throws IOException {
    Path file = folder.resolve("whole.db");
    Files.deleteIfExists(folder.resolve("into.db"));
    Files.deleteIfExists(folder.resolve("whole.db-wal"));
    Files.copy(master, file, StandardCopyOption.REPLACE_EXISTING);
    Connection connection = Connection.open(file.toString());
    connection.execute("PRAGMA synchronous=off");
    for (int i = 0; i < script.length - 1; i++) {
      connection.execute(script[i]);
    }
    return connection;
  }

  private static void run(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        continue;
      }
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
