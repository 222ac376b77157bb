// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.shell.Main;

/** Mistakes on the command line. Where {@code sqlite3} has the same feature, the sentence is its own; the recorded sessions hold more of them. */
class MisuseOfShellTest {
  @TempDir Path directory;

  /** What stands on the error stream, and the exit status behind it. */
  private String run(String... arguments) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status = Main.run(arguments, InputStream.nullInputStream(), OutputStream.nullOutputStream(), errors, directory);
    return errors.toString(StandardCharsets.UTF_8) + status;
  }


  @Test
  void filesThatCannotBeOpened() throws IOException {
    Places places = new Places(directory);
    places.text();
    places.folder();
    places.encrypted();
    places.plain();
    assertThat(run("text.txt", "SELECT * FROM t")).isEqualTo("Error: in prepare, file is not a database (26)\n26");
    assertThat(run("folder", "SELECT 1 FROM t")).isEqualTo("Error: unable to open database \"folder\": unable to open database file\n1");
    assertThat(run("no/such.db", "SELECT 1 FROM t")).isEqualTo("Error: unable to open database \"no/such.db\": unable to open database file\n1");
    assertThat(run("encrypted.db", "SELECT * FROM t"))
        .isEqualTo("Error: in prepare, file is not a database (26)\n  the database is encrypted and no key was given\n26");
    assertThat(run("file:" + directory.resolve("encrypted.db") + "?key=wrong", "SELECT * FROM t"))
        .startsWith("Error: in prepare, file is not a database (26)\n  the password does not fit");
    assertThat(run("-readonly", "plain.db", "DELETE FROM t")).isEqualTo("Error: stepping, attempt to write a readonly database (8)\n8");
    assertThat(run("-backend", "foo", "x.db", "SELECT 1")).contains("no such backend: foo (available: ", "add the jar lumosql-backend-foo").endsWith("\n1");
    assertThat(run("-key", "encrypted.db", "SELECT 1")).isEqualTo("lumosql: Error: a key can be typed at a terminal only\n1");
    assertThat(run("convert", directory.resolve("text.txt").toString(), directory.resolve("new.db").toString())).startsWith("Error: file is not a database (the file does not begin with");
    assertThat(run("convert", directory.resolve("none.db").toString(), directory.resolve("new.db").toString())).startsWith("Error: unable to open database file (").contains("none.db");
  }

  @Test
  void noSpace() throws IOException {
    assertThat(run(":memory:", "PRAGMA max_page_count = 3; CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(100000))"))
        .isEqualTo("Error: stepping, database or disk is full (13)\n13");
  }

  @Test
  void commandsAndOptions() throws IOException {
    Path folder = new Places(directory).folder();
    assertThat(folder).isDirectory();
    assertThat(run("-foo")).isEqualTo("lumosql: Error: unknown option: -foo\nUse -help for a list of options.\n1");
    assertThat(run("-separator")).isEqualTo("lumosql: Error: missing argument to -separator\n1");
    assertThat(run(":memory:", ".foo")).isEqualTo("Error: unknown command or invalid arguments:  \"foo\". Enter \".help\" for help\n1");
    assertThat(run(":memory:", ".mode foo")).startsWith("Error: mode should be one of: ascii ");
    assertThat(run(":memory:", ".import none t")).isEqualTo("Error: cannot open \"none\"\n1");
    assertThat(run(":memory:", ".read none")).isEqualTo("Error: cannot open \"none\"\n1");
    assertThat(run(":memory:", ".restore none")).isEqualTo("Error: cannot open \"none\"\n1");
    assertThat(run(":memory:", ".backup folder")).isEqualTo("Error: cannot open \"folder\"\n1");
    assertThat(run(":memory:", ".limit foo")).startsWith("unknown limit: \"foo\"");
    assertThat(run(":memory:", "SELECT * FROM nope")).isEqualTo("Error: in prepare, no such table: nope\n1");
  }
}
