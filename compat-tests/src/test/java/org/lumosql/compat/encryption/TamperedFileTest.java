// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/** Somebody changes an encrypted file: what is noticed, how it is told, and what is not noticed. */
class TamperedFileTest {
  private static final int PAGE_SIZE = 1024;
  private static final Stack STACK = new Stack("file", null, "aes256gcm", "delete");

  @TempDir Path directory;
  private Path path;
  private byte[] whole;

  @BeforeEach
  void make() throws IOException {
    path = directory.resolve("tamper.db");
    try (Connection connection = STACK.open(path)) {
      connection.execute(
          "PRAGMA page_size = " + PAGE_SIZE + "; CREATE TABLE t(a, b); CREATE INDEX i ON t(a);"
              + "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 200)"
              + " INSERT INTO t SELECT x, hex(zeroblob(x)) FROM c");
    }
    whole = Files.readAllBytes(path);
    assertThat(whole.length % PAGE_SIZE).isZero();
    assertThat(whole.length / PAGE_SIZE).isGreaterThan(20);
  }

  /** Reads everything that is in the database; null if that goes well. */
  private ResultCode failure(byte[] contents) throws IOException {
    Files.write(path, contents);
    ConnectionOptions options =
        new ConnectionOptions(ConnectionOptions.defaults().access(), Map.of("key", Stack.PASSWORD), 0);
    try (Connection connection = Connection.open(path.toString(), options)) {
      for (String line : Stack.rows(connection, "PRAGMA integrity_check")) {
        if (!line.equals("ok")) {
          return ResultCode.CORRUPT;
        }
      }
      return null;
    } catch (EngineException e) {
      assertThat(e.getMessage())
          .isIn("file is not a database", "database disk image is malformed");
      return e.code().primary();
    }
  }

  private ResultCode withChangedByte(int at) throws IOException {
    byte[] changed = whole.clone();
    changed[at] ^= 1;
    return failure(changed);
  }

  @Test
  void theFileAsItWasIsRead() throws IOException {
    assertThat(failure(whole)).isNull();
  }

  /** The name, what stands in clear, cipher text, nonce, tag and both parts of the key slot. */
  @Test
  void aChangeOfAnyByteOfTheFirstPageIsNoticed() throws IOException {
    for (int at = 0; at < PAGE_SIZE; at += at < 110 || at > PAGE_SIZE - 100 ? 1 : 37) {
      // of the nonce's 24 bytes AES uses 12: the others say nothing
      boolean isUnused = at >= PAGE_SIZE - 88 + 12 && at < PAGE_SIZE - 64;
      assertThat(withChangedByte(at)).as("byte %s", at).isIn(isUnused ? new Object[] {null} : new Object[] {ResultCode.NOTADB, ResultCode.CORRUPT});
    }
  }

  @Test
  void aChangeOfAnyOtherPageIsNoticed() throws IOException {
    for (int page = 1; page < whole.length / PAGE_SIZE; page++) {
      for (int at : new int[] {0, 5, 500, PAGE_SIZE - 89, PAGE_SIZE - 88, PAGE_SIZE - 64, PAGE_SIZE - 49}) {
        assertThat(withChangedByte(page * PAGE_SIZE + at)).as("page %s, byte %s", page + 1, at).isEqualTo(ResultCode.CORRUPT);
      }
    }
  }

  @Test
  void swappedPagesAndPagesOfZerosAreNoticed() throws IOException {
    for (int page = 2; page < whole.length / PAGE_SIZE; page++) {
      byte[] changed = whole.clone();
      System.arraycopy(whole, page * PAGE_SIZE, changed, (page - 1) * PAGE_SIZE, PAGE_SIZE);
      System.arraycopy(whole, (page - 1) * PAGE_SIZE, changed, page * PAGE_SIZE, PAGE_SIZE);
      assertThat(failure(changed)).as("pages %s and %s", page, page + 1).isEqualTo(ResultCode.CORRUPT);
      changed = whole.clone();
      Arrays.fill(changed, page * PAGE_SIZE, (page + 1) * PAGE_SIZE, (byte) 0);
      assertThat(failure(changed)).as("page %s of zeros", page + 1).isEqualTo(ResultCode.CORRUPT);
    }
  }

  @Test
  void aFileThatWasCutIsNoticed() throws IOException {
    for (int pages = 1; pages < whole.length / PAGE_SIZE; pages++) {
      assertThat(failure(Arrays.copyOf(whole, pages * PAGE_SIZE))).as("%s pages", pages).isEqualTo(ResultCode.CORRUPT);
    }
  }

  /** The limit of what is promised: the whole file as it was yesterday is a right one. docs/encryption.md says so. */
  @Test
  void anOlderFileIsNotNoticed() throws IOException {
    try (Connection connection = STACK.open(path)) {
      connection.execute("DELETE FROM t");
    }
    assertThat(failure(whole)).isNull();
  }
}
