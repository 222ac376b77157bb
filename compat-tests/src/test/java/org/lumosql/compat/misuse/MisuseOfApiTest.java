// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.FileBackend;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.engine.BlobHandle;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.error.ResultCode;

/** Mistakes in the use of the Java API: SQLite's code, its sentence or one of ours, and what storage knows of it. */
class MisuseOfApiTest {
  @TempDir Path directory;

  private static void fails(ThrowingCallable call, ResultCode code, String sentence) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(EngineException.class);
    EngineException error = (EngineException) thrown;
    assertThat(error.getMessage() + (error.detail() == null ? "" : " (" + error.detail() + ")")).contains(sentence);
    assertThat(error.code()).as(sentence).isEqualTo(code);
  }

  private static void read(String name) {
    try (Connection connection = Connection.open(name)) {
      connection.execute("SELECT * FROM t");
    }
  }

  @Test
  void filesThatCannotBeOpened() throws Exception {
    Places places = new Places(directory);
    Path text = places.text();
    Path folder = places.folder();
    Path encrypted = places.encrypted();
    Path plain = places.plain();
    fails(() -> read(text.toString()), ResultCode.NOTADB, "the file does not begin with \"SQLite format 3\"");
    fails(() -> read(folder.toString()), ResultCode.CANTOPEN_ISDIR, folder + " is a directory");
    fails(() -> read(places.nowhere().toString()), ResultCode.CANTOPEN, "cannot open " + places.nowhere());
    fails(() -> read("file:" + encrypted + "?key=wrong"), ResultCode.NOTADB, "the password does not fit");
    fails(() -> read(encrypted.toString()), ResultCode.NOTADB, "the database is encrypted and no key was given");
    fails(() -> read("file:" + plain + "?key=secret"), ResultCode.NOTADB, "a key was given, and the database is not encrypted");
    fails(() -> read("file:" + plain + "?backend=foo"), ResultCode.ERROR, "add the jar lumosql-backend-foo to the class path");
    try (Connection connection = Connection.open("file:" + plain + "?mode=ro")) {
      fails(() -> connection.execute("DELETE FROM t"), ResultCode.READONLY, plain + " cannot be written");
      fails(() -> connection.deserialize("main", new byte[] {1, 2, 3}), ResultCode.NOTADB, "does not begin with");
      fails(() -> connection.serialize("nope"), ResultCode.ERROR, "unknown database nope");
    }
    assertThatThrownBy(() -> Connection.open(null)).hasMessage("the name of the database is null");
  }

  @Test
  void aDiskThatIsFull() {
    FaultyVfs disk = new FaultyVfs(1);
    try (Connection connection = Connection.open("/full.db", ConnectionOptions.defaults(), new FileBackend(disk))) {
      connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)");
      disk.failAt(1, Long.MAX_VALUE, ResultCode.FULL);
      fails(() -> connection.execute("INSERT INTO t VALUES (zeroblob(100000))"), ResultCode.FULL, "database or disk is full");
      disk.failNoMore();
      connection.execute("INSERT INTO t VALUES (2)"); // it goes on when there is room
    }
  }

  @Test
  void wrongNumbersAndTypes() {
    try (Connection connection = Connection.open(new Places(directory).plain().toString());
        Statement statement = connection.prepare("SELECT ?, 2")) {
      fails(() -> statement.bindLong(0, 1), ResultCode.RANGE, "parameter 0 of 1");
      fails(() -> statement.bindLong(2, 1), ResultCode.RANGE, "parameter 2 of 1");
      fails(() -> statement.columnLong(0), ResultCode.RANGE, "column index 0 out of range, number of columns: 0");
      fails(() -> statement.columnName(2), ResultCode.RANGE, "column index 2 out of range, number of columns: 2");
      statement.step();
      fails(() -> statement.columnLong(2), ResultCode.RANGE, "column index 2 out of range, number of columns: 2");
      fails(() -> statement.bindLong(1, 1), ResultCode.MISUSE, "only before the first step or after a reset");
      fails(() -> connection.openBlob("main", "t", "a", 1, false), ResultCode.ERROR, "cannot open value of type integer");
      fails(() -> connection.openBlob("main", "t", "b", 9, false), ResultCode.ERROR, "no such rowid: 9");
      fails(() -> connection.openBlob("main", "nope", "b", 1, false), ResultCode.ERROR, "no such table: main.nope");
      try (BlobHandle blob = connection.openBlob("main", "t", "b", 1, false)) {
        fails(() -> blob.write(0, new byte[1], 0, 1), ResultCode.READONLY, "the blob was opened for reading only");
        fails(() -> blob.read(0, new byte[2], 0, 2), ResultCode.ERROR, "bytes 0 to 2 of a value of 1 bytes");
      }
      assertThatThrownBy(() -> connection.prepare(null)).hasMessage("the SQL text is null");
    }
  }

  @Test
  void whatIsClosedSaysSo() {
    Connection connection = Connection.open(new Places(directory).plain().toString());
    Statement statement = connection.prepare("SELECT 1");
    BlobHandle blob = connection.openBlob("main", "t", "b", 1, false);
    blob.close();
    fails(blob::length, ResultCode.MISUSE, "the blob is closed");
    statement.close();
    fails(statement::step, ResultCode.MISUSE, "the statement is closed");
    connection.close();
    fails(() -> connection.prepare("SELECT 1"), ResultCode.MISUSE, "the connection is closed");
    connection.close();
  }

  @Test
  void twoThreadsAtOnceAreFound() throws InterruptedException {
    try (Connection connection = Connection.open(":memory:")) {
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch tried = new CountDownLatch(1);
      connection.setProgressHandler(
          1,
          () -> {
            inside.countDown();
            try {
              tried.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return false;
          });
      Throwable[] trouble = new Throwable[1];
      Thread other =
          new Thread(() -> trouble[0] = catchThrowable(() -> connection.execute("WITH RECURSIVE c(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c WHERE x < 50000) SELECT sum(x) FROM c")), "busy");
      other.start();
      inside.await();
      fails(() -> connection.prepare("SELECT 1"), ResultCode.MISUSE, "the connection is in use by thread \"busy\": it serves one thread at a time");
      fails(() -> connection.execute("SELECT 1"), ResultCode.MISUSE, "in use by thread \"busy\"");
      fails(connection::close, ResultCode.MISUSE, "in use by thread \"busy\"");
      tried.countDown();
      other.join();
      assertThat(trouble[0]).isNull();
      connection.setProgressHandler(0, null);
      connection.execute("SELECT 1"); // one behind the other they may use it
    }
  }
}
