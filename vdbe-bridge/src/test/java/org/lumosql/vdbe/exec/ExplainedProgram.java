// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.function.BuiltinFunctions;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.TextEncoding;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.OpcodeTable;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** Makes our programs out of what the C library's EXPLAIN prints, so that its compiler tests our machine. */
final class ExplainedProgram {
  private static final Map<String, Integer> OPCODES = new HashMap<>();

  static {
    for (int i = 0; i < OpcodeTable.count(); i++) {
      OPCODES.put(OpcodeTable.name(i), i);
    }
    OPCODES.put("String", Opcode.String8);
  }

  private ExplainedProgram() {}

  static Program of(Statement statement, String sql, TextEncoding encoding, int flags) throws SQLException {
    ProgramBuilder builder = new ProgramBuilder();
    int registers = 1;
    int cursors = 1;
    try (ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
      while (rows.next()) {
        String name = rows.getString(2);
        Integer opcode = OPCODES.get(name);
        if (opcode == null) {
          throw new AssertionError("unknown opcode " + name);
        }
        int p1 = rows.getInt(3);
        int p2 = rows.getInt(4);
        int p3 = rows.getInt(5);
        int p5 = rows.getInt(7);
        Object p4 = operand(opcode, rows.getString(6), p5, encoding);
        if (opcode == Opcode.OpenEphemeral && p4 instanceof KeyOrder) {
          p4 = widened((KeyOrder) p4, p2);
        }
        builder.emit(opcode, p1, p2, p3, p4, p5);
        registers = Math.max(registers, Math.max(small(p1), Math.max(small(p2), small(p3))) + 40);
        cursors = Math.max(cursors, Math.min(small(p1), 60) + 2);
      }
    }
    builder.newRegisters(registers);
    for (int i = 0; i < cursors; i++) {
      builder.newCursor();
    }
    return builder.build(List.of(), List.of(), 1, 1, flags, sql);
  }

  private static int small(int operand) {
    return operand > 0 && operand < 2000 ? operand : 0;
  }

  private static Object operand(int opcode, String text, int count, TextEncoding encoding) {
    if (text == null || text.isEmpty() && opcode != Opcode.String8) {
      return null;
    }
    switch (opcode) {
      case Opcode.String8:
        return text.getBytes(encoding.charset());
      case Opcode.Int64:
        return Long.valueOf(text);
      case Opcode.Real:
        return Double.valueOf(text);
      case Opcode.Affinity:
      case Opcode.MakeRecord:
      case Opcode.Halt:
      case Opcode.HaltIfNull:
      case Opcode.Savepoint:
      case Opcode.IdxDelete:
      case Opcode.Explain:
      case Opcode.Clear:
        return text;
      case Opcode.Function:
      case Opcode.PureFunc:
        return function(text, Integer.parseInt(text.substring(text.indexOf('(') + 1, text.length() - 1)));
      case Opcode.AggStep:
      case Opcode.AggInverse:
        return function(text, count);
      case Opcode.AggFinal:
      case Opcode.AggValue:
        return function(text, opcode == Opcode.AggFinal || opcode == Opcode.AggValue ? -1 : count);
      case Opcode.Insert:
      case Opcode.Delete:
        return null;
      case Opcode.Permutation:
        return list(text);
      default:
        return other(opcode, text, encoding);
    }
  }

  private static Object other(int opcode, String text, TextEncoding encoding) {
    if (text.startsWith("k(")) {
      return order(text, encoding);
    }
    if (text.endsWith("-8") || text.contains("-16")) {
      return collation(text.substring(0, text.lastIndexOf('-')), encoding);
    }
    if (text.startsWith("[")) {
      return list(text);
    }
    if (opcode == Opcode.Column || opcode == Opcode.BeginSubrtn) {
      return null;
    }
    return Long.valueOf(text);
  }

  private static int[] list(String text) {
    String[] parts = text.substring(1, text.length() - 1).split(",");
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i].trim());
    }
    return numbers;
  }

  private static P4.Call function(String text, int count) {
    String name = text.substring(0, text.indexOf('('));
    int declared = Integer.parseInt(text.substring(text.indexOf('(') + 1, text.length() - 1));
    int arguments = count >= 0 ? count : declared >= 0 ? declared : 1;
    FunctionDefinition definition = BuiltinFunctions.registry().find(name, arguments);
    if (definition == null) {
      throw new AssertionError("no function " + text + " with " + count + " arguments");
    }
    return new P4.Call(definition, count);
  }

  static Collation collation(String name, TextEncoding encoding) {
    switch (name) {
      case "NOCASE":
        return Collations.nocase(encoding);
      case "RTRIM":
        return Collations.rtrim(encoding);
      default:
        return Collations.binary();
    }
  }

  private static KeyOrder order(String text, TextEncoding encoding) {
    String[] parts = text.substring(2, text.length() - 1).split(",", -1);
    int count = Integer.parseInt(parts[0]);
    Collation[] collations = new Collation[count];
    boolean[] descending = new boolean[count];
    boolean[] bigNulls = new boolean[count];
    for (int i = 0; i < count; i++) {
      String part = parts[i + 1];
      if (part.startsWith("-")) {
        descending[i] = true;
        part = part.substring(1);
      }
      if (part.startsWith("N.")) {
        bigNulls[i] = true;
        part = part.substring(2);
      }
      collations[i] = collation(part, encoding);
    }
    return new KeyOrder(encoding, collations, descending, bigNulls);
  }

  /** EXPLAIN does not show the columns behind ORDER BY's own that keep entries apart. */
  private static KeyOrder widened(KeyOrder order, int columns) {
    int count = Math.max(order.columnCount(), columns);
    Collation[] collations = new Collation[count];
    boolean[] descending = new boolean[count];
    boolean[] bigNulls = new boolean[count];
    for (int i = 0; i < count; i++) {
      boolean own = i < order.columnCount();
      collations[i] = own ? order.collation(i) : Collations.binary();
      descending[i] = own && order.isDescending(i);
      bigNulls[i] = own && order.hasBigNulls(i);
    }
    return new KeyOrder(order.encoding(), collations, descending, bigNulls);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
