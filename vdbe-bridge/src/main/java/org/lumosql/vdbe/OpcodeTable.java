// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Names and properties of opcodes, read from {@link Opcode} once. */
public final class OpcodeTable {
  private static final String[] NAMES = readNames();

  private OpcodeTable() {}

  public static String name(int opcode) {
    return NAMES[opcode];
  }

  public static int count() {
    return NAMES.length;
  }

  /** Whether P2 is an address that a label may stand for. */
  public static boolean isJump(int opcode) {
    return true;
  }

  private static String[] readNames() {
    List<String> names = new ArrayList<>();
    try {
      for (Field field : Opcode.class.getFields()) {
        int number = field.getInt(null);
        while (names.size() <= number) {
          names.add(null);
        }
        names.set(number, field.getName());
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
    return names.toArray(new String[0]);
  }
}
