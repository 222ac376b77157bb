// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/** Whole databases: backups while both sides live on, and images as bytes. */
class BackupTest {
  @TempDir Path directory;

  private Connection file(String name) {
    return Connection.open(directory.resolve(name).toString());
  }

  private static void fill(Connection connection) {
    connection.execute(
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t SELECT value, randomblob(500) FROM generate_series(1, 500)");
  }

  private static String digest(Connection connection) {
    try (Statement statement = connection.prepare("SELECT count(*) || ':' || sum(a) || ':' || sum(unicode(hex(b))) FROM t")) {
      statement.step();
      return statement.columnText(0);
    }
  }

  @Test
  void pagesAreCopiedStepByStep() {
    try (Connection source = file("source.db");
        Connection target = file("target.db")) {
      fill(source);
      target.execute("CREATE TABLE old(x)");
      List<Long> remaining = new ArrayList<>();
      try (Backup backup = source.backup("main", target, "main")) {
        while (!backup.step(10)) {
          remaining.add(backup.remainingPages());
          if (remaining.size() == 3) {
            source.execute("UPDATE t SET b='changed' WHERE a=1"); // carried over
          }
        }
        assertThat(backup.remainingPages()).isZero();
        assertThat(backup.totalPages()).isGreaterThan(50);
      }
      assertThat(remaining).hasSizeGreaterThan(5).isSortedAccordingTo((a, b) -> Long.compare(b, a));
      assertThat(digest(target)).isEqualTo(digest(source));
      assertThatThrownBy(() -> target.execute("SELECT * FROM old")).hasMessage("no such table: old");
    }
  }

  @Test
  void memoryIsSavedToAFileAndBack() {
    try (Connection memory = Connection.open(":memory:");
        Connection stored = file("saved.db")) {
      fill(memory);
      try (Backup backup = memory.backup("main", stored, "main")) {
        assertThat(backup.step(-1)).isTrue();
      }
      memory.execute("DELETE FROM t");
      try (Backup backup = stored.backup("main", memory, "main")) {
        assertThat(backup.step(-1)).isTrue();
      }
      assertThat(digest(memory)).isEqualTo(digest(stored));
    }
  }

  @Test
  void abandonedBackupsLeaveTheTargetAsItWas() {
    try (Connection source = file("source.db");
        Connection target = file("target.db")) {
      fill(source);
      target.execute("CREATE TABLE old(x); INSERT INTO old VALUES(7)");
      try (Backup backup = source.backup("main", target, "main")) {
        backup.step(5);
      }
      try (Statement statement = target.prepare("SELECT x FROM old")) {
        assertThat(statement.step()).isTrue();
        assertThat(statement.columnLong(0)).isEqualTo(7);
      }
    }
  }

  @Test
  void imagesAreTheBytesOfTheFile() throws IOException {
    byte[] image;
    try (Connection source = file("source.db")) {
      fill(source);
      image = source.serialize("main");
      assertThat(Files.readAllBytes(directory.resolve("source.db"))).isEqualTo(image);
      try (Connection memory = Connection.open(":memory:")) {
        memory.deserialize("main", image);
        assertThat(digest(memory)).isEqualTo(digest(source));
        memory.execute("INSERT INTO t VALUES(1000, x'00')");
        assertThat(memory.serialize("main").length).isGreaterThanOrEqualTo(image.length);
      }
    }
  }

  @Test
  void imagesOfDatabasesInWalModeLoad() {
    try (Connection source = file("wal.db");
        Connection memory = Connection.open(":memory:")) {
      source.execute("PRAGMA journal_mode=wal");
      fill(source);
      memory.execute("ATTACH ':memory:' AS other; CREATE TABLE other.x(y)");
      memory.deserialize("other", source.serialize("main"));
      try (Statement statement = memory.prepare("SELECT count(*) FROM other.t")) {
        statement.step();
        assertThat(statement.columnLong(0)).isEqualTo(500);
      }
    }
  }

  @Test
  void imagesOfMemoryLoad() {
    try (Connection memory = Connection.open(":memory:");
        Connection again = Connection.open(":memory:")) {
      fill(memory);
      again.deserialize("main", memory.serialize("main"));
      assertThat(digest(again)).isEqualTo(digest(memory));
    }
  }

  @Test
  void emptyAndWrongImages() {
    try (Connection memory = Connection.open(":memory:")) {
      assertThat(memory.serialize("main")).isEmpty();
      memory.execute("CREATE TABLE t(a)");
      memory.deserialize("main", new byte[0]);
      assertThatThrownBy(() -> memory.execute("SELECT * FROM t")).hasMessage("no such table: t");
      assertThatThrownBy(() -> memory.deserialize("main", new byte[1000]))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.NOTADB));
      assertThatThrownBy(() -> memory.serialize("nowhere")).hasMessage("unknown database nowhere");
      memory.execute("CREATE TABLE t(a)");
    }
  }
}
