// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;

/** Subroutines, co-routines, subprograms, and the end of programs. */
final class ControlOps {
  private ControlOps() {}

  /** Yield: swaps the program counter with the register's. */
  static int yield(Register register, int address) {
    int target = (int) register.integer() + 1;
    register.setInteger(address);
    return target;
  }

  /** EndCoroutine: goes on where the last Yield was, at its P2; further Yields come back here. */
  static int endCoroutine(Machine machine, Register register, int address) {
    int caller = (int) register.integer();
    register.setInteger(address - 1);
    return machine.operand2(caller);
  }

  /** Return: to behind the Gosub, or on if the register holds no address and P3 allows that. */
  static int comeBack(Register register, int optional, int address) {
    if (register.type() == Register.INTEGER) {
      return (int) register.integer() + 1;
    }
    assert optional != 0 : "Return without an address at " + address;
    return address + 1;
  }

  /** Program: starts a subprogram. Returns false if it is not to run. */
  static boolean enter(Machine machine, int address) {
    Object operand = machine.operand4(address);
    Program body = operand instanceof P4.SubProgram ? ((P4.SubProgram) operand).program() : (Program) operand;
    Object token = operand instanceof P4.SubProgram ? ((P4.SubProgram) operand).token() : body;
    if (machine.operand5(address) != 0 && runs(machine, token)) {
      return false;
    }
    if (machine.frame != null && machine.frame.depth >= machine.host.triggerDepthLimit()) {
      throw StoreException.withMessage(ResultCode.ERROR, "triggers nested too deep");
    }
    Register holder = machine.registers[machine.operand3(address)];
    Frame frame = new Frame(machine, address, token);
    machine.frame = frame;
    machine.current = body;
    machine.registers = registersFor(holder, body);
    machine.cursors = new Cursor[body.cursorCount()];
    machine.once = null;
    machine.auxiliary = new AuxiliaryData();
    machine.changes = 0;
    machine.pc = 0;
    machine.written();
    return true;
  }

  private static boolean runs(Machine machine, Object token) {
    for (Frame frame = machine.frame; frame != null; frame = frame.parent) {
      if (frame.token == token) {
        return true;
      }
    }
    return false;
  }

  /** Registers are kept in the caller's register P3, so that the next row's call finds them again. */
  private static Register[] registersFor(Register holder, Program body) {
    Object kept = holder.object();
    if (kept instanceof Register[] && ((Register[]) kept).length == body.registerCount() + 1) {
      Register[] registers = (Register[]) kept;
      for (Register register : registers) {
        register.setNull();
      }
      return registers;
    }
    Register[] registers = Machine.newRegisters(body.registerCount());
    holder.setObject(registers);
    return registers;
  }

  /** Halt. Returns whether the whole machine stops, rather than a subprogram. */
  static boolean halt(Machine machine, int address) {
    int code = machine.operand1(address);
    Frame frame = machine.frame;
    if (code == 0 && frame != null) {
      boolean ignore = machine.operand2(address) == StatementTransaction.IGNORE;
      machine.closeCursors();
      machine.publishChanges(); // of a statement that RAISE(IGNORE) has ended
      machine.leave(frame);
      machine.written();
      machine.pc = ignore ? machine.operand2(frame.address) : frame.address + 1;
      return false;
    }
    if (code != 0) {
      machine.errorAction = machine.operand2(address);
      throw failure(machine, address, code);
    }
    return true;
  }

  private static StoreException failure(Machine machine, int address, int code) {
    ResultCode result = ResultCode.of(code);
    String detail = detail(machine, address);
    String kind;
    switch (machine.operand5(address)) {
      case 1:
        kind = "NOT NULL";
        break;
      case 2:
        kind = "UNIQUE";
        break;
      case 3:
        kind = "CHECK";
        break;
      case 4:
        kind = "FOREIGN KEY";
        break;
      default:
        return StoreException.withMessage(result, detail == null ? result.message() : detail);
    }
    String message = kind + " constraint failed";
    return StoreException.withMessage(result, detail == null ? message : message + ": " + detail);
  }

  /** The message of RAISE is in a register where it is an expression (P3), else in P4. */
  private static String detail(Machine machine, int address) {
    int register = machine.operand3(address);
    if (register > 0 && machine.current.opcodes()[address] == org.lumosql.vdbe.Opcode.Halt) {
      Register text = machine.registers[register];
      machine.scratchLeft.viewOf(text);
      machine.conversion.stringify(machine.scratchLeft);
      String message = machine.scratchLeft.isNull() ? "" : machine.scratchLeft.string(machine.encoding);
      int end = message.indexOf(0);
      return end < 0 ? message : message.substring(0, end);
    }
    Object operand = machine.operand4(address);
    if (operand instanceof byte[]) {
      return new String((byte[]) operand, machine.encoding.charset());
    }
    return operand == null ? null : operand.toString();
  }

  /** Jump: to P1, P2 or P3 after a comparison that gave less, equal or greater. */
  static int jump(Machine machine, int address) {
    int compared = machine.compared;
    return compared < 0
        ? machine.operand1(address)
        : compared == 0 ? machine.operand2(address) : machine.operand3(address);
  }

  /** Param: copies a register of the frame that called the subprogram. */
  static void parameter(Machine machine, int number, Register out) {
    Frame frame = machine.frame;
    int first = frame.program.p1()[frame.address];
    out.copyValueOf(frame.registers[number + first]);
  }
}
