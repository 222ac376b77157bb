// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Collects instructions. Jump targets may be labels (negative numbers from {@link #newLabel()}) in P2, and in P1 … P3 of {@link Opcode#Jump};
 * {@link #build} replaces them. Used by one thread.
 */
public final class ProgramBuilder {
  private static final int FIRST_CAPACITY = 32;
  private static final int MOST_KEPT = 1024;

  private int[] opcodes = new int[FIRST_CAPACITY];
  private int[] p1 = new int[FIRST_CAPACITY];
  private int[] p2 = new int[FIRST_CAPACITY];
  private int[] p3 = new int[FIRST_CAPACITY];
  private int[] p5 = new int[FIRST_CAPACITY];
  /** Made for each program: an array that stays would have to be watched by the garbage collector at each store. */
  private Object[] p4 = new Object[FIRST_CAPACITY];
  /** Null while there are none. */
  private String[] comments;
  private int size;
  private int[] labels = new int[FIRST_CAPACITY];
  private int labelCount;
  private int registerCount;
  private int cursorCount;

  public int emit(int opcode, int p1, int p2, int p3, Object p4, int p5) {
    if (this.p4 == null) {
      this.p4 = new Object[FIRST_CAPACITY];
    }
    if (size == this.p4.length) {
      grow();
    }
    opcodes[size] = opcode;
    this.p1[size] = p1;
    this.p2[size] = p2;
    this.p3[size] = p3;
    this.p4[size] = p4;
    this.p5[size] = p5;
    return size++;
  }

  private void grow() {
    int capacity = size * 2;
    p4 = Arrays.copyOf(p4, capacity);
    comments = comments == null ? null : Arrays.copyOf(comments, capacity);
    if (opcodes.length < capacity) {
      opcodes = Arrays.copyOf(opcodes, capacity);
      p1 = Arrays.copyOf(p1, capacity);
      p2 = Arrays.copyOf(p2, capacity);
      p3 = Arrays.copyOf(p3, capacity);
      p5 = Arrays.copyOf(p5, capacity);
    }
  }

  public int emit(int opcode, int p1, int p2, int p3, Object p4) {
    return emit(opcode, p1, p2, p3, p4, 0);
  }

  public int emit(int opcode, int p1, int p2, int p3) {
    return emit(opcode, p1, p2, p3, null, 0);
  }

  public int emit(int opcode, int p1, int p2) {
    return emit(opcode, p1, p2, 0, null, 0);
  }

  public int emit(int opcode, int p1) {
    return emit(opcode, p1, 0, 0, null, 0);
  }

  public int emit(int opcode) {
    return emit(opcode, 0, 0, 0, null, 0);
  }

  /** Address of the next instruction. */
  public int address() {
    return size;
  }

  public int newLabel() {
    if (labelCount == labels.length) {
      labels = Arrays.copyOf(labels, labelCount * 2);
    }
    labels[labelCount++] = -1;
    return -labelCount;
  }

  /** The label stands for the next instruction's address from now on. */
  public void place(int label) {
    labels[-label - 1] = size;
  }

  /** Makes the instruction at {@code address} jump to the next one. */
  public void jumpHere(int address) {
    p2[address] = size;
  }

  public void setP1(int address, int value) {
    p1[address] = value;
  }

  public void setP2(int address, int value) {
    p2[address] = value;
  }

  public void setP3(int address, int value) {
    p3[address] = value;
  }

  public void setP4(int address, Object value) {
    p4[address] = value;
  }

  public void setP5(int address, int value) {
    p5[address] = value;
  }

  public void setOpcode(int address, int opcode) {
    opcodes[address] = opcode;
  }

  public int opcode(int address) {
    return opcodes[address];
  }

  public int p1(int address) {
    return p1[address];
  }

  public int p2(int address) {
    return p2[address];
  }

  public int p3(int address) {
    return p3[address];
  }

  public Object p4(int address) {
    return p4[address];
  }

  public int p5(int address) {
    return p5[address];
  }

  /** A note for EXPLAIN on the last instruction. */
  public void comment(String text) {
    if (comments == null) {
      comments = new String[p4.length];
    }
    comments[size - 1] = text;
  }

  /** A register of its own, numbered from 1. */
  public int newRegister() {
    return ++registerCount;
  }

  /** The first of {@code count} consecutive registers. */
  public int newRegisters(int count) {
    int first = registerCount + 1;
    registerCount += count;
    return first;
  }

  public int registerCount() {
    return registerCount;
  }

  public int newCursor() {
    return cursorCount++;
  }

  public int cursorCount() {
    return cursorCount;
  }

  /** Forgets what was collected: for another program, with the room that the last one took. False if that is too much to keep. */
  public boolean clear() {
    p4 = null;
    comments = null;
    size = 0;
    labelCount = 0;
    registerCount = 0;
    cursorCount = 0;
    return opcodes.length <= MOST_KEPT && labels.length <= MOST_KEPT;
  }

  /** Finishes the program. Every label that is used must have been placed. */
  public Program build(
      List<String> parameters,
      List<Program.ResultColumn> columns,
      long databasesUsed,
      long databasesWritten,
      int flags,
      String sql) {
    for (int i = 0; i < size; i++) {
      p2[i] = resolve(p2[i], i);
      if (opcodes[i] == Opcode.Jump) {
        p1[i] = resolve(p1[i], i);
        p3[i] = resolve(p3[i], i);
      }
    }
    return new Program(
        Arrays.copyOf(opcodes, size),
        Arrays.copyOf(p1, size),
        Arrays.copyOf(p2, size),
        Arrays.copyOf(p3, size),
        Arrays.copyOf(p4, size),
        Arrays.copyOf(p5, size),
        registerCount,
        cursorCount,
        parameters.isEmpty() ? List.of() : parameters(parameters),
        List.copyOf(columns),
        databasesUsed,
        databasesWritten,
        flags,
        sql,
        comments == null ? null : Arrays.copyOf(comments, size),
        List.of());
  }

  private static List<String> parameters(List<String> names) {
    // those of nameless ones are null, which List.copyOf refuses
    return Collections.unmodifiableList(new ArrayList<>(names));
  }

  private int resolve(int target, int at) {
    if (target >= 0 || !isJump(opcodes[at])) {
      return target;
    }
    int address = labels[-target - 1];
    assert address >= 0 : "label " + target + " used at " + at + " was never placed";
    return address;
  }

  private static boolean isJump(int opcode) {
    return OpcodeTable.isJump(opcode);
  }
}
