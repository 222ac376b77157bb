// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.engine.Connection;
import org.lumosql.shell.command.CommandTable;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.session.LineSource;
import org.lumosql.shell.session.Shell;

/** The shell and databases that are encrypted: what {@code -key} does with what was typed. */
class EncryptedShellTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static java.util.List<Stack> stacks() {
    return Stack.some();
  }

  /** Returns the exit status of a session with a key, or null for none. */
  private int session(String key, String input) throws Exception {
    out.reset();
    err.reset();
    Output output = new Output(out);
    Output errors = new Output(err);
    try (Shell shell = new Shell(output, errors, new CommandTable(), directory)) {
      if (key != null) {
        char[] typed = key.toCharArray();
        shell.setKey(typed);
        assertThat(typed).containsOnly('\0');
      }
      int status = shell.open("secret.db") ? shell.readAll(LineSource.of(new BufferedReader(new StringReader(input)))) : 1;
      output.flush();
      errors.flush();
      return status;
    }
  }

  private void make(Stack stack) {
    try (Connection connection = stack.open(directory.resolve("secret.db"))) {
      connection.execute("CREATE TABLE t(a, b); INSERT INTO t VALUES(1, 'one'), (2, 'two')");
    }
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void theRightKeyOpens(Stack stack) throws Exception {
    make(stack);
    assertThat(session(Stack.PASSWORD, "INSERT INTO t VALUES(3, 'three');\nSELECT * FROM t;\n.tables\nPRAGMA integrity_check;\n")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("1|one\n2|two\n3|three\nt\nok\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void anotherKeyOrNoneDoesNot(Stack stack) throws Exception {
    make(stack);
    for (String key : new String[] {"wrong", null}) {
      assertThat(session(key, "SELECT * FROM t;\n.dump\n")).isEqualTo(1);
      assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("one");
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("file is not a database").doesNotContain("wrong");
    }
  }

  /** A key is for all databases that a session opens: a copy is encrypted with it, too. */
  @Test
  void aBackupIsAsSecretAsTheDatabase() throws Exception {
    make(Stack.some().get(0));
    assertThat(session(Stack.PASSWORD, ".backup copy.db\n")).isZero();
    assertThat(session(Stack.PASSWORD, ".open copy.db\nSELECT b FROM t;\n")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\n");
    assertThat(session(null, ".open copy.db\nSELECT b FROM t;\n")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("file is not a database");
  }
}
