// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.vdbe.OpcodeTable;

/** What COMPAT.md says is true: examples run or fail as it says, functions, pragmas and opcodes are those that the engine has. */
class CompatDocumentTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** The rows of the tables under a heading, as cells. */
  private static List<String[]> rows(String heading) throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("..", "COMPAT.md"))) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + heading);
      } else if (inside && line.startsWith("| ") && !line.startsWith("|---")) {
        rows.add(line.substring(1).split("\\|"));
      }
    }
    return rows.subList(1, rows.size());
  }

  @Test
  void examplesRunOrFailAsTheTableSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String[]> rows = rows("Statements and clauses");
    for (String[] cells : rows) {
      boolean there = cells[2].strip().equals("yes");
      Matcher code = CODE.matcher(cells[3]);
      assertThat(code.find()).as("an example in " + String.join("|", cells)).isTrue();
      String sql = code.group(1).replace("&#124;", "|");
      String error = null;
      try (Connection connection = Connection.open(":memory:")) {
        connection.execute(sql);
      } catch (EngineException e) {
        error = e.getMessage();
      }
      if (there != (error == null)) {
        wrong.add(sql + ": " + (there ? error : "runs"));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSizeGreaterThan(30);
  }

  @Test
  void functionsAreThoseOfTheTable() throws IOException {
    assertNames("Functions", "SELECT DISTINCT name FROM pragma_function_list");
  }

  @Test
  void pragmasAreThoseOfTheTable() throws IOException {
    assertNames("Pragmas", "SELECT name FROM pragma_pragma_list");
  }

  @Test
  void opcodesAreThoseOfTheTable() throws IOException {
    TreeSet<String> present = new TreeSet<>();
    for (int opcode = 0; opcode < OpcodeTable.count(); opcode++) {
      present.add(OpcodeTable.name(opcode));
    }
    assertNames("Opcodes", present);
  }

  private static void assertNames(String heading, String query) throws IOException {
    TreeSet<String> present = new TreeSet<>();
    try (Connection connection = Connection.open(":memory:");
        Statement rows = connection.prepare(query)) {
      while (rows.step()) {
        present.add(rows.columnText(0));
      }
    }
    assertNames(heading, present);
  }

  /** What is there in full or in part is what the table says. */
  private static void assertNames(String heading, TreeSet<String> present) throws IOException {
    TreeSet<String> listed = new TreeSet<>();
    TreeSet<String> missing = new TreeSet<>();
    for (String[] cells : rows(heading)) {
      Matcher names = CODE.matcher(cells[0]);
      while (names.find()) {
        (cells[1].strip().equals("no") ? missing : listed).add(names.group(1));
      }
    }
    assertThat(present).isEqualTo(listed);
    missing.forEach(name -> assertThat(present).doesNotContain(name));
  }
}
