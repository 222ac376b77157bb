// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/opcodes.md} is made from the declarations of {@link Opcode}; {@code -Dopcodes.rewrite} writes it anew. */
class OpcodeDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "opcodes.md");

  private static String document() {
    StringBuilder text = new StringBuilder();
    text.append("# Opcodes\n\n");
    text.append("Made from `org.lumosql.vdbe.Opcode` by `OpcodeDocumentTest`; do not edit. `r[P1]` is the register numbered P1,\n");
    text.append("`r[P1@P2]` are P2 registers from P1 on. Names and operands are those of https://sqlite.org/opcode.html.\n\n");
    text.append("| Opcode | Operands | Synopsis | Meaning |\n|---|---|---|---|\n");
    for (int opcode = 0; opcode < OpcodeTable.count(); opcode++) {
      Operation operation = OpcodeTable.operation(opcode);
      String synopsis = operation.synopsis().isEmpty() ? "" : "`" + operation.synopsis().replace("|", "\\|") + "`";
      text.append("| ").append(OpcodeTable.name(opcode));
      text.append(" | ").append(operation.operands());
      text.append(" | ").append(synopsis);
      text.append(" | ").append(operation.text().replace("|", "\\|"));
      text.append(" |\n");
    }
    return text.toString();
  }

  @Test
  void documentIsUpToDate() throws IOException {
    if (System.getProperty("opcodes.rewrite") != null) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document());
    }
    assertThat(Files.readString(DOCUMENT)).as("run with -Dopcodes.rewrite").isEqualTo(document());
  }

  @Test
  void everyOpcodeIsDeclaredWithASentence() {
    for (int opcode = 0; opcode < OpcodeTable.count(); opcode++) {
      assertThat(OpcodeTable.name(opcode)).as("opcode %d", opcode).isNotNull();
      Operation operation = OpcodeTable.operation(opcode);
      assertThat(operation).as(OpcodeTable.name(opcode)).isNotNull();
      assertThat(operation.text()).endsWith(".");
    }
  }

  @Test
  void jumpsOfTheTableAreThoseOfTheDeclarations() {
    Pattern jump = Pattern.compile("P2 jump");
    for (int opcode = 0; opcode < OpcodeTable.count(); opcode++) {
      boolean declared = jump.matcher(OpcodeTable.operation(opcode).operands()).find();
      assertThat(OpcodeTable.isJump(opcode)).as(OpcodeTable.name(opcode)).isEqualTo(declared);
    }
  }
}
