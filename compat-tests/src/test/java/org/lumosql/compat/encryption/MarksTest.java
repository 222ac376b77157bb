// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/**
 * Nothing of what was written is to be found in any file: 1,000 marked texts and as many blobs, in tables, indexes of all kinds and tables without rowids, while a
 * transaction is under way whose pages do not fit the cache, after its commit, after changes, and after closing.
 */
class MarksTest {
  private static final int COUNT = 1000;
  /** What all marks begin with. */
  private static final String MARK = "QmarkedZ";

  @TempDir Path directory;

  static Stream<Stack> stacks() {
    return Stack.some().stream();
  }

  static Stream<Stack> otherStacks() {
    return Stack.all().stream().filter(stack -> !Stack.some().contains(stack));
  }

  static Stream<Stack> plainStacks() {
    return Stack.some().stream().map(Stack::plain);
  }

  private static byte[] inverted(byte[] bytes) {
    byte[] inverted = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      inverted[i] = (byte) ~bytes[i];
    }
    return inverted;
  }

  /** The ways in which a mark may be written: as it is, in both UTF-16, folded by NOCASE, inverted as descending keys are. */
  private static List<byte[]> forms() {
    List<byte[]> forms = new ArrayList<>();
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (String text : List.of(MARK, MARK.toLowerCase(Locale.ROOT))) {
        forms.add(text.getBytes(charset));
        forms.add(inverted(text.getBytes(charset)));
      }
    }
    return forms;
  }

  /** Whether any of the forms is somewhere in the bytes. */
  private static boolean hasAny(byte[] bytes, List<byte[]> forms) {
    boolean[] begins = new boolean[256];
    forms.forEach(form -> begins[form[0] & 0xff] = true);
    for (int i = 0; i < bytes.length; i++) {
      if (begins[bytes[i] & 0xff]) {
        for (byte[] form : forms) {
          if (i + form.length <= bytes.length && Arrays.equals(bytes, i, i + form.length, form, 0, form.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The files that have a mark. */
  private List<String> found() throws IOException {
    List<byte[]> forms = forms();
    List<String> found = new ArrayList<>();
    long bytes = 0;
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      byte[] contents = read(file);
      bytes += contents.length;
      if (hasAny(contents, forms)) {
        found.add(file.getFileName().toString());
      }
    }
    assertThat(bytes).as("something is in the files").isPositive();
    return found;
  }

  /** A map may be a long sparse file, of which the beginning is used. */
  private static byte[] read(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), 64 << 20));
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        continue;
      }
      return buffer.array();
    }
  }

  private static void write(Connection connection) {
    connection.execute(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b TEXT COLLATE NOCASE, c BLOB);"
            + "CREATE INDEX ta ON t(a); CREATE INDEX td ON t(a DESC, id); CREATE INDEX tb ON t(b); CREATE UNIQUE INDEX tc ON t(c);"
            + "CREATE INDEX te ON t(a || 'x'); CREATE INDEX tp ON t(b) WHERE id % 2;"
            + "CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID; CREATE INDEX wv ON w(v)");
    try (Statement insert = connection.prepare("INSERT INTO t(a, b, c) VALUES(?1, ?1, ?2)");
        Statement keyed = connection.prepare("INSERT INTO w VALUES(?1, ?2)")) {
      for (int i = 0; i < COUNT; i++) {
        String text = MARK + i + " " + "abcdefghij".repeat(i % 40);
        byte[] blob = text.getBytes(StandardCharsets.UTF_8);
        insert.bindText(1, text);
        insert.bindBlob(2, blob);
        insert.step();
        insert.reset();
        keyed.bindText(1, text);
        keyed.bindBlob(2, blob);
        keyed.step();
        keyed.reset();
      }
    }
  }

  private void run(Stack stack, List<List<String>> seen) throws IOException {
    try (Connection connection = stack.open(directory.resolve("marks.db"))) {
      connection.execute("PRAGMA cache_size = 10; CREATE TABLE first(a); BEGIN");
      write(connection);
      connection.execute("SAVEPOINT s; UPDATE t SET a = a || '" + MARK + "'; DELETE FROM w WHERE length(k) % 3 = 0; ROLLBACK TO s");
      seen.add(found());
      connection.execute("COMMIT");
      seen.add(found());
      connection.execute("UPDATE t SET a = a || '" + MARK + "' WHERE id % 7 = 0; DELETE FROM t WHERE id % 5 = 0; VACUUM");
      seen.add(found());
      assertThat(Stack.rows(connection, "SELECT count(*), count(DISTINCT a) FROM t WHERE a >= '" + MARK + "'"))
          .containsExactly("800|800");
      assertThat(Stack.rows(connection, "SELECT count(*) FROM w WHERE k LIKE '" + MARK + "%'")).containsExactly("1000");
    }
    seen.add(found());
    try (Connection connection = stack.open(directory.resolve("marks.db"))) {
      assertThat(Stack.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void anEncryptedDatabaseHasNoneInItsFiles(Stack stack) throws IOException {
    List<List<String>> seen = new ArrayList<>();
    run(stack, seen);
    assertThat(seen).hasSize(4).allSatisfy(files -> assertThat(files).isEmpty());
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("otherStacks")
  void norHasOneOfTheOtherCipher(Stack stack) throws IOException {
    anEncryptedDatabaseHasNoneInItsFiles(stack);
  }

  /** Without encryption the same search finds them: it would find them above. */
  @ParameterizedTest
  @MethodSource("plainStacks")
  void aPlainOneHas(Stack stack) throws IOException {
    List<List<String>> seen = new ArrayList<>();
    run(stack, seen);
    assertThat(seen.get(3)).isNotEmpty();
  }
}
