// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Names and properties of opcodes. What compilers need is a small table; names are read from {@link Opcode} when EXPLAIN first asks. */
public final class OpcodeTable {
  /** Opcodes below this one jump to P2, but for those listed. */
  private static final int END_OF_JUMPS = Opcode.PureFunc;

  private static final int[] NOT_JUMPS = {
    Opcode.Savepoint, Opcode.AutoCommit, Opcode.Transaction, Opcode.Checkpoint, Opcode.JournalMode, Opcode.Vacuum,
    Opcode.VUpdate, Opcode.Not, Opcode.Or, Opcode.And
  };

  private static final int[] OTHER_JUMPS = {
    Opcode.IsNull, Opcode.NotNull, Opcode.Ne, Opcode.Eq, Opcode.Gt, Opcode.Le, Opcode.Lt, Opcode.Ge, Opcode.ElseEq,
    Opcode.SequenceTest, Opcode.SeekScan, Opcode.SorterCompare
  };

  private static final boolean[] JUMPS = jumps();

  private OpcodeTable() {}

  private static boolean[] jumps() {
    boolean[] jumps = new boolean[256];
    for (int opcode = 0; opcode < END_OF_JUMPS; opcode++) {
      jumps[opcode] = true;
    }
    for (int opcode : NOT_JUMPS) {
      jumps[opcode] = false;
    }
    for (int opcode : OTHER_JUMPS) {
      jumps[opcode] = true;
    }
    return jumps;
  }

  /** Whether P2 is an address that a label may stand for. */
  public static boolean isJump(int opcode) {
    return JUMPS[opcode];
  }

  public static String name(int opcode) {
    return Names.NAMES[opcode];
  }

  /** Number of opcodes: they are numbered from 0. */
  public static int count() {
    return Names.NAMES.length;
  }

  /** The declaration of an opcode, for documents. */
  public static Operation operation(int opcode) {
    try {
      return Opcode.class.getField(name(opcode)).getAnnotation(Operation.class);
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  /** Loaded by EXPLAIN only. */
  private static final class Names {
    static final String[] NAMES = read();

    private static String[] read() {
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
}
