// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** A process that changes the password is killed. The database has the old password or the new one, never neither, and all that was committed. */
public final class RekeyKill {
  /** So many kills does a database live for. */
  private static final int LIVES = 20;

  private final Path directory;
  private final Store store;
  private String uri;
  private long number;
  private int kills;

  /**
   * @param directory where databases are made
   * @param store an encrypted one
   */
  public RekeyKill(Path directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  /** One life and death of a process; returns 1. */
  public long run(long seed) throws IOException, InterruptedException {
    if (kills++ % LIVES == 0) {
      number = 0;
      uri = store.uri(directory.resolve("rekeyed" + kills)).replaceAll("&key=[^&]*", "");
      prepare(uri);
    }
    try {
      Process process = JavaProcess.start(RekeyingProcess.class, uri, String.valueOf(number));
      number = check(uri, PrintedNumbers.lastBeforeKill(process, 2 + new Random(seed).nextInt(40)));
    } catch (AssertionError e) {
      throw new AssertionError(store + ", " + uri + ": " + e.getMessage(), e);
    }
    return 1;
  }

  private static Connection open(String uri, long number) {
    Connection connection = Connection.open(uri);
    connection.execute("PRAGMA key = '" + RekeyingProcess.password(number) + "'");
    return connection;
  }

  private static void prepare(String uri) {
    try (Connection connection = open(uri, 0)) {
      connection.execute("CREATE TABLE counter(n); INSERT INTO counter VALUES(0); CREATE TABLE t(id INTEGER PRIMARY KEY, a); CREATE INDEX ta ON t(a)");
    }
  }

  /** Returns the number of the password. */
  private static long check(String uri, long acknowledged) {
    long number = isPassword(uri, acknowledged) ? acknowledged : acknowledged + 1;
    try (Connection connection = open(uri, number)) {
      assertThat(Workload.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      long found = Long.parseLong(Workload.rows(connection, "SELECT n FROM counter").get(0));
      assertThat(found).isBetween(number, acknowledged + 1);
      assertThat(Workload.rows(connection, "SELECT count(*) || ' ' || coalesce(max(id), 0) FROM t")).containsExactly(found + " " + found);
      assertThat(Workload.rows(connection, "SELECT count(*) FROM t WHERE a = 'text ' || id")).containsExactly(String.valueOf(found));
      if (found > number) {
        // the password of the number was not set any more
        connection.execute("BEGIN; DELETE FROM t WHERE id = " + found + "; UPDATE counter SET n = " + number + "; COMMIT");
      }
    }
    assertThat(isPassword(uri, number == acknowledged ? acknowledged + 1 : acknowledged)).as("two passwords").isFalse();
    return number;
  }

  private static boolean isPassword(String uri, long number) {
    try (Connection connection = open(uri, number)) {
      Workload.rows(connection, "SELECT n FROM counter");
      return true;
    } catch (EngineException e) {
      assertThat(e.code()).isEqualTo(ResultCode.NOTADB);
      return false;
    }
  }
}
