// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.LongWork;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;

/** Making records out of registers, and fitting registers to their columns. Hot path of every change. */
final class RecordOps {
  private RecordOps() {}

  /** Affinity: one letter of P4 per register. */
  static void affinity(Machine machine, int first, int count, String letters) {
    for (int i = 0; i < letters.length() && (count == 0 || i < count); i++) {
      int letter = letters.charAt(i);
      if (letter > 'A') {
        machine.conversion.applyAffinity(machine.registers[first + i], letter);
      }
    }
  }

  /** MakeRecord. */
  static void makeRecord(Machine machine, int first, int count, int target, String letters) {
    Register[] registers = machine.registers;
    if (letters != null) {
      affinity(machine, first, count, letters);
    }
    int[] types = machine.recordTypes(count);
    long body = 0;
    int header = 0;
    int tail = 0;
    boolean isLarge = false;
    for (int i = count - 1; i >= 0; i--) {
      Register value = registers[first + i];
      if (value.type() == Register.BLOB && value.zeroTail() > 0) {
        if (body == 0 && tail == 0) {
          tail = value.zeroTail(); // zeroes at the record's very end need not be written out
        } else {
          value.expandZeroTail();
        }
      }
      long type = serialType(value, machine.writesConstants);
      types[i] = (int) type;
      header += type < 0x80 ? 1 : Varint.length(type);
      isLarge |= value.isDistant();
      body += value.type() >= Register.TEXT ? value.length() : SerialType.length(type);
    }
    header = withOwnLength(header);
    long total = header + body;
    if (total + tail > machine.host.lengthLimit()) {
      throw new StoreException(ResultCode.TOOBIG, "a record of " + total + " bytes");
    }
    Register out = registers[target];
    if (isLarge) {
      LargeRecord.make(registers, first, count, types, header(types, count, header), out);
      return;
    }
    byte[] bytes = out.prepare(Register.BLOB, (int) total);
    write(registers, first, count, types, header, bytes);
    if (tail > 0) {
      out.setZeroTail(tail);
    }
  }

  /** The header's size counts the varint that says it. */
  private static int withOwnLength(int size) {
    int whole = size + Varint.length(size + 1);
    return size + Varint.length(whole);
  }

  private static byte[] header(int[] types, int count, int length) {
    byte[] header = new byte[length];
    int at = Varint.write(header, 0, length);
    for (int i = 0; i < count; i++) {
      at += Varint.write(header, at, types[i]);
    }
    return header;
  }

  /** Bytes that a value takes behind the header. */
  static int bodyLength(Register value, int type) {
    return value.type() >= Register.TEXT ? value.length() : (int) SerialType.length(type);
  }

  private static void write(Register[] registers, int first, int count, int[] types, int header, byte[] bytes) {
    int at = Varint.write(bytes, 0, header);
    int body = header;
    for (int i = 0; i < count; i++) {
      int type = types[i];
      if (type < 0x80) {
        bytes[at++] = (byte) type;
      } else {
        at += Varint.write(bytes, at, type);
      }
      body += writeBody(registers[first + i], type, bytes, body);
    }
  }

  /** Writes what stands behind the header; returns how many bytes that are. */
  static int writeBody(Register value, int type, byte[] bytes, int body) {
    if (type >= SerialType.BLOB) {
      LongWork.copy(value.bytes(), value.offset(), bytes, body, value.length());
      return value.length();
    } else if (type == SerialType.REAL) {
      return SerialType.writeReal(bytes, body, value.real());
    } else if (type != SerialType.NULL) {
      long integer = value.type() == Register.REAL ? (long) value.real() : value.integer();
      return SerialType.writeInteger(bytes, body, type, integer);
    }
    return 0;
  }

  private static long serialType(Register value, boolean constants) {
    switch (value.type()) {
      case Register.NULL:
        return SerialType.NULL;
      case Register.INTEGER:
        return SerialType.ofInteger(value.integer(), constants);
      case Register.REAL:
        if (value.isCompactReal()) {
          return SerialType.ofInteger((long) value.real(), constants);
        }
        return SerialType.REAL;
      case Register.TEXT:
        return SerialType.ofText(value.length());
      default:
        return SerialType.ofBlob((long) value.length() + value.zeroTail());
    }
  }

  // ---- STRICT tables -------------------------------------------------------------------------------------------------------

  private static final int NOT_GENERATED = 1;
  private static final int ONE_COLUMN = 2;

  /** TypeCheck: fits registers to the columns of a STRICT table, or fails. */
  static void typeCheck(Machine machine, int first, int what, P4.TableInfo table) {
    if (what >= ONE_COLUMN) {
      check(machine, machine.registers[first], table, what - ONE_COLUMN);
      return;
    }
    int register = first;
    for (int column = 0; column < table.columnCount(); column++) {
      if (table.isVirtual(column)) {
        continue;
      }
      Register value = machine.registers[register++];
      if (what != NOT_GENERATED || !table.isGenerated(column)) {
        check(machine, value, table, column);
      }
    }
  }

  private static void check(Machine machine, Register value, P4.TableInfo table, int column) {
    String type = table.strictType(column);
    if (type == null || value.isNull()) {
      return;
    }
    boolean fits;
    switch (type) {
      case "INT":
      case "INTEGER":
        machine.conversion.applyAffinity(value, 'D');
        fits = value.type() == Register.INTEGER;
        break;
      case "REAL":
        machine.conversion.applyAffinity(value, 'E');
        fits = value.type() == Register.REAL;
        break;
      case "TEXT":
        machine.conversion.applyAffinity(value, 'B');
        fits = value.type() == Register.TEXT;
        break;
      case "BLOB":
        fits = value.type() == Register.BLOB;
        break;
      default:
        fits = true;
        break;
    }
    if (!fits) {
      throw StoreException.withMessage(
          ResultCode.CONSTRAINT_DATATYPE,
          "cannot store " + typeName(value) + " value in " + type + " column "
              + table.tableName() + "." + table.columnName(column));
    }
  }

  private static String typeName(Register value) {
    switch (value.type()) {
      case Register.INTEGER:
        return "INT";
      case Register.REAL:
        return "REAL";
      case Register.TEXT:
        return "TEXT";
      default:
        return "BLOB";
    }
  }
}
